import type { Environment } from '../../../src/model/environment.ts';
import { barGauge } from '../../forms/panels/bar-gauge.ts';
import type { Section } from '../../forms/panels/place.ts';
import { NONE_IS_GOOD, stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import { placeOf } from '../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { writeDashboard } from '../write-dashboard.ts';
import { nodesSection } from './nodes.ts';

/** What the platform runs on: nodes, what its namespaces may still ask for, pods that do not come up, volumes. */
export function infrastructureBoard(environment: Environment): Dashboard {
  const { owned } = placeOf(environment);
  return writeDashboard({
    uid: INFRASTRUCTURE,
    title: 'Infrastructure',
    folder: 'Infrastructure',
    description: 'Nodes, quotas, pods and volumes.',
    sections: [
      pods(owned),
      ...(environment.observability?.parts.nodes ? [nodesSection()] : []),
      quotas(owned),
      volumes(owned),
      apiServer(),
    ],
  });
}

function pods(owned: string): Section {
  return {
    title: 'Pods',
    panels: [
      stat({
        title: 'Nodes not ready',
        description: 'Nodes whose kubelet does not say that it is well.',
        unit: 'short',
        height: 8,
        noValue: '0',
        steps: NONE_IS_GOOD,
        series: [['sum(kube_node_status_condition{condition="Ready",status=~"false|unknown"})', 'nodes']],
      }),
      timeSeries({
        title: 'Pods by phase',
        description: 'Pending for more than minutes: no node has room, or an image or a volume is missing.',
        unit: 'short',
        isStacked: true,
        width: 10,
        series: [[`sum by (phase) (kube_pod_status_phase{${owned}})`, '{{phase}}']],
      }),
      timeSeries({
        title: 'Containers that wait',
        description: 'By the reason Kubernetes gives. CrashLoopBackOff: they end again and again.',
        unit: 'short',
        width: 10,
        series: [
          [
            `sum by (namespace, reason) (kube_pod_container_status_waiting_reason{${owned}})`,
            '{{namespace}}: {{reason}}',
          ],
        ],
      }),
    ],
  };
}

function quotas(owned: string): Section {
  const quota = (type: string) =>
    `max by (namespace, resource) (kube_resourcequota{${owned},type="${type}"})`;
  return {
    title: 'Quotas',
    panels: [
      barGauge({
        title: 'Use of quotas',
        description: 'At 100 % nothing more is admitted: releases stop halfway.',
        unit: 'percentunit',
        max: 1,
        width: 12,
        height: 10,
        steps: [
          [null, 'green'],
          [0.8, 'orange'],
          [0.95, 'red'],
        ],
        series: [
          [`sort_desc(topk(20, ${quota('used')} / (${quota('hard')} > 0)))`, '{{namespace}}: {{resource}}'],
        ],
      }),
      timeSeries({
        title: 'Requested CPU',
        description: 'Cores that the pods of each namespace asked for.',
        unit: 'short',
        width: 12,
        height: 10,
        series: [
          [
            `sum by (namespace) (kube_pod_container_resource_requests{${owned},resource="cpu"})`,
            '{{namespace}}',
          ],
        ],
      }),
    ],
  };
}

function volumes(owned: string): Section {
  return {
    title: 'Volumes',
    panels: [
      timeSeries({
        title: 'Fullest volumes',
        description: 'Share of the space that is used, of the ten fullest.',
        unit: 'percentunit',
        max: 1,
        bound: 0.85,
        width: 12,
        series: [
          [
            `topk(10, kubelet_volume_stats_used_bytes{${owned}} / kubelet_volume_stats_capacity_bytes{${owned}})`,
            '{{namespace}}: {{persistentvolumeclaim}}',
          ],
        ],
      }),
      timeSeries({
        title: 'Inodes',
        description: 'Share of the files that a volume can hold, of the ten fullest.',
        unit: 'percentunit',
        max: 1,
        width: 12,
        series: [
          [
            `topk(10, kubelet_volume_stats_inodes_used{${owned}} / (kubelet_volume_stats_inodes{${owned}} > 0))`,
            '{{namespace}}: {{persistentvolumeclaim}}',
          ],
        ],
      }),
    ],
  };
}

function apiServer(): Section {
  const requests = 'apiserver_request_total{job="apiserver"';
  return {
    title: 'Kubernetes API',
    panels: [
      timeSeries({
        title: 'Requests to the API server',
        description: 'Requests a second, by verb.',
        unit: 'reqps',
        width: 12,
        series: [[`sum by (verb) (rate(${requests}}[$__rate_interval]))`, '{{verb}}']],
      }),
      timeSeries({
        title: 'Errors of the API server',
        description: 'Share of the requests that it could not serve. Controllers and kubelets wait for it.',
        unit: 'percentunit',
        width: 12,
        series: [
          [
            `(sum(rate(${requests},code=~"5.."}[$__rate_interval])) or vector(0)) / sum(rate(${requests}}[$__rate_interval]))`,
            'failed',
          ],
        ],
      }),
    ],
  };
}
