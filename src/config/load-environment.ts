import type { Environment } from '../model/environment.ts';
import { fillFacts } from './fill-facts.ts';
import { mergeDocuments } from './merge.ts';
import { ConfigError } from './problem.ts';
import { resolveExternal } from './providers/external.ts';
import { collector, type Report } from './report.ts';
import { resolveEnvironment } from './resolve/environment.ts';
import type { Scope } from './resolve/scope.ts';
import { type DocumentInput, documentSchema } from './schema/document.ts';
import { externalSchema, type ResourceInput, resourceSchema } from './schema/resource.ts';
import { serviceSchema } from './schema/service.ts';
import { isMap, type Source, type YamlMap } from './source.ts';
import { validate } from './validate.ts';

/** One environment of a platform. Throws a ConfigError with everything wrong in it. */
export function loadEnvironment(folder: string, file: string, platform: Source, source: Source): Environment {
  const { report, problems } = collector(platform, source);
  const merged = fillFacts(mergeDocuments(platform.root, source.root, report), report);
  const document = validate(documentSchema, merged, [], report);
  const services = validateEach(merged['services'], 'services', serviceSchema, report);
  const resources = validateEach(merged['resources'], 'resources', resourceSchema, report);
  const externals = validateEach(merged['externals'], 'externals', externalSchema, report);
  const declared = declaredNames(merged, report);
  if (document) {
    checkNames(folder, file, document, report);
    const scope = { services, externals, declared, ...scopeOf(document, resources, report) };
    const environment = resolveEnvironment(scope, merged['services'] as YamlMap);
    if (problems.length === 0) return environment;
  }
  throw new ConfigError(problems);
}

/** Validates the entries of a map of names one by one; those at fault are left out. */
function validateEach<Schema extends Parameters<typeof validate>[0]>(
  entries: unknown,
  section: string,
  schema: Schema,
  report: Report,
) {
  const valid = new Map<string, NonNullable<ReturnType<typeof validate<Schema>>>>();
  if (!isMap(entries)) return valid;
  for (const [name, entry] of Object.entries(entries)) {
    const value = validate(schema, entry, [section, name], report);
    if (value !== undefined) valid.set(name, value as NonNullable<typeof value>);
  }
  return valid;
}

/** Services, resources and externals share one space of names, because `uses` and references name them alike. */
function declaredNames(merged: YamlMap, report: Report): Scope['declared'] {
  const declared = new Map<string, 'services' | 'resources' | 'externals'>();
  for (const section of ['services', 'resources', 'externals'] as const) {
    for (const name of Object.keys(merged[section] ?? {})) {
      const other = declared.get(name);
      if (other) report([section, name], `\`${name}\` is a name in ${other} already`, { at: 'key' });
      if (RESERVED.has(name))
        report([section, name], `\`${name}\` means something else in references`, { at: 'key' });
      declared.set(name, section);
    }
  }
  return declared;
}

const RESERVED = new Set(['platform', 'environment', 'domain', 'cluster', 'secret']);

function scopeOf(document: DocumentInput, inputs: ReadonlyMap<string, ResourceInput>, report: Report) {
  const secretPrefix = document.secrets.prefix ?? `${document.platform}/${document.environment}`;
  const resources: Map<string, NonNullable<ReturnType<typeof resolveExternal>>> = new Map();
  for (const [name, input] of inputs) {
    const resource = resolveExternal(name, input, document, secretPrefix, report);
    if (resource) resources.set(name, resource);
  }
  return { document, secretPrefix, resources, report };
}

/** A file and its folder are named after what they hold, so that a copy with the old name inside is noticed. */
function checkNames(folder: string, file: string, document: DocumentInput, report: Report): void {
  if (document.platform !== folder)
    report(['platform'], `expected ${folder}, the name of its folder, found ${document.platform}`);
  const expected = file.replace(/\.ya?ml$/, '');
  if (document.environment !== expected) {
    report(['environment'], `expected ${expected}, the name of its file, found ${document.environment}`);
  }
}
