import type { Environment } from '../../src/model/environment.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { awaitedBy, turnsOf } from '../../src/model/turns.ts';
import { BASE, partOf } from '../../src/outputs/argocd/parts.ts';
import type { Need } from './needs.ts';
import { isBefore, placeOf } from './place.ts';

/** Whether what an object needs, which is rendered, is there in time. */
export type IsMet = (manifest: Manifest, need: Need) => boolean;

/** When one Application brings the whole folder. */
export const inOneSync: IsMet = ({ origin, object }, need) => {
  if (!need.object) return false;
  if (isBefore(need.object, object, need.isReady)) return true;
  return isSideBySide(origin, need) && isSameWave(need.object, object);
};

/**
 * What watches a platform does not wait for its secrets: pods start when their Secret is there, and nothing else of it
 * is held back. Its disruption budgets are there from the start.
 */
function isSideBySide({ concern }: Manifest['origin'], { what, object }: Need): boolean {
  return (
    concern === 'observability' &&
    (what.startsWith('Secret') || ['Deployment', 'StatefulSet'].includes(object?.kind ?? ''))
  );
}

function isSameWave(one: Manifest['object'], other: Manifest['object']): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a[0] === b[0] && a[1] === b[1];
}

/** When each part of the environment has an Application, in the order in which the root brings them. */
export function byApplication(environment: Environment, manifests: readonly Manifest[]): IsMet {
  const byName = new Map(environment.services.map((service) => [service.name, service]));
  const turns = turnsOf(environment.services);
  const awaited = new Set(
    environment.services.flatMap((service) => awaitedBy(service, byName).map(({ name }) => name)),
  );
  const parts = new Map(manifests.map((manifest) => [manifest.object, partOf(manifest)]));
  const turnOf = (part: string) => (part === BASE ? -1 : (turns.get(part) ?? 0));
  return (manifest, need) => {
    const own = partOf(manifest);
    const other = need.object && parts.get(need.object);
    if (other === undefined) return false;
    if (own === other) return inOneSync(manifest, need);
    if (isOpenBefore(manifest, need)) return true;
    return (other === BASE || awaited.has(other)) && turnOf(other) < turnOf(own);
  };
}

/** Routes and the way in may be there before what they lead to: until then, its own paths are answered with an error. */
function isOpenBefore({ object }: Manifest, need: Need): boolean {
  return object.kind === 'Ingress' || (object.kind === 'VirtualService' && need.object?.kind === 'Service');
}
