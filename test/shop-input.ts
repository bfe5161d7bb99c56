import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvironments } from '../src/config/load.ts';
import type { LoadContext } from '../src/config/load-context.ts';
import type { Environment } from '../src/model/environment.ts';
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
  const files = [
    { name: 'platform.yaml', content: laidOver(baseFile('platform.yaml'), platform) },
    { name: 'production.yaml', content: laidOver(baseFile('production.yaml'), production) },
  ];
  const [environment] = loadEnvironments(
    files.map(({ name, content }) => ({
      path: `environments/shop/${name}`,
      folder: 'shop',
      name,
      bytes: new TextEncoder().encode(JSON.stringify(content)),
    })),
    CONTEXT,
  );
  return environment as Environment;
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
