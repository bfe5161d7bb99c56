import type { NetworkPolicyEgressRule } from '../../../imports/kubernetes.ts';
import { KIALI, KIALI_METRICS, KIALI_PORT, kialiConfigText } from '../../../monitoring/kiali/config.ts';
import { JAEGER, JAEGER_QUERY } from '../../../monitoring/tracing/ports.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { componentPeer } from '../../component/labels.ts';
import { kubernetesApiRule } from '../../network/changing-addresses.ts';
import { prometheusPeer } from '../../network/ingress-rules.ts';
import { probes } from '../exporters/exporter.ts';
import type { Watcher } from '../watcher.ts';
import { IN_CLUSTER } from './rights.ts';
import { SIGNING_KEY_FILE, SIGNING_KEY_FOLDER } from './signing-key.ts';

const FOLDER = '/kiali-configuration';

/** Kiali, which shows the mesh. Nobody calls it over the network: people come through `kubectl port-forward`. */
export function kiali(environment: Environment, observability: Observability): Watcher {
  return {
    name: KIALI,
    program: 'kiali',
    purpose: 'mesh',
    kind: 'Deployment',
    command: ['/opt/kiali/kiali'],
    args: ['-config', `${FOLDER}/config.yaml`],
    env: [
      {
        name: 'ACTIVE_NAMESPACE',
        valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } },
      },
      { name: 'LOG_FORMAT', value: 'json' },
    ],
    ports: [
      { name: 'http', number: KIALI_PORT, appProtocol: 'http' },
      { name: 'http-metrics', number: KIALI_METRICS, appProtocol: 'http' },
    ],
    resources: {
      requests: { cpu: '50m', memory: '128Mi' },
      limits: { cpu: undefined, memory: '512Mi' },
    },
    ...probes('/healthz', 'http'),
    config: [
      {
        name: KIALI,
        mountPath: FOLDER,
        files: { 'config.yaml': kialiConfigText(environment, observability) },
        restarts: true,
      },
    ],
    secret: { mountPath: SIGNING_KEY_FOLDER, keys: [SIGNING_KEY_FILE], data: [] },
    clusterRights: IN_CLUSTER,
    metrics: { port: KIALI_METRICS, path: '/metrics' },
    mesh: { callers: [] },
    ingress: [],
    egress: egressOf(environment, observability),
  };
}

function egressOf(environment: Environment, { parts }: Observability): readonly NetworkPolicyEgressRule[] {
  const tcp = (port: number) => [{ protocol: 'TCP', port }];
  return [
    kubernetesApiRule(environment),
    { to: [prometheusPeer(environment)], ports: tcp(9090) },
    ...(parts.dashboards ? [{ to: [componentPeer('grafana', environment)], ports: tcp(3000) }] : []),
    ...(parts.tracing ? [{ to: [componentPeer(JAEGER, environment)], ports: tcp(JAEGER_QUERY) }] : []),
  ];
}
