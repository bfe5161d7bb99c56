import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { editorSchemas } from '../src/config/schema/editor-schemas.ts';

/**
 * Writes the JSON Schemas that editors complete and check environment files with: `npm run schema`.
 * With `--check` it writes nothing and fails when they are not what the schemas of `src/config/schema` give.
 */
const isCheck = process.argv.includes('--check');
mkdirSync('docs', { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas())) {
  const path = `docs/${name}.schema.json`;
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
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
