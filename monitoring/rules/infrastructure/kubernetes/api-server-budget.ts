import type { AlertRule, RecordingRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { apiserver } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Share of the requests to the API server that may fail or be slow, as in kubernetes-mixin. */
const BUDGET = 0.01;

const DURATION = 'apiserver_request_sli_duration_seconds';
const REQUESTS = 'apiserver_request_total';
/** Requests that last as long as their caller likes. */
const NOT_STREAMED = 'subresource!~"attach|exec|log|portforward|proxy"';

interface Kind {
  readonly verb: 'read' | 'write';
  readonly verbs: string;
  /** What each sort of request may take: https://github.com/kubernetes/community/blob/master/sig-scalability/slos/slos.md */
  readonly bounds: readonly { readonly matchers: readonly string[]; readonly seconds: string }[];
}

const KINDS: readonly Kind[] = [
  {
    verb: 'read',
    verbs: 'verb=~"GET|LIST"',
    bounds: [
      { matchers: ['scope=~"resource|"'], seconds: '1(?:[.]0)?' },
      { matchers: ['scope="namespace"'], seconds: '5(?:[.]0)?' },
      { matchers: ['scope="cluster"'], seconds: '30(?:[.]0)?' },
    ],
  },
  {
    verb: 'write',
    verbs: 'verb=~"DELETE|PATCH|POST|PUT"',
    bounds: [{ matchers: [], seconds: '1(?:[.]0)?' }],
  },
];

interface Windows {
  readonly long: string;
  readonly short: string;
  readonly factor: number;
  readonly for: string;
  /** When its tests look: a little later. */
  readonly at: string;
  readonly severity: 'critical' | 'warning';
}

/** https://sre.google/workbook/alerting-on-slos/, with the waiting times of kubernetes-mixin. */
const WINDOWS: readonly Windows[] = [
  { long: '1h', short: '5m', factor: 14.4, for: '2m', at: '10m', severity: 'critical' },
  { long: '6h', short: '30m', factor: 6, for: '15m', at: '25m', severity: 'critical' },
  { long: '1d', short: '2h', factor: 3, for: '1h', at: '70m', severity: 'warning' },
  { long: '3d', short: '6h', factor: 1, for: '3h', at: '190m', severity: 'warning' },
];

const RANGES = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];

/** The share of failed or slow requests over each window that the alerts below look at. */
export function apiServerBurnRates(): readonly RecordingRule[] {
  return RANGES.flatMap((range) => KINDS.map((kind) => burnRate(kind, range)));
}

function burnRate({ verb, verbs, bounds }: Kind, range: string): RecordingRule {
  const rate = (metric: string, ...matchers: readonly string[]) =>
    `sum(rate(${apiserver(metric, verbs, ...matchers)}[${range}]))`;
  const fast = bounds.map(
    ({ matchers, seconds }) =>
      `(${rate(`${DURATION}_bucket`, NOT_STREAMED, ...matchers, `le=~"${seconds}"`)} or vector(0))`,
  );
  const slow = `${rate(`${DURATION}_count`, NOT_STREAMED)} - (${fast.join(' + ')})`;
  const failed = `(${rate(REQUESTS, 'code=~"5.."')} or vector(0))`;
  return {
    record: `apiserver_request:burnrate${range}`,
    expr: `(((${slow}) or vector(0)) + ${failed}) / (${rate(REQUESTS)} > 0)`,
    labels: { verb },
  };
}

/** The API server fails or delays more requests than it may, over a long and a short window at once. */
export function apiServerBudgetAlerts(): readonly AlertRule[] {
  return WINDOWS.map(budgetBurn);
}

function budgetBurn({ long, short, factor, for: wait, at, severity }: Windows): AlertRule {
  const over = (range: string) => `sum by (verb) (apiserver_request:burnrate${range}) > ${bound(factor)}`;
  const failing = (code: string, perMinute: string) => ({
    [apiserver(REQUESTS, 'verb="POST"', `code="${code}"`)]: perMinute,
  });
  return {
    alert: 'KubeAPIErrorBudgetBurn',
    expr: `${over(long)}\nand\n${over(short)}`,
    for: wait,
    severity,
    labels: { long, short },
    summary: 'The API server fails or delays too many requests',
    description: `{{ $value | humanizePercentage }} of the {{ $labels.verb }} requests of the last ${long} failed or were slow, ${factor} times what may be.`,
    dashboard: INFRASTRUCTURE,
    runbook: BURNING,
    test: {
      fires: scenario('half of the writes fail', at, {
        ...failing('500', '0+30x300'),
        ...failing('201', '0+30x300'),
      }),
      quiet: [
        scenario('none fails', at, failing('201', '0+60x300')),
        scenario('nobody asks', at, failing('201', '0x300')),
        scenario('the counters start again', at, failing('201', '0+60x5 0+60x300')),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** 14.4 times 0.01 without the noise of binary fractions. */
function bound(factor: number): string {
  return String(Math.round(factor * BUDGET * 1000) / 1000);
}

const BURNING: Runbook = {
  impact: 'kubectl, deployments and controllers are slow or fail; pods that run are not touched.',
  diagnosis: [
    'See which requests fail or are slow, with the queries below.',
    'Slow writes are mostly webhooks: `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`',
    'Slow reads of whole clusters are mostly a controller that lists without a limit.',
  ],
  queries: [
    {
      query: `topk(10, sum by (verb, resource, code) (rate(${apiserver(REQUESTS, 'code=~"5.."')}[5m])))`,
      tells: 'Which requests fail.',
    },
    {
      query: `topk(10, histogram_quantile(0.99, sum by (verb, resource, le) (rate(${apiserver(`${DURATION}_bucket`, NOT_STREAMED)}[5m]))))`,
      tells: 'Which requests are slow: seconds that one in a hundred takes at least.',
    },
  ],
  mitigation: [
    'Mend or remove the webhook that is slow; stop the client that asks too much.',
    'Otherwise ask who runs the control plane of the cluster.',
  ],
};
