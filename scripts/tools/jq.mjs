// jq for machines that have none: the real one, compiled to WebAssembly. Takes the options that rendered scripts use.
import { readFileSync } from 'node:fs';
import jqWeb from 'jq-web';

/** Options by the number of words that follow them. */
const OPTIONS = {
  ...{ '-r': 0, '--raw-output': 0, '-c': 0, '-n': 0, '-cn': 0, '-e': 0, '-s': 0 },
  ...{ '--arg': 2, '--argjson': 2 },
};

const { flags, filter, files } = parse(process.argv.slice(2));
if (flags.includes('--version')) {
  console.log('jq-web');
} else {
  const input = flags.some((flag) => /^-c?n$/.test(flag)) ? '' : read(files);
  const jq = await jqWeb;
  try {
    const output = jq.raw(input, filter, flags);
    if (output) process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
  } catch (error) {
    const [, status = '2', text = String(error)] =
      /^Non-zero exit code: (\d+)\n?([\s\S]*)/.exec(error.message) ?? [];
    process.stderr.write(`${text}\n`);
    process.exitCode = Number(status);
  }
}

function parse([word, ...rest], found = { flags: [], files: [] }) {
  if (word === undefined) return found;
  if (word === '--version') return { flags: [word] };
  if (!word.startsWith('-') || found.filter !== undefined) {
    return parse(
      rest,
      found.filter === undefined ? { ...found, filter: word } : { ...found, files: [...found.files, word] },
    );
  }
  const count = OPTIONS[word];
  if (count === undefined) throw new Error(`this jq knows no ${word}; see scripts/tools/jq.mjs`);
  const flags = [...found.flags, word, ...rest.slice(0, count)];
  return parse(rest.slice(count), { ...found, flags });
}

function read(files) {
  return (files.length > 0 ? files : [0]).map((file) => readFileSync(file, 'utf8')).join('\n');
}
