import type { IStatefulSetSpec } from 'kubernetes-models/apps/v1';
import type { IServiceSpec } from 'kubernetes-models/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { selects } from '../inventory/selector.ts';
import { specOf } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';
import type { Workload } from '../inventory/workload.ts';

export const statefulSetServiceHeadless: Check = {
  name: 'stateful-set-service-headless',
  topic: 'references',
  severity: 'error',
  summary: 'The `serviceName` of every StatefulSet is a headless Service that selects its pods.',
  why: 'Without it the pods have no names of their own in DNS (`search-0.search`), so members of a cluster do not find one another.',
  fix: 'Let `spec.serviceName` name a Service with `clusterIP: None` and a selector of the pods.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const workload of inventory.workloads) {
      const { kind, object, namespace } = workload;
      const { serviceName } = specOf<IStatefulSetSpec>(object);
      if (kind !== 'StatefulSet' || !serviceName) continue;
      const service = inventory.find('Service', namespace, serviceName);
      const fault = service ? faultOf(service, workload) : isWhole(namespace) && 'which is not rendered';
      if (fault)
        tell(
          object,
          'spec.serviceName',
          `expected a headless Service of its pods, found ${serviceName}, ${fault}`,
        );
    }
  },
};

function faultOf(service: ManifestObject, { podLabels }: Workload): string | undefined {
  const { clusterIP, selector: matchLabels = {} } = specOf<IServiceSpec>(service);
  if (clusterIP !== 'None') return 'which has a cluster IP';
  return selects({ matchLabels }, podLabels) ? undefined : 'which selects other pods';
}
