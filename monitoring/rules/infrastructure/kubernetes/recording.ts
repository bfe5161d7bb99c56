import type { RecordingRule } from '../../../forms/rule.ts';
import { cadvisor, kubeState, type Place } from '../../../forms/selector.ts';

/** What pods request, of the whole cluster, by namespace. Pods that ended hold nothing. */
export function requestsByNamespace(): readonly RecordingRule[] {
  return ['cpu', 'memory'].map((resource) => {
    const requests = kubeState('kube_pod_container_resource_requests', `resource="${resource}"`);
    const live = kubeState('kube_pod_status_phase', 'phase=~"Pending|Running"');
    return {
      record: `namespace_${resource}:kube_pod_container_resource_requests:sum`,
      expr: `sum by (namespace) (sum by (namespace, pod) (max by (namespace, pod, container) (${requests})) * on (namespace, pod) (max by (namespace, pod) (${live} == 1)))`,
    };
  });
}

/** Use by container with its node, and the workload of each pod, under the names of kubernetes-mixin. */
export function containerRecordings(place: Place): readonly RecordingRule[] {
  return [...usage(place), ...workloads(place)];
}

function usage({ owned }: Place): readonly RecordingRule[] {
  const containers = [owned, 'container!=""', 'image!=""'];
  const node = `on (namespace, pod) group_left (node) topk by (namespace, pod) (1, max by (namespace, pod, node) (${kubeState('kube_pod_info', owned, 'node!=""')}))`;
  return [
    {
      record: 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m',
      expr: `sum by (namespace, pod, container) (rate(${cadvisor('container_cpu_usage_seconds_total', ...containers)}[5m]))\n* ${node}`,
    },
    {
      record: 'node_namespace_pod_container:container_memory_working_set_bytes',
      expr: `max by (namespace, pod, container) (${cadvisor('container_memory_working_set_bytes', ...containers)})\n* ${node}`,
    },
  ];
}

const WORKLOAD = 'namespace_workload_pod:kube_pod_owner:relabel';

function workloads({ owned }: Place): readonly RecordingRule[] {
  return [
    ...['Deployment', 'Rollout'].map((kind) => ofReplicaSets(kind, owned)),
    ...['DaemonSet', 'StatefulSet', 'Job'].map((kind) => ({
      record: WORKLOAD,
      expr: named(kubeState('kube_pod_owner', owned, `owner_kind="${kind}"`)),
      labels: { workload_type: kind.toLowerCase() },
    })),
  ];
}

/** Pods of Deployments and Rollouts belong to a ReplicaSet, and that to them. */
function ofReplicaSets(kind: string, owned: string): RecordingRule {
  const pods = kubeState('kube_pod_owner', owned, 'owner_kind="ReplicaSet"');
  const sets = kubeState('kube_replicaset_owner', owned, `owner_kind="${kind}"`);
  const byReplicaSet = `max by (namespace, pod, replicaset) (label_replace(${pods}, "replicaset", "$1", "owner_name", "(.+)"))`;
  const owner = `topk by (namespace, replicaset) (1, max by (namespace, replicaset, owner_name) (${sets}))`;
  return {
    record: WORKLOAD,
    expr: named(`${byReplicaSet}\n* on (namespace, replicaset) group_left (owner_name) ${owner}`),
    labels: { workload_type: kind.toLowerCase() },
  };
}

function named(query: string): string {
  return `max by (namespace, workload, pod) (label_replace(${query}, "workload", "$1", "owner_name", "(.+)"))`;
}
