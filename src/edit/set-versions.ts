import { decodeText } from '../config/decode-text.ts';
import { ConfigError, type Problem } from '../config/problem.ts';
import { readSource } from '../config/source.ts';
import type { InputFile } from '../model/input-file.ts';
import { readYaml } from '../yaml/read.ts';
import { assertOnlyVersionsDiffer } from './assert-only-versions-differ.ts';
import { type ImageVersion, pathOfImage } from './image-version.ts';
import { type ParsedText, parseText } from './parsed-text.ts';
import { type Splice, spliced } from './splice.ts';
import { nextStep } from './version-edit.ts';

/**
 * The text of a file in which images, by `service` and `service/variant`, have these versions and nothing else; all
 * that is not about them stays as it is, byte for byte. Throws a ConfigError with every place where a person has to
 * decide, and for what is no YAML.
 */
export function setVersions(file: InputFile, versions: ReadonlyMap<string, ImageVersion>): string {
  readSource(file);
  const before = decodeText(file);
  let text = before;
  for (;;) {
    const splices = nextSplices(parseText(text), versions, file.path);
    if (splices.length === 0) break;
    text = spliced(text, splices);
  }
  if (text !== before) assertOnlyVersionsDiffer(readYaml(before), readYaml(text), versions);
  return hasByteOrderMark(file.bytes) ? `\ufeff${text}` : text;
}

/** Everything that can be done at once: values to replace, and one change of the structure. */
function nextSplices(
  parsed: ParsedText,
  versions: ReadonlyMap<string, ImageVersion>,
  file: string,
): readonly Splice[] {
  const splices: Splice[] = [];
  const problems: Problem[] = [];
  let isRestructured = false;
  for (const [name, version] of versions) {
    const step = nextStep(parsed, pathOfImage(name), version);
    if (step === undefined || (step.kind === 'restructure' && isRestructured)) continue;
    if (step.kind === 'refused') {
      const { offset, path, message, fix } = step.fault;
      problems.push({ file, ...parsed.place(offset), path: path.join('.'), message, fix });
      continue;
    }
    splices.push(...step.splices);
    isRestructured ||= step.kind === 'restructure';
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return splices;
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
