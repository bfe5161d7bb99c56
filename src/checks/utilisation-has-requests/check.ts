import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { demandOf } from '../inventory/container-demand.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type Autoscaler, autoscalers } from '../inventory/scale.ts';
import { listed, namespaceOf, specOf } from '../inventory/spec.ts';
import { isLegible } from '../inventory/whole-namespaces.ts';
import { type PodContainer, workloadOf } from '../inventory/workload.ts';

export const utilisationHasRequests: Check = {
  name: 'utilisation-has-requests',
  topic: 'resources',
  severity: 'error',
  summary:
    'An autoscaler that aims at a utilisation finds the request it is a share of, in every container it is about.',
  why: 'Utilisation is a share of the request. Where one is missing the autoscaler reports `FailedGetResourceMetric` and never scales up.',
  fix: 'Give the container `resources.requests` for that resource, or name another in `containerResource.container`.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details'],
  examine: (inventory, tell) => {
    for (const autoscaler of autoscalers(inventory)) {
      const { object } = autoscaler;
      const containers = measuredContainers(inventory, autoscaler);
      for (const metric of containers ? utilisationsOf(object) : []) {
        const fault = faultOf(inventory, namespaceOf(object), metric, containers ?? []);
        if (fault) tell(object, metric.field, fault);
      }
    }
  },
};

/** Containers of the target that keep running; undefined when it is not rendered, or defaults are not known. */
function measuredContainers(
  inventory: Inventory,
  { object, target }: Autoscaler,
): readonly PodContainer[] | undefined {
  const namespace = namespaceOf(object);
  const owner = inventory.find(target.kind ?? 'Deployment', namespace, target.name);
  if (!owner || !isLegible(inventory)(namespace)) return undefined;
  return workloadOf(owner)?.containers.filter(({ role }) => role !== 'init');
}

interface Utilisation {
  readonly resource: string;
  /** Undefined: all of them. */
  readonly container: string | undefined;
  readonly field: string;
}

interface Metric {
  readonly name: string;
  readonly container?: string;
  readonly target?: { readonly type?: string };
}

interface AutoscalerSpec {
  readonly metrics: readonly { readonly resource?: Metric; readonly containerResource?: Metric }[];
  readonly triggers: readonly {
    readonly type: string;
    readonly metricType?: string;
    readonly metadata?: Readonly<Record<string, string>>;
  }[];
}

function utilisationsOf(object: ManifestObject): readonly Utilisation[] {
  const { metrics = [], triggers = [] } = specOf<AutoscalerSpec>(object);
  const native = metrics.flatMap(({ resource, containerResource }, index) => {
    const metric = resource ?? containerResource;
    const field = `spec.metrics[${index}].${resource ? 'resource' : 'containerResource'}`;
    return metric?.target?.type === 'Utilization'
      ? [{ resource: metric.name, container: metric.container, field }]
      : [];
  });
  const keda = triggers.flatMap(({ type, metricType = 'Utilization', metadata = {} }, index) => {
    if ((type !== 'cpu' && type !== 'memory') || metricType !== 'Utilization') return [];
    return [{ resource: type, container: metadata['containerName'], field: `spec.triggers[${index}]` }];
  });
  return [...native, ...keda];
}

function faultOf(
  inventory: Inventory,
  namespace: string,
  { resource, container }: Utilisation,
  containers: readonly PodContainer[],
): string | undefined {
  const measured = containers.filter((one) => container === undefined || one.container.name === container);
  // A sidecar that is injected has requests the templates of the mesh decide.
  if (container === 'istio-proxy') return undefined;
  if (measured.length === 0) {
    return `expected a container of the target (${listed(containers.map((one) => one.container.name))}), found ${container}`;
  }
  const without = measured.filter(
    (one) => demandOf(inventory)(one, namespace, 'requests', resource) === undefined,
  );
  if (without.length === 0) return undefined;
  return `expected requests.${resource} in every container, found none in ${listed(without.map((one) => one.container.name))}`;
}
