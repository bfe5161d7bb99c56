import { expect, test } from 'vitest';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { scenario } from '../../forms/scenario.ts';
import { apiserver, cadvisor, kubeState, nodeExporter } from '../../forms/selector.ts';
import { hasPromtool, judgeRecordings, type Recorded } from '../promtool.fixture.ts';
import { INFRASTRUCTURE_FILES } from './rule-files.ts';

if (!hasPromtool) process.stderr.write('recorded numbers are not proven: promtool is not on PATH\n');

const SHOP = 'namespace="shop"';
const WORKLOAD = 'namespace_workload_pod:kube_pod_owner:relabel';
const NODE = 'instance="node-1"';

/** Requests to read, of which 90 of 100 take a second at most. */
const READS = {
  [apiserver('apiserver_request_total', 'verb="GET"', 'code="200"')]: '0+100x20',
  [apiserver('apiserver_request_sli_duration_seconds_count', 'verb="GET"', 'scope="resource"')]: '0+100x20',
  [apiserver('apiserver_request_sli_duration_seconds_bucket', 'verb="GET"', 'scope="resource"', 'le="1"')]:
    '0+90x20',
};

/** Series of pods of a Deployment, of a Rollout and of a StatefulSet. */
const PODS = {
  [kubeState('kube_pod_owner', SHOP, 'pod="api-1"', 'owner_kind="ReplicaSet"', 'owner_name="api-abc"')]:
    '1x20',
  [kubeState('kube_pod_owner', SHOP, 'pod="web-1"', 'owner_kind="ReplicaSet"', 'owner_name="web-def"')]:
    '1x20',
  [kubeState('kube_pod_owner', SHOP, 'pod="store-0"', 'owner_kind="StatefulSet"', 'owner_name="store"')]:
    '1x20',
  [kubeState(
    'kube_replicaset_owner',
    SHOP,
    'replicaset="api-abc"',
    'owner_kind="Deployment"',
    'owner_name="api"',
  )]: '1x20',
  [kubeState(
    'kube_replicaset_owner',
    SHOP,
    'replicaset="web-def"',
    'owner_kind="Rollout"',
    'owner_name="web"',
  )]: '1x20',
};

const CONTAINER = [SHOP, 'pod="api-1"', 'container="app"'];

type Case = readonly [string, Readonly<Record<string, string>>, string, Recorded['samples']];

const CASES: readonly Case[] = [
  [
    'each pod belongs to its workload, whatever lies between',
    PODS,
    `sum by (pod, workload, workload_type) (${WORKLOAD})`,
    [
      { labels: '{pod="api-1",workload="api",workload_type="deployment"}', value: 1 },
      { labels: '{pod="web-1",workload="web",workload_type="rollout"}', value: 1 },
      { labels: '{pod="store-0",workload="store",workload_type="statefulset"}', value: 1 },
    ],
  ],
  [
    'CPU of a container carries its node',
    {
      [cadvisor('container_cpu_usage_seconds_total', ...CONTAINER, 'image="app"')]: '0+30x20',
      [kubeState('kube_pod_info', SHOP, 'pod="api-1"', 'node="node-1"')]: '1x20',
    },
    'round(node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m, 0.0001)',
    [{ labels: '{namespace="shop",pod="api-1",container="app",node="node-1"}', value: 0.5 }],
  ],
  [
    'pods that ended hold no requests',
    {
      [kubeState('kube_pod_container_resource_requests', ...CONTAINER, 'resource="cpu"')]: '0.25x20',
      [kubeState('kube_pod_status_phase', SHOP, 'pod="api-1"', 'phase="Running"')]: '1x20',
      [kubeState('kube_pod_container_resource_requests', SHOP, 'pod="job-1"', 'resource="cpu"')]: '4x20',
      [kubeState('kube_pod_status_phase', SHOP, 'pod="job-1"', 'phase="Succeeded"')]: '1x20',
      [kubeState('kube_pod_status_phase', SHOP, 'pod="job-1"', 'phase="Running"')]: '0x20',
    },
    'sum by (namespace) (namespace_cpu:kube_pod_container_resource_requests:sum)',
    [{ labels: '{namespace="shop"}', value: 0.25 }],
  ],
  [
    'a node that idles half of the time uses half of its CPU',
    {
      [nodeExporter('node_cpu_seconds_total', NODE, 'cpu="0"', 'mode="idle"')]: '0+30x20',
      [nodeExporter('node_cpu_seconds_total', NODE, 'cpu="0"', 'mode="user"')]: '0+30x20',
    },
    'round(sum by (instance) (instance:node_cpu_utilisation:rate5m), 0.0001)',
    [{ labels: '{instance="node-1"}', value: 0.5 }],
  ],
  [
    'a node with a quarter of its memory free uses three quarters',
    {
      [nodeExporter('node_memory_MemAvailable_bytes', NODE)]: '25x20',
      [nodeExporter('node_memory_MemTotal_bytes', NODE)]: '100x20',
    },
    'sum by (instance) (instance:node_memory_utilisation:ratio)',
    [{ labels: '{instance="node-1"}', value: 0.75 }],
  ],
  [
    'reads of the API server that take longer than a second burn its budget',
    READS,
    'round(sum by (verb) (apiserver_request:burnrate5m), 0.0001)',
    [{ labels: '{verb="read"}', value: 0.1 }],
  ],
  [
    'without requests there is no burn rate',
    { [apiserver('apiserver_request_total', 'verb="GET"', 'code="200"')]: '7x20' },
    'apiserver_request:burnrate5m',
    [],
  ],
];

test.runIf(hasPromtool).each(CASES)('%s', (name, values, query, samples) => {
  const shop = observedShop();
  const groups = INFRASTRUCTURE_FILES.flatMap((file) => file.groups(shop));
  const { series } = scenario(name, '10m', values);
  const recorded = { series, at: '10m', query, samples };
  expect(judgeRecordings(groups, shop.observability as Observability, recorded)).toBe('');
});
