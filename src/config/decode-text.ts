import { INPUT_LIMIT, type InputFile } from '../model/input-file.ts';
import { ConfigError, wholeFile } from './problem.ts';

/** The text of a file. Throws a ConfigError for one that is too large or not UTF-8. */
export function decodeText(file: InputFile): string {
  if (file.bytes.length > INPUT_LIMIT) {
    const limit = INPUT_LIMIT / 1024 / 1024;
    throw wholeFile(file.path, `the file is larger than ${limit} MiB`, 'check that it is the file you meant');
  }
  if (isUtf16(file.bytes)) {
    throw wholeFile(file.path, 'expected text in UTF-8, found UTF-16', 'save the file as UTF-8');
  }
  if (file.bytes.includes(0)) {
    throw wholeFile(
      file.path,
      'expected YAML text, found binary data',
      'check that it is the file you meant',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    throw new ConfigError([
      {
        file: file.path,
        ...firstForeign(file.bytes),
        path: '',
        message: 'expected text in UTF-8, found other bytes from here on',
        fix: 'save the file as UTF-8',
      },
    ]);
  }
}

/** UTF-16 starts with a byte order mark, in one order of bytes or the other. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The first byte that UTF-8 cannot hold is the first that a lenient decoder replaces. */
function firstForeign(bytes: Uint8Array): { line: number; column: number } {
  const lenient = new TextDecoder().decode(bytes);
  const lines = lenient.slice(0, lenient.indexOf('\ufffd')).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
