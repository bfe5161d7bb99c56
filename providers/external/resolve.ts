import { resourceTypes } from '../../resources/index.ts';
import { filled } from '../../resources/outputs.ts';
import type { EndpointType, ResourceType } from '../../resources/resource-type.ts';
import type { Report } from '../../src/config/report.ts';
import { regionOf } from '../../src/config/resolve/cluster.ts';
import { networkRange } from '../../src/config/resolve/network-range.ts';
import type { ResolvedResource } from '../../src/config/resolve/scope.ts';
import type { ExternalInput, ResourceInput } from '../../src/config/schema/resource.ts';
import type { Endpoint } from '../../src/model/endpoint.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Provider, ProviderContext } from '../provider.ts';
import { trustOf, trustValues } from './trust.ts';

/**
 * Somebody else runs the resource; the environment says where it is and which remote secret holds its credentials.
 * Reports what its type needs and lacks, and what it has no use for.
 */
export const external: Provider = { summary: 'somebody else runs them', resolve };

function resolve(
  name: string,
  input: ResourceInput,
  { document, remoteSecret, report }: ProviderContext,
): ResolvedResource | undefined {
  const facts: ResourceType = resourceTypes[input.type];
  const said = input.external ?? {};
  if (!hasRightFields(name, input, report)) return undefined;
  const region = regionOf(document);
  const by = ['resources', name];
  const network = networkRange(said.network ?? facts.network, document, { by, report });
  const host = said.host ?? filled(facts.host ?? '', { region, name: said.name ?? '' });
  const trust = trustOf(name, said, host, { facts, document, report });
  const nodeRanges = facts.members === 'always' || said.members ? network.cidrs : undefined;
  const endpoints = facts.endpoints.map(
    (type): Endpoint => ({
      name: type.name,
      label: labelOf(type, name, facts.host, said),
      port: said.port ?? type.port,
      protocol: type.protocol,
      reach: { kind: 'host', host: hostOf(type, host, said), network, nodeRanges },
    }),
  );
  const resource: Resource = {
    name,
    type: input.type,
    provider: 'external',
    version: input.version,
    database: input.database,
    endpoints,
    trust,
    credentials: credentialsOf(facts, said.secret ?? remoteSecret(name)),
    cloudName: facts.cloudwatch?.nameOf({ ...said, host }),
  };
  return {
    resource,
    facts,
    values: { region, database: input.database ?? '', ...texts(said), ...trustValues(facts, trust) },
  };
}

function credentialsOf({ optional }: ResourceType, key: string): Resource['credentials'] {
  return optional.includes('secret') ? { kind: 'remote', key } : undefined;
}

/** The fields of `external` that outputs fill in. */
function texts({ name, url, arn }: ExternalInput): Record<string, string> {
  return { name: name ?? '', url: url ?? '', arn: arn ?? '' };
}

/** Services of AWS that many resources share a host of go by the service's name. */
function labelOf(
  { name: type }: EndpointType,
  name: string,
  host: string | undefined,
  external: ExternalInput,
): string {
  if (type !== 'main') return `${name}-${type}`;
  const isShared = host !== undefined && external.host === undefined && !host.includes('{name}');
  return isShared ? `aws-${host.split('.')[0]}` : name;
}

/** Without read replicas, readers use the writer. */
function hostOf(type: EndpointType, host: string, external: ExternalInput): string {
  return type.name === 'reader' ? (external.readerHost ?? host) : host;
}

function hasRightFields(name: string, input: ResourceInput, report: Report): boolean {
  const facts: ResourceType = resourceTypes[input.type];
  const given = Object.keys(input.external ?? {}) as (keyof ExternalInput)[];
  const missing = facts.required.filter((field) => !given.includes(field));
  const useless = given.filter((field) => !facts.required.includes(field) && !facts.optional.includes(field));
  const path = ['resources', name, 'external'];
  for (const field of missing) {
    report([...path, field], `missing: a ${input.type} that somebody else runs is known by its ${field}`, {
      fix: `write resources: {${name}: {external: {${field}: ...}}}`,
      at: 'key',
    });
  }
  for (const field of useless) {
    const usable = [...facts.required, ...facts.optional].sort().join(', ');
    report([...path, field], `a ${input.type} has no ${field}`, {
      fix: `remove it; it has: ${usable}`,
      at: 'key',
    });
  }
  const lacksDatabase = facts.needsDatabase && input.database === undefined;
  if (lacksDatabase)
    report(['resources', name, 'database'], `missing: the name of the database`, { at: 'key' });
  if (!facts.needsDatabase && input.database !== undefined) {
    report(['resources', name, 'database'], `a ${input.type} has no database`, {
      fix: 'remove it',
      at: 'key',
    });
  }
  return missing.length === 0 && useless.length === 0 && !lacksDatabase;
}
