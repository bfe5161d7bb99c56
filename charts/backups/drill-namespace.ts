import type { Construct } from 'constructs';
import { ConfigMap } from '../../imports/kubernetes.ts';
import type { Drill } from '../../src/model/backups.ts';
import type { Environment } from '../../src/model/environment.ts';
import { limitRange } from '../cluster/limit-range.ts';
import { namespace } from '../cluster/namespace.ts';
import { bindViewers } from '../cluster/people.ts';
import { resourceQuota } from '../cluster/resource-quota.ts';
import { defaultDeny } from '../network/default-deny.ts';

/** Name of the ConfigMap with a line for each drill. */
export const REPORT = 'drill.report';

/**
 * Where backups are restored to: outside the mesh, reached by nobody and reaching nothing, bounded. People may look, and
 * nobody but the drill may start anything: its account could restore any backup anywhere.
 */
export function addDrillNamespace(scope: Construct, environment: Environment, drill: Drill): void {
  const owned = {
    name: drill.namespace,
    injected: false,
    podSecurity: 'restricted',
    quota: drill.quota,
  } as const;
  namespace(scope, owned, environment);
  resourceQuota(scope, owned);
  limitRange(scope, owned);
  defaultDeny(scope, drill.namespace);
  bindViewers(scope, drill.namespace, environment);
  // Without data, so that the lines of the drills are nobody's but theirs.
  new ConfigMap(scope, { metadata: { name: REPORT, namespace: drill.namespace } });
}
