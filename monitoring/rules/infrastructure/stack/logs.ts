import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { OBSERVABILITY } from '../../../forms/uid.ts';

const fluentBit = selector('fluent-bit');
const OUTPUT = ['node="node-1"', 'name="logs"'];

/** The way of logs from the nodes into their index. */
export function logAlerts(): readonly AlertRule[] {
  return [dropping(), retrying()];
}

const DROPPED = 'fluentbit_output_dropped_records_total';
const GIVEN_UP = 'fluentbit_output_retries_failed_total';
const RETRIED = 'fluentbit_output_retries_total';

function dropping(): AlertRule {
  const increase = (metric: string) => `sum by (node, name) (increase(${fluentBit(metric)}[10m])) > 0`;
  const [dropped, givenUp] = [fluentBit(DROPPED, ...OUTPUT), fluentBit(GIVEN_UP, ...OUTPUT)];
  return {
    alert: 'FluentBitDroppingLogs',
    expr: `${increase(DROPPED)}\nor\n${increase(GIVEN_UP)}`,
    for: '5m',
    severity: 'warning',
    summary: 'Logs of node {{ $labels.node }} are lost',
    description:
      'The output {{ $labels.name }} of the agent on {{ $labels.node }} gave up {{ $value | printf "%.0f" }} times within 10 minutes.',
    dashboard: OBSERVABILITY,
    runbook: LOGS,
    test: {
      fires: scenario('records are dropped', '20m', { [dropped]: '0+10x30' }),
      quiet: [
        scenario('none is', '20m', { [dropped]: '0x30', [givenUp]: '0x30' }),
        scenario('the agent starts again', '20m', { [dropped]: '50x5 0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

function retrying(): AlertRule {
  const example = fluentBit(RETRIED, ...OUTPUT);
  return {
    alert: 'FluentBitRetrying',
    expr: `sum by (name) (rate(${fluentBit(RETRIED)}[5m])) > 0`,
    for: '15m',
    severity: 'warning',
    summary: 'Logs reach their index late',
    description:
      'The output {{ $labels.name }} of the agents on the nodes has had to try again for 15 minutes.',
    dashboard: OBSERVABILITY,
    runbook: LOGS,
    test: {
      fires: scenario('it tries again and again', '25m', { [example]: '0+1x30' }),
      quiet: [
        scenario('it tried again once', '12m', { [example]: '0x8 1x30' }),
        scenario('the agent starts again', '25m', { [example]: '50x12 0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const LOGS: Runbook = {
  impact: 'Logs are late, or gaps stay in them for good. Services are not touched.',
  diagnosis: [
    'Read what the index answers: `kubectl -n <node agents> logs -l app.kubernetes.io/name=fluent-bit --tail=200`',
    '429: the index is overloaded. 403: it is read-only, mostly for lack of disk. 400: a field has another type than before.',
    'See whether one service writes far more than before.',
  ],
  queries: [
    {
      query: `topk(10, sum by (node) (rate(${fluentBit('fluentbit_input_bytes_total')}[5m])))`,
      tells: 'On which nodes most is written, in bytes a second.',
    },
    {
      query: `sum by (name) (rate(${fluentBit('fluentbit_output_errors_total')}[5m]))`,
      tells: 'How often each output fails.',
    },
  ],
  mitigation: [
    'Give the index room: shorten the retention or enlarge its disks, then lift the read-only block.',
    'Quieten the service that writes too much.',
  ],
};
