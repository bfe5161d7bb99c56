import type { ResourceDependency } from '../src/model/dependency.ts';
import type { Endpoint, NetworkRange } from '../src/model/endpoint.ts';
import type { Access, Resource } from '../src/model/resource.ts';

/** An endpoint as a provider would give it: TCP, at a host of the shop. */
export function sampleEndpoint(
  label: string,
  host: string,
  port: number,
  network: NetworkRange = { name: 'data', cidrs: ['10.20.32.0/20'], except: [] },
): Endpoint {
  return { name: 'main', label, port, protocol: 'TCP', reach: { kind: 'host', host, network } };
}

/** A resource as a provider would give it, with an account and one endpoint: `<name>.shop.example:443`. */
export function sampleResource<const Type extends string>(
  name: string,
  type: Type,
  fields: Omit<Partial<Resource>, 'type'> = {},
): Resource & { readonly type: Type } {
  return {
    name,
    type,
    provider: 'external',
    endpoints: [sampleEndpoint(name, `${name}.shop.example`, 443)],
    trust: {},
    credentials: { kind: 'remote', key: `shop/production/${name}` },
    ...fields,
  };
}

/** A resource of AWS that CloudWatch calls by that name. */
export function sampleCloudResource<const Type extends string>(name: string, type: Type, cloudName: string) {
  return { ...sampleResource(name, type), cloudName };
}

/** A resource with an exporter, which has an account of its own. */
export function sampleWatched<const Type extends string>(
  name: string,
  type: Type,
  fields: Omit<Partial<Resource>, 'type'> = {},
) {
  const account = { kind: 'remote', key: `shop/production/${name}-monitoring` } as const;
  return { resource: sampleResource(name, type, fields), account };
}

/** An edge to a resource, at its first endpoint. */
export function useOf(resource: Resource, access?: Access): ResourceDependency {
  const [endpoint = sampleEndpoint(resource.name, `${resource.name}.shop.example`, 443)] = resource.endpoints;
  return { to: 'resource', name: resource.name, resource, access, endpoint };
}
