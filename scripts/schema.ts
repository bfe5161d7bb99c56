import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { editorSchemas } from '../src/config/schema/editor-schemas.ts';
import { checksReference } from './checks-reference.ts';
import { inputReference } from './input-reference.ts';

/**
 * Writes what docs/ has from the code: `npm run schema`. JSON Schemas, which editors complete and check environment
 * files with, and the references for people, of the input and of the checks.
 * With `--check` it writes nothing and fails when they are not what `src/config/schema` and `src/checks` give.
 */
const isCheck = process.argv.includes('--check');
mkdirSync('docs', { recursive: true });
const files = Object.entries(editorSchemas()).map(([name, schema]): [string, string] => [
  `docs/${name}.schema.json`,
  `${JSON.stringify(schema, undefined, 2)}\n`,
]);
files.push(['docs/input-reference.md', inputReference()], ['docs/checks.md', checksReference()]);
for (const [path, text] of files) {
  if (!isCheck) writeFileSync(path, text);
  else if (read(path) !== text) {
    console.error(`${path} is stale: run npm run schema`);
    process.exitCode = 1;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
