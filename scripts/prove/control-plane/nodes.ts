import type { Api } from './api.ts';

/**
 * What a t3.large offers on EKS: https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html for its
 * 35 pods, and what kubelet and system keep by the formulas of AL2023.
 */
const CAPACITY = { cpu: '2', memory: '7934Mi', pods: '35', 'ephemeral-storage': '80Gi' };
const ALLOCATABLE = { cpu: '1930m', memory: '7194Mi', pods: '35', 'ephemeral-storage': '70Gi' };

/** Where a cluster's nodes are. */
export interface Place {
  readonly region: string;
  /** Zone letters. */
  readonly zones: readonly string[];
}

/** Adds a node that nothing runs on, ready, in the zone whose turn it is. */
export async function addNode({ call, merge }: Api, index: number, { region, zones }: Place): Promise<void> {
  const name = `node-${index}`;
  const labels = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'node.kubernetes.io/instance-type': 't3.large',
    'topology.kubernetes.io/region': region,
    'topology.kubernetes.io/zone': `${region}${zones[index % zones.length]}`,
  };
  const now = new Date().toISOString().replace(/\.[0-9]+Z$/, 'Z');
  const times = { lastHeartbeatTime: now, lastTransitionTime: now };
  const condition = (type: string, status: string) => ({ type, status, reason: 'Proof', ...times });
  const pressures = ['MemoryPressure', 'DiskPressure', 'PIDPressure'].map((type) => condition(type, 'False'));
  const conditions = [condition('Ready', 'True'), ...pressures];
  const status = { capacity: CAPACITY, allocatable: ALLOCATABLE, conditions };
  await call('POST', '/api/v1/nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status });
  await merge(`/api/v1/nodes/${name}`, { spec: { taints: null } });
}
