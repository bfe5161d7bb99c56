import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { AlertRule, Runbook, Scenario } from '../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../forms/scenario.ts';
import { DASHBOARD_OF_SERVICE } from '../../forms/uid.ts';
import { ENOUGH_REQUESTS } from './error-rate.ts';
import { askedFor, BUCKETS, latency, REQUESTS } from './series.ts';

/**
 * Services that answer more slowly than they promise, or than their releases are judged by; others have no bound. One rule
 * for all services with the same numbers.
 */
export function highLatency(environment: Environment): readonly AlertRule[] {
  const byBound = new Map<string, { readonly bound: Bound; readonly services: string[] }>();
  for (const service of environment.services) {
    const bound = boundOf(service);
    if (!bound) continue;
    const key = `${bound.percentile} ${bound.milliseconds}`;
    const known = byBound.get(key) ?? { bound, services: [] };
    known.services.push(service.name);
    byBound.set(key, known);
  }
  const sorted = [...byBound.values()].sort(
    (a, b) => a.bound.percentile - b.bound.percentile || a.bound.milliseconds - b.bound.milliseconds,
  );
  return sorted.map(({ bound, services }) => tooSlow(bound, services, environment));
}

interface Bound {
  readonly percentile: number;
  readonly milliseconds: number;
}

/** A canary without a promise of its service has its own bound. */
function boundOf({ slo, release }: Service): Bound | undefined {
  if (slo?.latency) return slo.latency;
  const judged = release?.analysis?.latency;
  return judged && { percentile: judged.percentile, milliseconds: judged.underMilliseconds };
}

function tooSlow(
  { percentile, milliseconds }: Bound,
  services: readonly string[],
  environment: Environment,
): AlertRule {
  const own = `service=~"${services.join('|')}"`;
  const quantile = Number((percentile / 100).toFixed(5));
  const [first = ''] = services;
  return {
    alert: 'ServiceHighLatency',
    expr: `histogram_quantile(${quantile}, ${BUCKETS}{${own}}) > ${milliseconds}\nand\n${REQUESTS}{${own}} > ${ENOUGH_REQUESTS}`,
    for: '10m',
    severity: 'warning',
    labels: { percentile: String(percentile), bound: `${milliseconds}ms` },
    summary: `{{ $labels.service }} takes {{ $value | printf "%.0f" }} ms, more than ${milliseconds} ms`,
    description: `${percentile}% of the requests to {{ $labels.namespace }}/{{ $labels.service }} are answered within {{ $value | printf "%.0f" }} ms; it is to be ${milliseconds} ms, and has not been for ten minutes.`,
    dashboard: DASHBOARD_OF_SERVICE,
    runbook: RUNBOOK,
    test: {
      fires: durations('all take longer', '20m', { environment, first, milliseconds }, '0x30', '0+60x30'),
      quiet: [
        durations('all are in time', '20m', { environment, first, milliseconds }, '0+60x30', '0+60x30'),
        durations('a slow start', '20m', { environment, first, milliseconds }, '0x5 0+60x25', '0+60x30'),
        durations('hardly any requests', '20m', { environment, first, milliseconds }, '0x30', '0+1x30'),
        durations('there are no requests', '20m', { environment, first, milliseconds }, '10x30', '90x30'),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** So many requests within half the bound, and so many in all, none of which takes more than twice as long. */
function durations(
  name: string,
  at: string,
  { environment, first, milliseconds }: { environment: Environment; first: string; milliseconds: number },
  fast: string,
  all: string,
): Scenario {
  const own = askedFor(first, environment);
  const bucket = (le: string) => own('istio_request_duration_milliseconds_bucket', `le="${le}"`);
  return scenario(name, at, {
    [own('istio_requests_total', 'response_code="200"')]: all,
    [bucket(String(milliseconds / 2))]: fast,
    [bucket(String(milliseconds))]: fast,
    [bucket(String(milliseconds * 2))]: all,
    [bucket('+Inf')]: all,
  });
}

const RUNBOOK: Runbook = {
  impact:
    'Users wait; callers with a timeout fail. Its latency objective, where it has one, is being missed.',
  diagnosis: [
    'See on its dashboard whether more requests, less CPU or a slower dependency came first.',
    'Open a slow trace in Jaeger and see which span takes the time.',
    'See whether it began with a release.',
  ],
  queries: [
    {
      query: `topk(10, ${latency(99)})`,
      tells: 'The slowest services, milliseconds; the cause is often the last in a chain.',
    },
    { query: `topk(10, ${latency(50)})`, tells: 'Whether all requests are slow or only a few.' },
  ],
  mitigation: [
    'If it began with a release, bring the version before it back.',
    'If it lacks CPU or pods, raise `resources.requests.cpu` or `scaling.max`.',
    'If a database is slow, look at its dashboard: long transactions, connections, CPU.',
  ],
};
