import { expect, test } from 'vitest';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { workload } from './chart.ts';

test('each pod of a stateful service keeps its volume, whatever happens to the StatefulSet', () => {
  const service = sampleService({
    name: 'search',
    kind: 'stateful',
    scaling: { min: 3, max: 3, cpu: undefined, memory: undefined },
    volume: { size: '20Gi', mountPath: '/var/lib/search', storageClass: 'gp3' },
  });
  const objects = render(workload, sampleEnvironment({ services: [service] }));
  expect(objects.find((object) => object.kind === 'StatefulSet')?.['spec']).toMatchObject({
    serviceName: 'search',
    replicas: 3,
    podManagementPolicy: 'Parallel',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    template: {
      spec: {
        containers: [
          {
            volumeMounts: [
              { name: 'data', mountPath: '/var/lib/search' },
              { name: 'tmp', mountPath: '/tmp' },
            ],
          },
        ],
        topologySpreadConstraints: [{ whenUnsatisfiable: 'DoNotSchedule' }, {}],
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'gp3',
          resources: { requests: { storage: '20Gi' } },
        },
      },
    ],
  });
});
