import type { Environment } from '../../model/environment.ts';
import type { Patch } from '../../model/patch.ts';
import { type Previews, previewNamespace } from '../../model/previews.ts';
import { outsideHosts, publicHosts, withCallers } from '../resolve/graph.ts';
import { withToolbox } from '../resolve/toolbox-quota.ts';
import { neededBy } from './needed-by.ts';
import { ownAddresses } from './own-addresses.ts';
import { smallService } from './small-service.ts';

/** A preview to be made: `pr-123` or the name of an instance, and the tags of the services that are previewed. */
export interface PreviewRequest {
  readonly name: string;
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * The environment of a preview: what is previewed and what that uses, one pod of each, in a namespace of its own. It
 * keeps the environment's resources and way in, and has nothing outside its namespace: no load balancer, no priorities,
 * no windows.
 */
export function previewOf(
  environment: Environment,
  previews: Previews,
  request: PreviewRequest,
): Environment {
  const { name, tags } = request;
  const namespace = previewNamespace(environment.platform, name);
  const kept = neededBy(previews.services, environment.services);
  const inside = { namespace, hostSuffix: `-${name}`, domain: previews.domain };
  const addresses = ownAddresses(kept, environment, inside);
  const priorityClass = lowestPriority(environment);
  const services = withCallers(
    kept.map((service) => smallService(service, { previews, tags, addresses, priorityClass, inside })),
  );
  return {
    ...environment,
    name,
    domain: previews.domain,
    namespaces: { ...environment.namespaces, services: namespace },
    ownedNamespaces: [
      {
        name: namespace,
        injected: environment.mesh !== undefined,
        podSecurity: 'restricted',
        quota: withToolbox(services),
      },
    ],
    priorities: [],
    ownStorageClass: undefined,
    mesh: environment.mesh && { ...environment.mesh, tracing: undefined },
    prometheus: undefined,
    maintenance: undefined,
    emergency: undefined,
    delivery: undefined,
    previews: undefined,
    backups: undefined,
    observability: undefined,
    ownFiles: [],
    patches: environment.patches.map((patch) => movedTo(namespace, patch, environment)),
    preview: {
      copyOf: environment.name,
      services: previews.services,
      ttlSeconds: previews.ttlSeconds,
      toolbox: previews.toolbox,
    },
    services,
    outsideHosts: outsideHosts(services, NOTHING_TO_REPORT),
    publicHosts: publicHosts(services, previews.domain, NOTHING_TO_REPORT),
  };
}

/** A patch of an object in the namespace of the services, for that of the preview. */
function movedTo(namespace: string, patch: Patch, { namespaces }: Environment): Patch {
  const isMoved = patch.target.namespace === namespaces.services;
  return isMoved ? { ...patch, target: { ...patch.target, namespace } } : patch;
}

/** The environment itself has been looked at. */
const NOTHING_TO_REPORT = () => {};

/** When room is short, previews give way to the environment. */
function lowestPriority({ priorities }: Environment): string | undefined {
  return [...priorities].sort((a, b) => a.value - b.value)[0]?.className;
}
