import { providers } from '../../providers/index.ts';
import type { Environment } from '../model/environment.ts';
import { withAssumedSections } from './assumed-sections.ts';
import { reportDeliveryPlaces } from './delivery-places.ts';
import type { LoadContext } from './load-context.ts';
import { mergeDocuments } from './merge.ts';
import { hasUnreadSections, type Names, reportFileNames, resolveNames } from './names.ts';
import { ConfigError } from './problem.ts';
import { type Collector, collector, type Report } from './report.ts';
import { resolveEnvironment } from './resolve/environment.ts';
import { reportRefusals } from './resolve/refusals.ts';
import { remoteNames, reportRemoteNames } from './resolve/remote-names.ts';
import type { ResolvedResource } from './resolve/scope.ts';
import { exception } from './schema/checking.ts';
import { type DocumentInput, documentSchema } from './schema/document.ts';
import { externalSchema, type ResourceInput, resourceSchema } from './schema/resource.ts';
import { isName } from './schema/scalars.ts';
import { serviceSchema } from './schema/service.ts';
import { settleDocument } from './settle.ts';
import { isMap, type Source, type YamlMap } from './source.ts';
import { validate } from './validate.ts';

/** One environment of a platform. Throws a ConfigError with everything wrong in it. */
export function loadEnvironment(
  names: Names,
  platform: Source,
  source: Source,
  context: LoadContext,
): Environment {
  const { report, problems, respelled, placeOf } = collector(platform, source);
  const merged = settleDocument(mergeDocuments(platform.root, source.root, report), report);
  reportFileNames(names, merged, report);
  reportDeliveryPlaces(platform.root, source.root, report);
  const environment = environmentOf(merged, { context, report, respelled, placeOf, validate });
  if (problems.length > 0) throw new ConfigError(problems);
  return environment;
}

/** What a settled document is resolved with. */
export interface Resolving {
  readonly context: LoadContext;
  readonly report: Report;
  readonly respelled: Collector['respelled'];
  readonly placeOf: Collector['placeOf'];
  readonly validate: typeof validate;
}

/**
 * The environment that a settled document describes. Reports everything wrong in it; what it returns may only be taken
 * for an environment when nothing was reported.
 */
export function environmentOf(merged: YamlMap, resolving: Resolving): Environment {
  const { context, report, respelled, placeOf } = resolving;
  const valid = resolving.validate(documentSchema, merged, [], report);
  const services = validateEach(merged['services'], 'services', serviceSchema, resolving);
  const resources = validateEach(merged['resources'], 'resources', resourceSchema, resolving);
  const externals = validateEach(merged['externals'], 'externals', externalSchema, resolving);
  const hasUnread = hasUnreadSections(merged);
  const exceptions = validateEach(merged['exceptions'], 'exceptions', exception, resolving);
  const declared = resolveNames(merged, services, report);
  const document = withoutOperator(valid ?? withAssumedSections(merged, services));
  const scope = {
    services,
    externals,
    exceptions,
    context,
    declared,
    hasUnread,
    respelled,
    placeOf,
    ...scopeOf(document, resources, report),
  };
  const entries = isMap(merged['services']) ? merged['services'] : {};
  reportRefusals(document, merged, report);
  reportRemoteNames(document, merged, report);
  return resolveEnvironment(scope, entries as YamlMap);
}

/** Validates the entries of a map of names one by one; those at fault are left out, bad names too. */
function validateEach<Schema extends Parameters<typeof validate>[0]>(
  entries: unknown,
  section: string,
  schema: Schema,
  { validate: validated, report }: Resolving,
) {
  const valid = new Map<string, NonNullable<ReturnType<typeof validate<Schema>>>>();
  if (!isMap(entries)) return valid;
  for (const [name, entry] of Object.entries(entries)) {
    if (!isName(name)) continue;
    const value = validated(schema, entry, [section, name], report);
    if (value !== undefined) valid.set(name, value as NonNullable<typeof value>);
  }
  return valid;
}

/** Without what belongs to External Secrets, where nothing reads remote secrets: platform.yaml has it for other environments. */
function withoutOperator(document: DocumentInput): DocumentInput {
  if (document.secrets.store !== 'kubernetes') return document;
  return {
    ...document,
    namespaces: { ...document.namespaces, externalSecrets: undefined },
    quotas: { ...document.quotas, externalSecrets: undefined },
  };
}

function scopeOf(document: DocumentInput, inputs: ReadonlyMap<string, ResourceInput>, report: Report) {
  const remoteSecret = remoteNames(document);
  const resources = new Map<string, ResolvedResource>();
  for (const [name, input] of inputs) {
    const provider = providers[document.providers.default];
    const resource = provider.resolve(name, input, { document, remoteSecret, report });
    if (resource) resources.set(name, resource);
  }
  return { document, remoteSecret, resources, report };
}
