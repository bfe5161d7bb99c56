import type { PodTemplate } from '../../../imports/kubernetes.ts';
import {
  RETENTION_FILES,
  RETENTION_SCRIPT,
  RETENTION_SECRET,
} from '../../../monitoring/store/retention-script.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import type { Labels } from '../../labels.ts';
import { CONTAINER_SECURITY, POD_SECURITY } from '../../workload/security-context.ts';
import type { RetentionJob } from './retention-job.ts';

// 0440: the file belongs to root and to the group of the pod.
const GROUP_READABLE = 0o440;

/** The pod of the job, outside the mesh: it calls nobody in it, and a sidecar could keep it from ending. */
export function retentionPod(
  { observability }: Environment,
  { name, indices, store }: RetentionJob,
  labels: Labels,
): PodTemplate {
  if (observability?.toolbox === undefined) {
    throw new Error(`${name} without a toolbox: the configuration asks for one`);
  }
  const { port, reach } = mainEndpoint(store.resource);
  return {
    metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: observability.priorityClass,
      restartPolicy: 'Never',
      securityContext: POD_SECURITY,
      containers: [
        {
          name: 'toolbox',
          image: observability.toolbox,
          imagePullPolicy: 'IfNotPresent',
          command: ['sh', '-euc', RETENTION_SCRIPT],
          env: [
            { name: 'HOME', value: '/tmp' },
            { name: 'INDICES', value: indices },
            { name: 'STORE', value: `https://${reach.host}:${port}` },
          ],
          resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '128Mi' } },
          volumeMounts: [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'files', mountPath: RETENTION_FILES, readOnly: true },
            { name: 'account', mountPath: RETENTION_SECRET, readOnly: true },
          ],
          securityContext: CONTAINER_SECURITY,
        },
      ],
      volumes: [
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
        { name: 'files', configMap: { name } },
        { name: 'account', secret: { secretName: name, defaultMode: GROUP_READABLE } },
      ],
    },
  };
}
