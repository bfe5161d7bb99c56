import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvironments } from '../src/config/load.ts';
import type { LoadContext } from '../src/config/load-context.ts';
import { ConfigError, type Problem } from '../src/config/problem.ts';
import type { Environment } from '../src/model/environment.ts';
import type { InputFile } from '../src/model/input-file.ts';
import type { Service } from '../src/model/service.ts';
import { readYaml } from '../src/yaml/read.ts';

/** Part of a document: maps are laid over those of the base at every depth, everything else replaces. */
export interface Part {
  readonly [key: string]: unknown;
}

/** A day, and some checks, whatever the checks are by now. */
export const CONTEXT: LoadContext = {
  today: '2026-11-21',
  checkNames: ['image-digest-pinned', 'image-tag-pinned', 'read-only-root-filesystem'],
};

/** The environment `production` of the shop in src/config/cases/base, with parts of either file changed. */
export function shop({
  platform = {},
  production = {},
}: {
  platform?: Part;
  production?: Part;
}): Environment {
  const [environment] = loadEnvironments(filesOf(platform, production), CONTEXT);
  return environment as Environment;
}

/** What is wrong with the shop where `platform` is laid over its platform.yaml. Throws where nothing is. */
export function problemsOf(platform: Part): readonly Problem[] {
  try {
    loadEnvironments(filesOf(platform, {}), CONTEXT);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('expected the input to be refused');
}

function filesOf(platform: Part, production: Part): readonly InputFile[] {
  const contents = { 'platform.yaml': platform, 'production.yaml': production };
  return Object.entries(contents).map(([name, part]) => ({
    path: `environments/shop/${name}`,
    folder: 'shop',
    name,
    bytes: new TextEncoder().encode(JSON.stringify(laidOver(baseFile(name), part))),
  }));
}

/** The service `api` of the shop, changed in platform.yaml. */
export function api(fields: Part, rest: Part = {}): Service {
  const { services } = shop({ platform: { ...rest, services: { api: fields } } });
  return services.find(({ name }) => name === 'api') as Service;
}

function baseFile(name: string): Part {
  return readYaml(readFileSync(join(import.meta.dirname, '../src/config/cases/base', name), 'utf8')) as Part;
}

/** A part over another: maps at every depth, everything else replaces. */
export function laidOver(base: unknown, over: Part): Part {
  const merged: Record<string, unknown> = isPart(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(over)) {
    merged[key] = isPart(value) ? laidOver(merged[key], value) : value;
  }
  return merged;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
