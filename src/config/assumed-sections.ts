import { type DocumentInput, documentSchema } from './schema/document.ts';
import type { ServiceInput } from './schema/service.ts';
import { isMap, type YamlMap } from './source.ts';

/**
 * A document whose sections at fault are replaced by ones that no service can be at odds with, so that a mistake in
 * one section does not hide those in the services. Good for finding problems only.
 */
export function withAssumedSections(
  merged: YamlMap,
  services: ReadonlyMap<string, ServiceInput>,
): DocumentInput {
  const inputs = {
    ...SECTIONS,
    ...sectionsFor(services),
    observability: observabilityFor(merged['observability']),
  } as unknown as YamlMap;
  const sections = Object.entries(documentSchema.shape).map(([section, schema]) => {
    const own = schema.safeParse(merged[section]);
    return [section, own.success ? own.data : schema.safeParse(inputs[section]).data];
  });
  return Object.fromEntries(sections) as DocumentInput;
}

const SECTIONS = {
  platform: 'platform',
  environment: 'environment',
  owner: 'owner',
  namespaces: {
    services: 'services',
    monitoring: 'monitoring',
    externalSecrets: 'external-secrets',
    nodeAgents: 'node-agents',
  },
  jwt: { issuer: 'https://example.com', jwksUri: 'https://example.com', audiences: ['audience'] },
  cluster: {
    name: 'cluster',
    cloud: 'aws',
    region: 'us-east-1',
    account: '000000000000',
    zones: ['a'],
    kubernetes: '1.33',
  },
  domain: 'example.com',
  registry: 'registry',
  providers: { default: 'external' },
  network: { data: ['10.0.0.0/8'], endpoints: ['10.0.0.0/8'] },
  ingress: {
    albToMesh: {
      scheme: 'internal',
      certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/none',
      gatewayCertificate: 'none',
    },
  },
  secrets: { store: 'kubernetes' },
  delivery: { repository: 'https://example.com/none', automated: true },
  toolbox: 'registry/none:none',
  services: {},
} as const;

/** Has nothing of its own that could be missing, and the same Prometheus as the one at fault. */
function observabilityFor(written: unknown) {
  const mode = isMap(written) && written['mode'] === 'operator' ? 'operator' : 'standalone';
  return { level: 'minimal', mode, alerts: { nobody: 'stands in' }, runbooks: 'https://example.com' };
}

/** Every priority and every image that any service asks for. */
function sectionsFor(services: ReadonlyMap<string, ServiceInput>) {
  const priorities = Object.fromEntries([...services.values()].map(({ priority }) => [priority, 1]));
  priorities['standard'] = 1;
  const images = [...services].map(([name, { variants = {} }]) => {
    const ofVariants = Object.keys(variants).map((variant) => [variant, { tag: 'none' }]);
    return [name, { tag: 'none', variants: Object.fromEntries(ofVariants) }];
  });
  return { priorities, images: Object.fromEntries(images) };
}
