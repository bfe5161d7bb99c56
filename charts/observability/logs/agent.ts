import {
  AGENT_DATA,
  AGENT_FOLDER,
  AGENT_PORT,
  agentConfigText,
  PREPARE_FILE,
  STORE_PASSWORD,
  STORE_USER,
} from '../../../monitoring/logs/agent-config.ts';
import { prepareLua } from '../../../monitoring/logs/prepare-lua.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Logs } from '../../../src/model/watched.ts';
import { POD_SECURITY } from '../../workload/security-context.ts';
import { probes } from '../exporters/exporter.ts';
import { storeAccount, storeEgress } from '../store/account.ts';
import type { Watcher } from '../watcher.ts';

const NAME = 'fluent-bit';

/** Fluent Bit on every node of the platform's pods, control plane or not: wherever a pod may be, its logs are read. */
export function agent(environment: Environment, logs: Logs, namespace: string): Watcher {
  return {
    name: NAME,
    program: 'fluent-bit',
    purpose: 'logs',
    kind: 'DaemonSet',
    namespace,
    command: ['/fluent-bit/bin/fluent-bit'],
    args: [`--config=${AGENT_FOLDER}/fluent-bit.yaml`],
    env: [
      { name: 'NODE_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } },
      fromSecret(STORE_PASSWORD, 'password'),
      fromSecret(STORE_USER, 'username'),
    ],
    ports: [{ name: 'http', number: AGENT_PORT }],
    resources: {
      requests: { cpu: '50m', memory: '96Mi' },
      limits: { cpu: undefined, memory: '256Mi' },
    },
    // Its own health depends on the store, which a restart would not mend.
    ...probes('/api/v1/uptime', 'http'),
    config: [
      {
        name: NAME,
        mountPath: AGENT_FOLDER,
        files: {
          'fluent-bit.yaml': agentConfigText(environment, logs),
          [PREPARE_FILE]: prepareLua(logs),
        },
        restarts: true,
      },
    ],
    secret: storeAccount(logs.store),
    scratch: { [AGENT_DATA]: '1Gi' },
    hostPaths: [{ name: 'logs', path: '/var/log', mountPath: '/var/log' }],
    security: AS_OWNER_OF_LOGS,
    tolerations: [{ operator: 'Exists' }],
    graceSeconds: 30,
    metrics: { port: AGENT_PORT, path: '/api/v2/metrics/prometheus' },
    ingress: [],
    egress: storeEgress(logs.store),
  };
}

/** The kubelet lets nobody but root read log files. Without capabilities root is no more than their owner. */
const AS_OWNER_OF_LOGS: Watcher['security'] = { ...POD_SECURITY, runAsNonRoot: false, runAsUser: 0 };

function fromSecret(name: string, key: string) {
  return { name, valueFrom: { secretKeyRef: { name: NAME, key } } };
}
