import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { nodeExporter } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Clocks and file descriptors of nodes. Names and numbers as in the mixin of node-exporter. */
export function systemAlerts(): readonly AlertRule[] {
  return [
    clockSkew(),
    clockNotSynchronising(),
    fileDescriptors('warning', 70),
    fileDescriptors('critical', 90),
  ];
}

const NODE = 'instance="node-1"';
const OFFSET = 'node_timex_offset_seconds';

function clockSkew(): AlertRule {
  const offset = nodeExporter(OFFSET);
  const example = nodeExporter(OFFSET, NODE);
  return {
    alert: 'NodeClockSkewDetected',
    expr: [
      `(${offset} > 0.05 and deriv(${offset}[5m]) >= 0)`,
      `(${offset} < -0.05 and deriv(${offset}[5m]) <= 0)`,
    ].join('\nor\n'),
    for: '10m',
    severity: 'warning',
    summary: 'The clock of node {{ $labels.instance }} is wrong',
    description:
      'The clock of {{ $labels.instance }} is off by {{ $value | humanizeDuration }} and does not come back.',
    dashboard: INFRASTRUCTURE,
    runbook: CLOCK,
    test: {
      fires: scenario('it is a second ahead', '20m', { [example]: '1x30' }),
      quiet: [
        scenario('it is a millisecond ahead', '20m', { [example]: '0.001x30' }),
        scenario('it comes back', '20m', { [example]: '1-0.01x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const SYNCHRONISED = 'node_timex_sync_status';
const ERROR = 'node_timex_maxerror_seconds';

function clockNotSynchronising(): AlertRule {
  const [status, error] = [nodeExporter(SYNCHRONISED, NODE), nodeExporter(ERROR, NODE)];
  return {
    alert: 'NodeClockNotSynchronising',
    expr: `min_over_time(${nodeExporter(SYNCHRONISED)}[5m]) == 0\nand ${nodeExporter(ERROR)} >= 16`,
    for: '10m',
    severity: 'warning',
    summary: 'The clock of node {{ $labels.instance }} is not set by anybody',
    description: 'The clock of {{ $labels.instance }} has not been synchronised for 10 minutes and drifts.',
    dashboard: INFRASTRUCTURE,
    runbook: CLOCK,
    test: {
      fires: scenario('it is not synchronised', '20m', { [status]: '0x30', [error]: '16x30' }),
      quiet: [
        scenario('it is synchronised', '20m', { [status]: '1x30', [error]: '0.01x30' }),
        scenario('the node has just started', '3m', { [status]: '0x3 1x30', [error]: '16x3 0.01x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const CLOCK: Runbook = {
  impact: 'Tokens and certificates are refused, and logs and traces get wrong times.',
  diagnosis: [
    'See what sets the clock there: `kubectl debug node/<node> -it --image=busybox -- chroot /host chronyc tracking`',
    'On AWS the time comes from 169.254.169.123; see that nothing closes the way there.',
  ],
  queries: [
    { query: `sort_desc(abs(${nodeExporter(OFFSET)}))`, tells: 'By how many seconds each clock is off.' },
  ],
  mitigation: [
    'Drain the node and replace it.',
    'If all nodes have it, mend chrony in the image of the nodes.',
  ],
};

const [ALLOCATED, MAXIMUM] = ['node_filefd_allocated', 'node_filefd_maximum'] as const;

function fileDescriptors(severity: 'critical' | 'warning', percent: number): AlertRule {
  const used = `100 * ${nodeExporter(ALLOCATED)} / ${nodeExporter(MAXIMUM)}`;
  const example = (open: number, most: number) => ({
    [nodeExporter(ALLOCATED, NODE)]: `${open}x30`,
    [nodeExporter(MAXIMUM, NODE)]: `${most}x30`,
  });
  return {
    alert: 'NodeFileDescriptorLimit',
    expr: `${used} > ${percent}`,
    for: '15m',
    severity,
    summary: 'Node {{ $labels.instance }} runs out of file descriptors',
    description: 'Node {{ $labels.instance }} uses {{ $value | printf "%.0f" }}% of its file descriptors.',
    dashboard: INFRASTRUCTURE,
    runbook: {
      impact: 'When there are none left, no program there can open a file or a connection.',
      diagnosis: [
        'Look for a program that opens files or connections and never closes them: a leak, mostly with a version that is new.',
      ],
      queries: [{ query: `topk(10, ${used})`, tells: 'Which nodes use most of theirs, in percent.' }],
      mitigation: ['Restart the pod that leaks, and bring the version before it back.'],
    },
    test: {
      fires: scenario('95 of 100 are open', '20m', example(95, 100)),
      quiet: [
        scenario(`${percent} of 100 are open`, '20m', example(percent, 100)),
        scenario('there is no bound', '20m', example(0, 0)),
        WITHOUT_SERIES,
      ],
    },
  };
}
