import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { servicePorts } from '../inventory/mesh-hosts.ts';
import { mayListenOn } from '../inventory/pod-ports.ts';
import type { LabelSelector } from '../inventory/selector.ts';
import { labelledServices } from '../inventory/services.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const monitorFindsTargets: Check = {
  name: 'monitor-finds-targets',
  topic: 'references',
  severity: 'error',
  summary:
    'Every ServiceMonitor selects Services, every PodMonitor pods, and both name ports that those have.',
  why: 'Prometheus drops a monitor without targets silently: graphs are empty and alerts never fire.',
  fix: 'Let `selector` have labels of the Service (not of its pods), `namespaceSelector` its namespace, and `port` the name of one of its ports.',
  sources: ['https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors'],
  examine: (inventory, tell) => {
    for (const kind of KINDS) {
      for (const monitor of inventory.ofKind(kind.name)) examineMonitor(inventory, tell, monitor, kind);
    }
  },
};

/** Tells whether a target has a port of a name. */
type HasPort = (port: string) => boolean;

interface MonitorKind {
  readonly name: string;
  readonly targets: string;
  readonly endpoints: 'endpoints' | 'podMetricsEndpoints';
  readonly targetsIn: (
    inventory: Inventory,
    namespace: string,
    selector: LabelSelector,
  ) => readonly HasPort[];
}

const KINDS: readonly MonitorKind[] = [
  {
    name: 'ServiceMonitor',
    targets: 'Services',
    endpoints: 'endpoints',
    targetsIn: (inventory, namespace, selector) =>
      labelledServices(inventory)(namespace, selector).map(
        (service) => (port) => servicePorts(service).some(({ name }) => name === port),
      ),
  },
  {
    name: 'PodMonitor',
    targets: 'pods',
    endpoints: 'podMetricsEndpoints',
    targetsIn: ({ selected }, namespace, selector) =>
      selected(namespace, selector).map((workload) => (port) => mayListenOn(workload, port)),
  },
];

interface MonitorSpec {
  readonly selector: LabelSelector;
  readonly namespaceSelector: { readonly any?: boolean; readonly matchNames?: readonly string[] };
  readonly endpoints: readonly { readonly port?: string }[];
  readonly podMetricsEndpoints: readonly { readonly port?: string }[];
}

function examineMonitor(
  inventory: Inventory,
  tell: Tell,
  monitor: ManifestObject,
  { targets, endpoints, targetsIn }: MonitorKind,
): void {
  const spec = specOf<MonitorSpec>(monitor);
  const namespaces = spec.namespaceSelector?.matchNames ?? [namespaceOf(monitor)];
  if (spec.namespaceSelector?.any === true || !namespaces.every(rendersWhole(inventory))) return;
  const found = namespaces.flatMap((namespace) => targetsIn(inventory, namespace, spec.selector ?? {}));
  if (found.length === 0) {
    tell(
      monitor,
      'spec.selector',
      `expected labels of ${targets} in ${namespaces.join(', ')}, found none that have them`,
    );
    return;
  }
  spec[endpoints]?.forEach(({ port }, index) => {
    if (port === undefined || found.some((hasPort) => hasPort(port))) return;
    tell(
      monitor,
      `spec.${endpoints}[${index}].port`,
      `expected a port of the selected ${targets}, found ${port}`,
    );
  });
}
