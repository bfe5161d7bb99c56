import type { Construct } from 'constructs';
import { type AnalysisMetric, AnalysisTemplate } from '../../imports/argo-rollouts.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Prometheus } from '../../src/model/operation.ts';
import type { ReleaseAnalysis } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { latencyQuery, requestsQuery, type Source, successQuery, WINDOW_MINUTES } from './queries.ts';

/**
 * Judges the requests of a new version each minute: those of the pods with one template hash, whichever service calls.
 * Prometheus has no number where there were no requests, so a missing one is no failure. That there were enough is a
 * measurement of its own. A canary is asked for it at the end of each pause, by a template of its own: at night it waits
 * for requests, and goes on by itself when they come. Blue-green, where all requests have gone over already, asks a
 * person: Argo Rollouts would call it degraded if it waited for longer than a start may take.
 */
export function addAnalysisTemplates(scope: Construct, service: Service, environment: Environment): void {
  const { release } = service;
  const { prometheus } = environment;
  if (!release?.analysis) return;
  if (!prometheus)
    throw new Error(`${service.name} is judged without Prometheus: the configuration asks for it`);
  const { analysis } = release;
  const source = { service, environment };
  const measure = { prometheus, count: countOf(service) };
  const good = [
    judged('success-rate', successQuery(source), `>= ${analysis.successRate}`, measure),
    ...latencies(analysis, (percentile) => latencyQuery(source, percentile), measure),
  ];
  if (release.strategy === 'canary') {
    add(scope, source, service.name, good);
    const lasting = { count: LONGEST_LULL, inconclusiveLimit: LONGEST_LULL };
    const enough = { ...traffic(source, analysis, measure), ...lasting, consecutiveSuccessLimit: 1 };
    add(scope, source, trafficName(service), [enough]);
  } else add(scope, source, service.name, [traffic(source, analysis, measure), ...good]);
}

/** Name of the template that waits for requests. No service has it: their names have no dots. */
export function trafficName({ name }: Service): string {
  return `${name}.traffic`;
}

function add(
  scope: Construct,
  { service, environment }: Source,
  name: string,
  metrics: readonly AnalysisMetric[],
): void {
  new AnalysisTemplate(scope, {
    metadata: { name, namespace: environment.namespaces.services, labels: serviceLabels(service) },
    spec: { args: [{ name: HASH }], metrics },
  });
}

/** The argument that tells the pods of the new version: the value of their label `rollouts-pod-template-hash`. */
export const HASH = 'hash';

/** What all measurements have in common. Without `count` they go on until the release is over. */
interface Measure {
  readonly prometheus: Prometheus;
  readonly count: number | undefined;
}

/** Requests are judged over the last minutes, so the first judgement waits for as many. */
function countOf({ release }: Service): number | undefined {
  return release?.strategy === 'blue-green' && release.analysis
    ? release.analysis.minutes - WINDOW_MINUTES + 1
    : undefined;
}

/** A count is never negative: too few requests are no failure, but inconclusive. */
function traffic(source: Source, { minimumRequests }: ReleaseAnalysis, measure: Measure): AnalysisMetric {
  return {
    ...metric('traffic', requestsQuery(source), measure),
    successCondition: `result[0] >= ${minimumRequests}`,
    failureCondition: 'result[0] < 0',
    inconclusiveLimit: QUIET_MINUTES,
  };
}

/** Minutes with too few requests until a person is asked: a lull ends by itself. */
const QUIET_MINUTES = 5;

/** The same for a canary, which waits meanwhile: two weeks, as a step takes no analysis without an end. */
const LONGEST_LULL = 14 * 24 * 60;

/**
 * Questions in a row that Prometheus may leave unanswered: five minutes, long enough for a restart. Argo Rollouts asks
 * again after ten seconds, so by its own limit of 4 a release would be taken back within a minute.
 */
const ERRORS = 30;

function judged(name: string, query: string, isGood: string, measure: Measure): AnalysisMetric {
  return {
    ...metric(name, query, measure),
    successCondition: `len(result) == 0 || isNaN(result[0]) || result[0] ${isGood}`,
    // One bad minute may be chance, the second takes the release back.
    failureLimit: 1,
  };
}

function latencies(
  { latency }: ReleaseAnalysis,
  query: (percentile: number) => string,
  measure: Measure,
): readonly AnalysisMetric[] {
  if (!latency) return [];
  const { percentile, underMilliseconds } = latency;
  return [judged(`latency-p${percentile}`, query(percentile), `<= ${underMilliseconds}`, measure)];
}

function metric(name: string, query: string, { prometheus, count }: Measure): AnalysisMetric {
  return {
    name,
    initialDelay: `${WINDOW_MINUTES}m`,
    interval: '1m',
    count,
    consecutiveErrorLimit: ERRORS,
    provider: { prometheus: { address: prometheus.url, query } },
  };
}
