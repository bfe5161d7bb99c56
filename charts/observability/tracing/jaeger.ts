import { JAEGER_DATA, JAEGER_SECRET, jaegerConfigText } from '../../../monitoring/tracing/jaeger-config.ts';
import {
  COLLECTOR,
  HEALTH,
  JAEGER,
  JAEGER_QUERY,
  OTLP_GRPC,
  SELF_METRICS,
} from '../../../monitoring/tracing/ports.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { Tracing } from '../../../src/model/watched.ts';
import { componentPeer } from '../../component/labels.ts';
import { componentAccount } from '../../names.ts';
import { probes } from '../exporters/exporter.ts';
import { storeAccount, storeEgress } from '../store/account.ts';
import type { Watcher } from '../watcher.ts';

const FOLDER = '/etc/jaeger/config';

/** Jaeger, which keeps traces and shows them: with a volume of its own, or with a store and nothing to lose. */
export function jaeger(environment: Environment, observability: Observability): Watcher {
  const { tracing } = observability;
  const callers = callersOf(observability);
  return {
    name: JAEGER,
    program: 'jaeger',
    purpose: 'tracing',
    args: [`--config=file:${FOLDER}/config.yaml`],
    ports: [
      { name: 'http-query', number: JAEGER_QUERY, appProtocol: 'http' },
      { name: 'grpc-otlp', number: OTLP_GRPC, appProtocol: 'grpc' },
      { name: 'http-health', number: HEALTH, appProtocol: 'http' },
      // Behind a sidecar nobody else asks it.
      ...(environment.mesh ? [] : [{ name: 'http-metrics', number: SELF_METRICS, appProtocol: 'http' }]),
    ],
    resources: {
      requests: { cpu: '50m', memory: '512Mi' },
      limits: { cpu: undefined, memory: '1Gi' },
    },
    ...probes('/status', 'http-health'),
    config: [
      {
        name: JAEGER,
        mountPath: FOLDER,
        files: { 'config.yaml': jaegerConfigText(environment, tracing) },
        restarts: true,
      },
    ],
    ...storageOf(observability, tracing),
    graceSeconds: 60,
    metrics: { port: SELF_METRICS, path: '/metrics' },
    mesh: {
      callers: callers.map(({ name, port }) => ({
        accounts: [componentAccount(environment, name)],
        ports: [port],
      })),
    },
    ingress: callers.map(({ name, port }) => ({
      from: [componentPeer(name, environment)],
      ports: [{ protocol: 'TCP', port }],
    })),
    egress: tracing.store ? storeEgress(tracing.store) : [],
  };
}

/** Badger belongs to one process, which keeps its volume; with a store nothing is in the pod. */
function storageOf(
  { prometheus }: Observability,
  { store, volume }: Tracing,
): Pick<Watcher, 'kind' | 'secret' | 'volume'> {
  if (store) return { kind: 'Deployment', secret: { mountPath: JAEGER_SECRET, ...storeAccount(store) } };
  const { storageClass } = prometheus;
  return { kind: 'StatefulSet', volume: { size: volume, storageClass, mountPath: JAEGER_DATA } };
}

/** Who sends it traces, and who shows them. */
function callersOf({ parts }: Observability): readonly { readonly name: string; readonly port: number }[] {
  return [
    { name: COLLECTOR, port: OTLP_GRPC },
    ...(parts.dashboards ? [{ name: 'grafana', port: JAEGER_QUERY }] : []),
    ...(parts.mesh ? [{ name: 'kiali', port: JAEGER_QUERY }] : []),
  ];
}
