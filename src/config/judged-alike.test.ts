import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { CASES, inputFilesIn, inputOf } from '../../test/input-cases.ts';
import { CONTEXT } from '../../test/shop-input.ts';
import { readYaml } from '../yaml/read.ts';
import { loadEnvironments } from './load.ts';
import { ConfigError, type Problem } from './problem.ts';
import { editorSchemas } from './schema/editor-schemas.ts';

/** An editor sees one file at a time, by its JSON Schema. */
const ajv = new Ajv.default({ strict: true, strictTypes: false, allowUnionTypes: true, allErrors: true });
const { platform, environment } = editorSchemas();
const BY_NAME = { platform: ajv.compile(platform), environment: ajv.compile(environment) };

/** What an editor can know without the other file: keys, and types of values. */
const OF_FORM = /^unknown key|^expected (?:text|a number|true or false|a list|a map|a map of names), found/;

test.each(['base', ...CASES])('%s: an editor marks what the program refuses, and nothing else', (name) => {
  const refused = problemsOf(name);
  for (const [file, bytes] of inputFilesIn(name)) {
    const marked = pathsMarked(file, bytes);
    if (marked === undefined) continue;
    const strays = marked.filter((path) => !refused.some((problem) => isNear(problem.path, path)));
    const missed = refused.filter(
      (problem) =>
        problem.file.endsWith(`/${file}`) &&
        OF_FORM.test(problem.message) &&
        !marked.some((path) => isNear(problem.path, path)),
    );
    expect([file, strays, missed]).toEqual([file, [], []]);
  }
});

function problemsOf(name: string): readonly Problem[] {
  try {
    loadEnvironments(inputOf(name), CONTEXT);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** Paths that an editor marks; undefined for a text that is no YAML, about which its own parser speaks. */
function pathsMarked(file: string, bytes: Uint8Array): readonly string[] | undefined {
  const validate = file === 'platform.yaml' ? BY_NAME.platform : BY_NAME.environment;
  try {
    validate(readYaml(new TextDecoder('utf8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
  return (validate.errors ?? []).map(({ instancePath }) =>
    instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/'),
  );
}

/** One is the other, or what is around it. */
function isNear(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`) || other === '';
}
