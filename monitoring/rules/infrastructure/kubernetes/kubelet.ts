import type { AlertRule } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubelet, kubeState } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** The agents of Kubernetes on the nodes. Names as in kubernetes-mixin. */
export function kubeletAlerts(): readonly AlertRule[] {
  return [down(), tooManyPods(), clientErrors(), versionMismatch()];
}

const UP = 'up{job="kubelet",metrics_path="/metrics",node="node-1"}';

function down(): AlertRule {
  return {
    alert: 'KubeletDown',
    expr: 'absent(up{job="kubelet"} == 1)',
    for: '15m',
    severity: 'critical',
    summary: 'No kubelet answers Prometheus',
    description:
      'Not one kubelet has been scraped for 15 minutes; numbers of containers and volumes are missing.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'CPU, memory and volumes of all pods are unknown, and alerts about them are silent.',
      diagnosis: [
        'Read the error of the scrape on the page Status, Targets of Prometheus.',
        '403: the ClusterRole of Prometheus lacks `nodes/metrics`. Timeout: a NetworkPolicy or security group closes port 10250.',
      ],
      queries: [{ query: 'up{job="kubelet"}', tells: 'Which kubelets answer.' }],
      mitigation: ['Give back the right or the way that is missing; compare with what was last released.'],
    },
    test: {
      fires: scenario('none answers', '20m', { [UP]: '0x30' }),
      quiet: [
        scenario('one of two answers', '20m', {
          [UP]: '0x30',
          'up{job="kubelet",metrics_path="/metrics",node="node-2"}': '1x30',
        }),
        scenario('they were away for ten minutes', '15m', { [UP]: '1x5 0x9 1x30' }),
      ],
    },
  };
}

function tooManyPods(): AlertRule {
  return {
    alert: 'KubeletTooManyPods',
    expr: [
      `count by (node) ((max by (namespace, pod) (${kubeState('kube_pod_status_phase', 'phase="Running"')}) == 1)`,
      `* on (namespace, pod) group_left (node) max by (namespace, pod, node) (${kubeState('kube_pod_info', 'node!=""')}))`,
      `/ max by (node) (${kubeState('kube_node_status_capacity', 'resource="pods"')} > 1) > 0.95`,
    ].join('\n'),
    for: '15m',
    severity: 'info',
    summary: 'Node {{ $labels.node }} has almost as many pods as it may',
    description: 'Node {{ $labels.node }} has {{ $value | humanizePercentage }} of the pods it may have.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'No further pod is put there, whatever room it has.',
      diagnosis: [
        'See what it runs: `kubectl -n <namespace> get pods --field-selector spec.nodeName=<node>`',
      ],
      queries: [
        {
          query: `count by (node) (${kubeState('kube_pod_info', 'node!=""')})`,
          tells: 'How many pods each node has.',
        },
      ],
      mitigation: [
        'Add nodes or use larger ones: on AWS the number of addresses of the machine is the bound.',
      ],
    },
    test: {
      fires: scenario('four of four', '20m', podsOfNode('4x30')),
      quiet: [scenario('four of eight', '20m', podsOfNode('8x30')), WITHOUT_SERIES],
    },
  };
}

function podsOfNode(capacity: string) {
  const pods = [1, 2, 3, 4].flatMap((number): readonly [string, string][] => {
    const pod = ['namespace="shop"', `pod="api-${number}"`];
    return [
      [kubeState('kube_pod_status_phase', ...pod, 'phase="Running"'), '1x30'],
      [kubeState('kube_pod_info', ...pod, 'node="node-1"'), '1x30'],
    ];
  });
  const room = kubeState('kube_node_status_capacity', 'node="node-1"', 'resource="pods"');
  return { ...Object.fromEntries(pods), [room]: capacity };
}

const REQUESTS = 'rest_client_requests_total';

function clientRequests(failed: string, fine: string) {
  return {
    [kubelet(REQUESTS, 'instance="10.0.0.1:10250"', 'code="500"')]: failed,
    [kubelet(REQUESTS, 'instance="10.0.0.1:10250"', 'code="200"')]: fine,
  };
}

function clientErrors(): AlertRule {
  return {
    alert: 'KubeClientErrors',
    expr: `sum by (job, instance) (rate(${REQUESTS}{code=~"5.."}[5m])) / sum by (job, instance) (rate(${REQUESTS}[5m])) > 0.01`,
    for: '15m',
    severity: 'warning',
    summary: 'The API server fails requests of {{ $labels.job }}',
    description:
      '{{ $value | humanizePercentage }} of the requests of {{ $labels.job }} {{ $labels.instance }} to the API server fail.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'Pods are started, stopped and reported late, or not at all.',
      diagnosis: [
        'See whether all clients have it (the API server is the cause) or one (its node or network is).',
        'Ask the API server itself: `kubectl get --raw "/readyz?verbose"`',
      ],
      queries: [
        {
          query: `topk(10, sum by (job, instance, code) (rate(${REQUESTS}{code=~"5.."}[5m])))`,
          tells: 'Whose requests fail, and with which code.',
        },
      ],
      mitigation: ['All: ask who runs the control plane.', 'One: drain its node and replace it.'],
    },
    test: {
      fires: scenario('one of ten fails', '25m', clientRequests('0+6x40', '0+54x40')),
      quiet: [
        scenario('none fails', '25m', clientRequests('0x40', '0+60x40')),
        scenario('it asks nothing', '25m', clientRequests('0x40', '0x40')),
        scenario('the counters start again', '25m', clientRequests('6x20 0x20', '0+60x20 0+60x20')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const VERSION = 'kubernetes_build_info';
const MINOR = `label_replace(${VERSION}, "minor", "$1", "git_version", "(v[0-9]+[.][0-9]+).*")`;

function version(node: string, value: string): string {
  return kubelet(VERSION, `node="${node}"`, `git_version="${value}"`);
}

function versionMismatch(): AlertRule {
  return {
    alert: 'KubeVersionMismatch',
    expr: `count(count by (minor) (${MINOR})) > 1`,
    for: '1h',
    severity: 'warning',
    summary: 'Parts of the cluster run different minor versions of Kubernetes',
    description:
      'There are {{ $value }} different minor versions; an upgrade has not been finished for an hour.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'None at once. Kubelets that fall three minor versions behind are no longer supported.',
      diagnosis: ['See which nodes are old: `kubectl get nodes -o wide`'],
      queries: [
        { query: `count by (job, git_version) (${VERSION})`, tells: 'How many parts run which version.' },
      ],
      mitigation: ['Finish the upgrade: replace the nodes of the old version.'],
    },
    test: {
      fires: scenario('one node is behind', '70m', {
        [version('node-1', 'v1.33.1')]: '1x90',
        [version('node-2', 'v1.32.4')]: '1x90',
      }),
      quiet: [
        scenario('patch versions differ', '70m', {
          [version('node-1', 'v1.33.1-eks-1')]: '1x90',
          [version('node-2', 'v1.33.4-eks-2')]: '1x90',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}
