import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

function podOf(fields: Partial<Service>): unknown {
  const objects = render(workload, sampleEnvironment({ services: [sampleService(fields)] }));
  const deployment = objects.find(({ kind }) => kind === 'Deployment') as unknown as {
    readonly spec: { readonly template: { readonly spec: unknown } };
  };
  return deployment.spec.template.spec;
}

test('pods go to nodes with the labels that are asked for, taints or not', () => {
  const pod = podOf({
    nodeSelector: { disktype: 'ssd' },
    tolerations: [
      { key: 'dedicated', value: 'search', effect: 'NoSchedule', tolerationSeconds: undefined },
      { key: 'spot', value: undefined, effect: undefined, tolerationSeconds: undefined },
    ],
  });
  expect(pod).toMatchObject({
    nodeSelector: { disktype: 'ssd' },
    tolerations: [
      { key: 'dedicated', operator: 'Equal', value: 'search', effect: 'NoSchedule' },
      { key: 'spot', operator: 'Exists' },
    ],
  });
});

test('an image that is made for a user runs as that user, and nothing else is looser', () => {
  const runsAs = { runAsUser: 101, runAsGroup: 101, fsGroup: 2000, supplementalGroups: [44] };
  expect(podOf({ runsAs })).toHaveProperty('securityContext', {
    runAsNonRoot: true,
    runAsUser: 101,
    runAsGroup: 101,
    fsGroup: 2000,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
    supplementalGroups: [44],
  });
  expect(podOf({})).toHaveProperty('securityContext.runAsUser', 10001);
});
