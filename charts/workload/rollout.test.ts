import { describe, expect, test } from 'vitest';
import type { ManifestObject } from '../../src/model/manifest.ts';
import type { BlueGreenRelease, CanaryRelease } from '../../src/model/release.ts';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

const ANALYSIS = { successRate: 99, latency: undefined, minimumRequests: 20 };
const CANARY: CanaryRelease = {
  strategy: 'canary',
  steps: [
    { weight: 5, pause: 300 },
    { weight: 50, pause: 'manual' },
  ],
  analysis: ANALYSIS,
};
const BLUE_GREEN: BlueGreenRelease = {
  strategy: 'blue-green',
  promotion: 0,
  preview: undefined,
  scaleDownDelaySeconds: 600,
  analysis: undefined,
};
const TEMPLATES = {
  templates: [{ templateName: 'web' }],
  args: [{ name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
};

function objectsOf(fields: Partial<Service>): readonly ManifestObject[] {
  return render(workload, sampleEnvironment({ services: [sampleService(fields)] }));
}

function rolloutOf(fields: Partial<Service>): ManifestObject | undefined {
  return objectsOf(fields).find(({ kind }) => kind === 'Rollout');
}

function servicesOf(fields: Partial<Service>): readonly ManifestObject[] {
  return objectsOf(fields).filter(({ kind }) => kind === 'Service');
}

describe('a canary release', () => {
  test('has a Rollout in place of the Deployment, and gives up what does not get ready', () => {
    const kinds = objectsOf({ release: CANARY }).map(({ kind }) => kind);
    expect(kinds).toContain('Rollout');
    expect(kinds).not.toContain('Deployment');
    expect(rolloutOf({ release: CANARY })?.['spec']).toMatchObject({
      progressDeadlineAbort: true,
      rollbackWindow: { revisions: 3 },
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'charthouse.dev/variant': 'stable' } },
    });
  });

  test('leaves the number of pods to the autoscaler, and sets it where there is none', () => {
    expect(rolloutOf({ release: CANARY })?.['spec']).toMatchObject({ replicas: undefined });
    const scaling = { min: 2, max: 2, cpu: undefined, memory: undefined };
    expect(rolloutOf({ release: CANARY, scaling })?.['spec']).toMatchObject({ replicas: 2 });
  });

  test('goes in steps, waits for requests where the clock goes on, and is judged from the first pause on', () => {
    expect(rolloutOf({ release: CANARY })).toHaveProperty('spec.strategy.canary', {
      minPodsPerReplicaSet: 2,
      trafficRouting: {
        istio: {
          destinationRule: { name: 'web', stableSubsetName: 'stable', canarySubsetName: 'canary' },
          virtualServices: [],
        },
      },
      analysis: { startingStep: 1, ...TEMPLATES },
      steps: [
        { setWeight: 5 },
        { pause: { duration: '300s' } },
        { analysis: { ...TEMPLATES, templates: [{ templateName: 'web.traffic' }] } },
        { setWeight: 50 },
        { pause: {} },
      ],
    });
  });

  test('takes no second pod where one is all the service has', () => {
    const scaling = { min: 1, max: 1, cpu: undefined, memory: undefined };
    expect(rolloutOf({ release: CANARY, scaling })).toHaveProperty(
      'spec.strategy.canary.minPodsPerReplicaSet',
      undefined,
    );
  });

  test('spreads the pods of each revision by the label that Argo Rollouts gives them', () => {
    const pod = rolloutOf({ release: CANARY, antiAffinity: 'required' });
    const keys = ['rollouts-pod-template-hash'];
    expect(pod).toHaveProperty('spec.template.spec.topologySpreadConstraints.0.matchLabelKeys', keys);
    expect(pod).toHaveProperty(
      'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.matchLabelKeys',
      keys,
    );
  });

  test('restarts for a rotated secret without becoming a new version', () => {
    const secretKeys = [{ key: 'token', from: 'property', remoteKey: 'shop/token', property: 'v' } as const];
    expect(rolloutOf({ release: CANARY, secretKeys })?.metadata.annotations).toEqual({
      'reloader.stakater.com/rollout-strategy': 'restart',
      'secret.reloader.stakater.com/reload': 'web',
    });
  });

  test('keeps the configuration of each version with its pods, and says dollars as they are', () => {
    const config = { ESCAPED: '$$(LOG_LEVEL)', GREETING: '$(whoami) $1', LOG_LEVEL: 'info', SPICE: 'a$$b' };
    expect(objectsOf({ release: CANARY, config }).map(({ kind }) => kind)).not.toContain('ConfigMap');
    const rollout = rolloutOf({ release: CANARY, config });
    expect(rollout).toHaveProperty('spec.template.spec.containers.0.env', [
      { name: 'ESCAPED', value: '$$$$(LOG_LEVEL)' },
      { name: 'GREETING', value: '$$(whoami) $$1' },
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'SPICE', value: 'a$$$$b' },
    ]);
    expect(rollout).toHaveProperty('spec.template.spec.containers.0.envFrom', undefined);
    expect(rollout).not.toHaveProperty(['spec', 'template', 'metadata', 'annotations', 'checksum/config']);
  });

  test('leaves the Service alone', () => {
    expect(servicesOf({ release: CANARY })).toEqual(servicesOf({}));
  });
});

describe('a blue-green release', () => {
  test('turns the Service over as soon as the new version is ready, and keeps the old one for a while', () => {
    expect(rolloutOf({ release: BLUE_GREEN })).toHaveProperty('spec.strategy.blueGreen', {
      activeService: 'web',
      previewService: undefined,
      autoPromotionEnabled: true,
      autoPromotionSeconds: undefined,
      scaleDownDelaySeconds: 600,
      postPromotionAnalysis: undefined,
    });
  });

  test.each([
    ['some time after', 900, { autoPromotionEnabled: true, autoPromotionSeconds: 900 }],
    ['when a person says so', 'manual', { autoPromotionEnabled: false, autoPromotionSeconds: undefined }],
  ] as const)('or %s', (_name, promotion, fields) => {
    const release = { ...BLUE_GREEN, promotion };
    expect(rolloutOf({ release })?.['spec']).toMatchObject({ strategy: { blueGreen: fields } });
  });

  test('is judged once requests have gone over', () => {
    const release = { ...BLUE_GREEN, analysis: { ...ANALYSIS, minutes: 10 } };
    expect(rolloutOf({ release })).toHaveProperty('spec.strategy.blueGreen.postPromotionAnalysis', TEMPLATES);
  });

  test('has a second Service for the new version only where the platform lets it be seen', () => {
    const release = { ...BLUE_GREEN, preview: { host: 'next' } };
    expect(servicesOf({ release: BLUE_GREEN }).map(({ metadata }) => metadata.name)).toEqual(['web']);
    const [active, preview] = servicesOf({ release });
    expect(rolloutOf({ release })).toHaveProperty('spec.strategy.blueGreen.previewService', 'web-preview');
    expect(preview?.metadata.name).toBe('web-preview');
    expect(preview?.['spec']).toEqual(active?.['spec']);
  });

  test('keeps Argo CD from taking the template hash out of the selectors', () => {
    const release = { ...BLUE_GREEN, preview: { host: 'next' } };
    const options = servicesOf({ release }).map(
      ({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-options'],
    );
    expect(options).toEqual(['ServerSideApply=false', 'ServerSideApply=false']);
  });
});
