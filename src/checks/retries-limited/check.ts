import type { Check } from '../check.ts';
import type { DestinationRuleSpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const retriesLimited: Check = {
  name: 'retries-limited',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every traffic policy limits how many retries a caller may have under way.',
  why: 'Istio retries twice and sets no limit: when a service or its database gets slow, callers triple its load and keep it slow.',
  fix: 'Write `retryBudget: {percent: 20, minRetryConcurrency: 3}`, or `connectionPool.http.maxRetries`. In the input: `services.NAME.circuitBreaker.maxRetryPercent`.',
  sources: [
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-RetryBudget',
    'https://sre.google/sre-book/addressing-cascading-failures/#retries-Jrs1hl',
  ],
  examine: ({ ofKind }, tell) => {
    for (const rule of ofKind('DestinationRule', 'networking.istio.io')) {
      const { trafficPolicy = {} } = specOf<DestinationRuleSpec>(rule);
      const { retryBudget, connectionPool } = trafficPolicy;
      if (retryBudget ? connectionPool : connectionPool?.http?.maxRetries !== undefined) continue;
      // Istio reads the budget together with the connection pool only.
      const missing = retryBudget ? 'connectionPool' : 'retryBudget';
      tell(rule, `spec.trafficPolicy.${missing}`, 'expected a limit of retries, found none');
    }
  },
};
