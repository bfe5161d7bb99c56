import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { RecordingRule, RuleGroup } from '../../forms/rule.ts';

/** Share of the requests that is to be good: 0.999. Recorded by service and `slo`, as all series whose names start so. */
export const OBJECTIVE = 'slo:objective:ratio';

/** Share that may be bad: what the objective leaves over. */
export const BUDGET = 'slo:error_budget:ratio';

/** Milliseconds that a service promises to answer within; `le` is the same as the bound of a bucket. */
export const LATENCY_BOUND = 'slo:latency_bound:milliseconds';

/** Of what changes slowly, or never: less than the five minutes that a series lasts after its last sample. */
export const SLOW_INTERVAL = '2m';

/** A promise of a service as a share of its requests. */
export interface Objective {
  readonly service: string;
  readonly slo: 'availability' | 'latency';
  readonly percent: number;
  /** Of latencies. */
  readonly milliseconds?: number;
}

/** What the services of an environment promise, in their order. */
export function objectivesOf({ services }: Environment): readonly Objective[] {
  return services.flatMap(promisesOf);
}

function promisesOf({ name: service, slo }: Service): readonly Objective[] {
  const { availability, latency } = slo ?? {};
  return [
    ...(availability === undefined ? [] : [{ service, slo: 'availability', percent: availability } as const]),
    ...(latency === undefined
      ? []
      : [
          {
            service,
            slo: 'latency',
            percent: latency.percentile,
            milliseconds: latency.milliseconds,
          } as const,
        ]),
  ];
}

/** The numbers of each service as series, so that everything else is one rule for all of them. */
export function objectiveGroups(environment: Environment): readonly RuleGroup[] {
  const { namespaces, services } = environment;
  return services.flatMap((service) => {
    const rules = promisesOf(service).flatMap((objective) => constants(objective, namespaces.services));
    return rules.length > 0 ? [{ name: `slo-${service.name}`, interval: SLOW_INTERVAL, rules }] : [];
  });
}

function constants(
  { service, slo, percent, milliseconds }: Objective,
  namespace: string,
): readonly RecordingRule[] {
  const labels = { namespace, service, slo };
  const bound = (le: number): RecordingRule => ({
    record: LATENCY_BOUND,
    expr: `vector(${le})`,
    labels: { ...labels, le: String(le) },
  });
  return [
    { record: OBJECTIVE, expr: `vector(${shareOf(percent)})`, labels },
    { record: BUDGET, expr: `vector(${shareOf(100 - percent)})`, labels },
    ...(milliseconds === undefined ? [] : [bound(milliseconds)]),
  ];
}

/** A percentage with at most three decimals as a share, exactly: 99.9 is 0.999, and 100 - 99.9 is 0.001. */
export function shareOf(percent: number): string {
  const digits = String(Math.round(percent * 1000)).padStart(6, '0');
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`.replace(/0+$/, '');
}
