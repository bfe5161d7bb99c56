import type { FactTable } from './fact-table.ts';
import type { Condition, Test } from './node.ts';
import type { Site } from './site.ts';

/** The strategy with which a service's new versions take over, as a test. */
export function strategyTest(service: string, test: 'is' | 'isNot', word: string): Test {
  return { test, path: ['services', service, 'release', 'strategy'], word };
}

/** What rules an object that a service has with some strategies only; its own workload, not that of a variant. */
export function releasedObject(
  kind: string,
  service: string,
  variant: string | undefined,
): readonly Condition[] {
  if (variant !== undefined) return [];
  if (kind === 'Deployment' || kind === 'ConfigMap') return [[strategyTest(service, 'is', 'rolling')]];
  if (kind === 'Rollout') return [[strategyTest(service, 'isNot', 'rolling')]];
  if (kind === 'AnalysisTemplate') return [[enabled(service, 'analysis')]];
  return PREVIEWED.has(kind) ? [[enabled(service, 'preview')]] : [];
}

/** Kinds of which a preview has one of its own. */
const PREVIEWED: ReadonlySet<string> = new Set(['Service', 'DestinationRule']);

const RELEASED: ReadonlySet<string> = new Set(['VirtualService', 'DestinationRule', 'Service', 'Rollout']);

/** What may rule a place in an object: the strategy of the service it is about, and what goes with that. */
export function releaseConditions({ object, owner }: Site, table: FactTable): readonly Condition[] {
  const service = ownerService(owner, table);
  if (service === undefined || !RELEASED.has(object.kind)) return [];
  const ofPreview = owner === service ? [] : [[enabled(service, 'preview')]];
  return [
    ...ofPreview,
    [strategyTest(service, 'is', 'canary')],
    [strategyTest(service, 'is', 'blue-green')],
    [strategyTest(service, 'isNot', 'rolling')],
    [enabled(service, 'analysis')],
    [enabled(service, 'preview')],
    [strategyTest(service, 'is', 'canary'), enabled(service, 'analysis')],
    [strategyTest(service, 'is', 'blue-green'), enabled(service, 'analysis')],
  ];
}

/** A route to a preview is about the service whose preview it is. */
function ownerService(owner: string | undefined, table: FactTable): string | undefined {
  if (owner === undefined || table.isService(owner)) return owner;
  return owner.replace(/-preview$/, '');
}

function enabled(service: string, part: string): Test {
  return { test: 'enabled', path: ['services', service, 'release', part, 'enabled'] };
}
