import { expect, test } from 'vitest';
import { sampleEnvironment } from '../../test/sample.ts';
import { antiAffinity } from './anti-affinity.ts';

const SELECTOR = { 'app.kubernetes.io/name': 'web' };
const HASH = 'pod-template-hash';
const HOSTNAME = 'kubernetes.io/hostname';
const environment = (kubernetesMinor: number) =>
  sampleEnvironment({ cluster: { ...sampleEnvironment().cluster, kubernetesMinor } });

test('a service that asks for nothing is only spread', () => {
  expect(antiAffinity(environment(33), SELECTOR, undefined, HASH)).toBeUndefined();
});

test('pods of one revision keep away from each other, where there is room', () => {
  const podAffinityTerm = {
    labelSelector: { matchLabels: SELECTOR },
    topologyKey: HOSTNAME,
    matchLabelKeys: [HASH],
  };
  expect(antiAffinity(environment(33), SELECTOR, 'preferred', HASH)).toEqual({
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }],
    },
  });
});

test('or always; before Kubernetes 1.31 the old revision counts too', () => {
  expect(antiAffinity(environment(28), SELECTOR, 'required', HASH)).toEqual({
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: SELECTOR }, topologyKey: HOSTNAME },
      ],
    },
  });
});
