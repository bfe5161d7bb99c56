import type { Construct } from 'constructs';
import { type AnalysisMetric, AnalysisTemplate } from '../../imports/argo-rollouts.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Prometheus } from '../../src/model/operation.ts';
import type { ReleaseAnalysis } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';
import { latencyQuery, requestsQuery, successQuery, WINDOW_MINUTES } from './queries.ts';

/**
 * Judges the requests of a new version each minute: those of the pods with one template hash, whichever service calls.
 * Prometheus has no number where there were no requests, so a missing one is no failure; that there were enough is a
 * measurement of its own, and without them the release waits for a person instead of going on unseen.
 */
export function addAnalysisTemplate(scope: Construct, service: Service, environment: Environment): void {
  const analysis = service.release?.analysis;
  const { prometheus } = environment;
  if (!analysis) return;
  if (!prometheus)
    throw new Error(`${service.name} is judged without Prometheus: the configuration asks for it`);
  const source = { service, environment };
  const measure = { prometheus, count: countOf(service) };
  new AnalysisTemplate(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    spec: {
      args: [{ name: HASH }],
      metrics: [
        traffic(requestsQuery(source), analysis, measure),
        judged('success-rate', successQuery(source), `>= ${analysis.successRate}`, measure),
        ...latencies(analysis, (percentile) => latencyQuery(source, percentile), measure),
      ],
    },
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
function traffic(query: string, { minimumRequests }: ReleaseAnalysis, measure: Measure): AnalysisMetric {
  return {
    ...metric('traffic', query, measure),
    successCondition: `result[0] >= ${minimumRequests}`,
    failureCondition: 'result[0] < 0',
    inconclusiveLimit: QUIET_MINUTES,
  };
}

/** Minutes with too few requests until a person is asked: a lull ends by itself. */
const QUIET_MINUTES = 5;

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
