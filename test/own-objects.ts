import { loadEnvironments } from '../src/config/load.ts';
import type { Environment } from '../src/model/environment.ts';
import type { InputFile } from '../src/model/input-file.ts';
import { inputOf } from './input-cases.ts';
import { CONTEXT } from './shop-input.ts';

/** The files of the shop in src/config/cases/base, with files below its folder: `manifests/queues.yaml`. */
export function withFiles(texts: Readonly<Record<string, string>>): readonly InputFile[] {
  const files = Object.entries(texts).map(([name, text]) => ({
    path: `environments/shop/${name}`,
    folder: 'shop',
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const names = new Set(files.map(({ name }) => name));
  return [...inputOf('base').filter(({ name }) => !names.has(name)), ...files];
}

/** The environment `production` of the shop with files of objects of the user's own. */
export function shopWith(texts: Readonly<Record<string, string>>): Environment {
  const [environment] = loadEnvironments(withFiles(texts), CONTEXT);
  return environment as Environment;
}
