import type { Environment } from '../../../src/model/environment.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { placeOf } from '../../forms/selector.ts';
import { apiServerAlerts } from './kubernetes/api-server.ts';
import { apiServerBudgetAlerts, apiServerBurnRates } from './kubernetes/api-server-budget.ts';
import { capacityAlerts } from './kubernetes/capacity.ts';
import { daemonSetAlerts } from './kubernetes/daemon-sets.ts';
import { deploymentAlerts } from './kubernetes/deployments.ts';
import { jobAlerts } from './kubernetes/jobs.ts';
import { kubeletAlerts } from './kubernetes/kubelet.ts';
import { kubeNodeAlerts } from './kubernetes/nodes.ts';
import { podAlerts } from './kubernetes/pods.ts';
import { quotaAlerts } from './kubernetes/quotas.ts';
import { containerRecordings, requestsByNamespace } from './kubernetes/recording.ts';
import { scalingAlerts } from './kubernetes/scaling.ts';
import { statefulSetAlerts } from './kubernetes/stateful-sets.ts';
import { volumeAlerts } from './kubernetes/volumes.ts';

/**
 * What can be said of workloads in the platform's namespaces and of the cluster they run in, in the groups and under the
 * names of kubernetes-mixin: https://github.com/kubernetes-monitoring/kubernetes-mixin
 */
export function kubernetesGroups(environment: Environment): readonly RuleGroup[] {
  const place = placeOf(environment);
  return [
    { name: 'k8s.rules', rules: [...requestsByNamespace(), ...containerRecordings(place)] },
    {
      name: 'kubernetes-apps',
      rules: [
        ...podAlerts(place),
        ...deploymentAlerts(place),
        ...statefulSetAlerts(place),
        ...daemonSetAlerts(place),
        ...jobAlerts(place),
        ...scalingAlerts(place),
      ],
    },
    { name: 'kubernetes-resources', rules: [...capacityAlerts(), ...quotaAlerts(place)] },
    { name: 'kubernetes-storage', rules: volumeAlerts(place) },
    { name: 'kubernetes-system', rules: [...kubeNodeAlerts(), ...kubeletAlerts()] },
    { name: 'kubernetes-system-apiserver', rules: apiServerAlerts() },
    // A rate over three days reads much: as often as a scrape would be wasted on it.
    { name: 'kube-apiserver-burnrate.rules', interval: '3m', rules: apiServerBurnRates() },
    { name: 'kube-apiserver-slos', rules: apiServerBudgetAlerts() },
  ];
}
