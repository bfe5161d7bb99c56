import { expect, test } from 'vitest';
import { hurried } from './hurried.ts';

test('pauses, delays and intervals get shorter; weights and queries stay', () => {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      minReadySeconds: 10,
      strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: '300s' } }] } },
      metrics: [{ interval: '1m', initialDelay: '2m', query: 'rate(requests[2m])' }],
    },
  };
  expect(hurried(rollout)['spec']).toEqual({
    minReadySeconds: 1,
    strategy: { canary: { steps: [{ setWeight: 5 }, { pause: { duration: '5s' } }] } },
    metrics: [{ interval: '1s', initialDelay: '2s', query: 'rate(requests[2m])' }],
  });
});
