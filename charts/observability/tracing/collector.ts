import { collectorConfigText } from '../../../monitoring/tracing/collector-config.ts';
import {
  COLLECTOR,
  HEALTH,
  JAEGER,
  OTLP_GRPC,
  OTLP_HTTP,
  SELF_METRICS,
} from '../../../monitoring/tracing/ports.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { componentPeer } from '../../component/labels.ts';
import { anyAccount } from '../../names.ts';
import { namespaceNamed } from '../../network/ingress-rules.ts';
import { probes } from '../exporters/exporter.ts';
import type { Watcher } from '../watcher.ts';

const FOLDER = '/etc/otelcol';

/**
 * The OpenTelemetry Collector. One, because traces can be judged only where all their spans arrive; without it services
 * run on, and only traces are lost. It takes about ten thousand spans a second; more need a tier in front that spreads
 * traces by their ids (https://opentelemetry.io/docs/collector/deploy/gateway/).
 */
export function collector(environment: Environment, observability: Observability): Watcher {
  return {
    name: COLLECTOR,
    program: 'opentelemetry-collector',
    purpose: 'tracing',
    kind: 'Deployment',
    args: [`--config=${FOLDER}/config.yaml`],
    // Of the limit of memory: the rest is for what Go does not count.
    env: [{ name: 'GOMEMLIMIT', value: '1600MiB' }],
    ports: [
      { name: 'grpc-otlp', number: OTLP_GRPC, appProtocol: 'grpc' },
      { name: 'http-otlp', number: OTLP_HTTP, appProtocol: 'http' },
      { name: 'http-health', number: HEALTH, appProtocol: 'http' },
      // Behind a sidecar nobody else asks it.
      ...(environment.mesh ? [] : [{ name: 'http-metrics', number: SELF_METRICS, appProtocol: 'http' }]),
    ],
    resources: {
      requests: { cpu: '100m', memory: '1Gi' },
      limits: { cpu: undefined, memory: '2Gi' },
    },
    ...probes('/', 'http-health'),
    config: [
      {
        name: COLLECTOR,
        mountPath: FOLDER,
        files: { 'config.yaml': collectorConfigText(environment, observability) },
        restarts: true,
      },
    ],
    // What waits is judged and sent first.
    graceSeconds: 60,
    metrics: { port: SELF_METRICS, path: '/metrics' },
    mesh: {
      callers: [{ accounts: [anyAccount(environment)], ports: [OTLP_GRPC, OTLP_HTTP] }],
    },
    ingress: [
      {
        from: [namespaceNamed(environment.namespaces.services)],
        ports: [OTLP_GRPC, OTLP_HTTP].map((port) => ({ protocol: 'TCP', port })),
      },
    ],
    egress: [{ to: [componentPeer(JAEGER, environment)], ports: [{ protocol: 'TCP', port: OTLP_GRPC }] }],
  };
}
