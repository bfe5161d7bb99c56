import type { Tracing } from '../../src/model/watched.ts';

/**
 * Which traces are kept, decided once all of a trace is there: every one with a failure, every slow one, and a share of
 * the others. Any of the policies is enough:
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/v0.159.0/processor/tailsamplingprocessor
 */
export function tailSampling({ slowMilliseconds, keepPercent }: Tracing): object {
  return {
    decision_wait: `${waitSeconds(slowMilliseconds)}s`,
    num_traces: TRACES,
    // Spans that come later than the decision follow it, instead of being taken for a trace of their own.
    decision_cache: { sampled_cache_size: 10 * TRACES, non_sampled_cache_size: 10 * TRACES },
    policies: [
      { name: 'failed', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
      { name: 'failed-http', type: 'numeric_attribute', numeric_attribute: SERVER_ERRORS },
      { name: 'failed-in-sidecar', type: 'string_attribute', string_attribute: SIDECAR_ERRORS },
      { name: 'slow', type: 'latency', latency: { threshold_ms: slowMilliseconds } },
      { name: 'share', type: 'probabilistic', probabilistic: { sampling_percentage: keepPercent } },
    ],
  };
}

/** Traces in memory at once: ten seconds of five thousand a second. Beyond that the oldest are lost. */
const TRACES = 50_000;

/**
 * From the first span on: twice as long as a request that is just slow, and five seconds for its sidecar to send it; at
 * least ten seconds, at most a minute, as all spans wait in memory. What takes longer is judged by what is there.
 */
function waitSeconds(slowMilliseconds: number): number {
  return Math.min(60, Math.max(10, Math.ceil((2 * slowMilliseconds) / 1000) + 5));
}

/** As programs write it, a number: https://opentelemetry.io/docs/specs/semconv/http/http-spans/ */
const SERVER_ERRORS = { key: 'http.response.status_code', min_value: 500, max_value: 599 };

/** As Envoy writes it, a text; zero is a request that got no answer. The Collector reads a doubled $ as one. */
const SIDECAR_ERRORS = {
  key: 'http.status_code',
  values: ['^5[0-9][0-9]$$', '^0$$'],
  enabled_regex_matching: true,
  cache_max_size: 100,
};
