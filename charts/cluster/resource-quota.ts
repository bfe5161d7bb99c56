import type { Construct } from 'constructs';
import { ResourceQuota } from '../../imports/kubernetes.ts';
import type { Namespace } from '../../src/model/environment.ts';

/** Hard limits of a namespace. No Service may open a load balancer or a node port: the only way in is that of `ingress`. */
export function resourceQuota(scope: Construct, { name, quota }: Namespace): void {
  new ResourceQuota(scope, {
    metadata: { name: 'quota', namespace: name },
    spec: {
      // Quantities are text throughout: the API server gives numbers back as text, which reads as a difference.
      hard: {
        'requests.cpu': quota.requestsCpu,
        'requests.memory': quota.requestsMemory,
        'limits.memory': quota.limitsMemory,
        pods: String(quota.pods),
        persistentvolumeclaims: String(quota.persistentVolumeClaims),
        'requests.storage': quota.requestsStorage,
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      },
    },
  });
}
