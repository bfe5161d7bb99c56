import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubeState } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Nodes that are not well, by what Kubernetes knows of them. Names and times as in kubernetes-mixin. */
export function kubeNodeAlerts(): readonly AlertRule[] {
  return [notReady(), pressure(), unreachable(), flapping()];
}

const CONDITION = 'kube_node_status_condition';
const TAINT = 'kube_node_spec_taint';
const CORDONED = 'kube_node_spec_unschedulable';
const NODE = 'node="node-1"';
const READY = ['condition="Ready"', 'status="true"'];
const IN_USE = `on (node) max by (node) (${kubeState(CORDONED)}) == 0`;

const LOOK_AT_NODE = 'Read its conditions and events: `kubectl describe node <node>`';

const NODE_RUNBOOK: Runbook = {
  impact: 'Its pods are moved to other nodes after five minutes; those with volumes may take longer.',
  diagnosis: [
    LOOK_AT_NODE,
    'See whether the machine still exists: `aws ec2 describe-instance-status --instance-ids <id>`',
    'See which pods it has: `kubectl -n <namespace> get pods --field-selector spec.nodeName=<node>`',
  ],
  queries: [
    { query: `${kubeState(CONDITION, ...READY)} == 0`, tells: 'The nodes that are not ready.' },
    {
      query: `${kubeState(CONDITION, 'condition!="Ready"', 'status="true"')} == 1`,
      tells: 'What they lack.',
    },
  ],
  mitigation: [
    'Cordon and drain it: `kubectl drain <node> --ignore-daemonsets --delete-emptydir-data`',
    'Terminate the machine: the node group or Karpenter replaces it.',
  ],
};

function notReady(): AlertRule {
  return {
    alert: 'KubeNodeNotReady',
    expr: `max by (node) (${kubeState(CONDITION, ...READY)}) == 0\nand ${IN_USE}`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} is not ready',
    description: 'Node {{ $labels.node }} has not been ready for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: NODE_RUNBOOK,
    test: {
      fires: scenario('it is not ready', '20m', nodeSeries('0x30', '0x30')),
      quiet: [
        scenario('it is ready', '20m', nodeSeries('1x30', '0x30')),
        scenario('it is being drained', '20m', nodeSeries('0x30', '1x30')),
        WITHOUT_SERIES,
      ],
    },
  };
}

function nodeSeries(ready: string, cordoned: string) {
  return { [kubeState(CONDITION, NODE, ...READY)]: ready, [kubeState(CORDONED, NODE)]: cordoned };
}

const PRESSURE = ['condition=~"DiskPressure|MemoryPressure|PIDPressure"', 'status="true"'];

function pressure(): AlertRule {
  return {
    alert: 'KubeNodePressure',
    expr: `max by (node, condition) (${kubeState(CONDITION, ...PRESSURE)}) == 1\nand ${IN_USE}`,
    for: '10m',
    severity: 'info',
    summary: 'Node {{ $labels.node }} is short of something',
    description: 'Node {{ $labels.node }} has had {{ $labels.condition }} for 10 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...NODE_RUNBOOK,
      impact: 'The kubelet evicts pods of this node, those that use more than they requested first.',
    },
    test: {
      fires: scenario('memory is short', '15m', pressureSeries('1x30', '0x30')),
      quiet: [
        scenario('it passes after five minutes', '5m', pressureSeries('1x5 0x30', '0x30')),
        scenario('the node is being drained', '15m', pressureSeries('1x30', '1x30')),
        WITHOUT_SERIES,
      ],
    },
  };
}

function pressureSeries(memory: string, cordoned: string) {
  const condition = kubeState(CONDITION, NODE, 'condition="MemoryPressure"', 'status="true"');
  return { [condition]: memory, [kubeState(CORDONED, NODE)]: cordoned };
}

/** Set by what takes nodes away on purpose: cluster autoscaler, Karpenter, the termination handler of spot instances. */
const LEAVING =
  'key=~"ToBeDeletedByClusterAutoscaler|karpenter.sh/disrupted|aws-node-termination-handler/.+"';
const UNREACHABLE = ['key="node.kubernetes.io/unreachable"', 'effect="NoSchedule"'];

function unreachable(): AlertRule {
  return {
    alert: 'KubeNodeUnreachable',
    expr: `max by (node) (${kubeState(TAINT, ...UNREACHABLE)}) == 1\nunless on (node) ${kubeState(TAINT, LEAVING)}`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} cannot be reached',
    description: 'The control plane has not heard of node {{ $labels.node }} for 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: NODE_RUNBOOK,
    test: {
      fires: scenario('it is tainted as unreachable', '20m', {
        [kubeState(TAINT, NODE, ...UNREACHABLE)]: '1x30',
      }),
      quiet: [
        scenario('it is taken away on purpose', '20m', {
          [kubeState(TAINT, NODE, ...UNREACHABLE)]: '1x30',
          [kubeState(TAINT, NODE, 'key="karpenter.sh/disrupted"', 'effect="NoSchedule"')]: '1x30',
        }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function flapping(): AlertRule {
  return {
    alert: 'KubeNodeReadinessFlapping',
    expr: `sum by (node) (changes(${kubeState(CONDITION, ...READY)}[15m])) > 2\nand ${IN_USE}`,
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} comes and goes',
    description:
      'Node {{ $labels.node }} changed between ready and not ready {{ $value }} times in 15 minutes.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      ...NODE_RUNBOOK,
      impact: 'Its pods are taken out of their services and put back again and again; some requests fail.',
    },
    test: {
      fires: scenario(
        'it changes every two minutes',
        '40m',
        nodeSeries(
          '1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1 1 0 0 1',
          '0x60',
        ),
      ),
      quiet: [scenario('it was not ready once', '12m', nodeSeries('1x10 0 0 1x40', '0x60')), WITHOUT_SERIES],
    },
  };
}
