import type { Construct } from 'constructs';
import { Telemetry } from '../../../imports/istio.ts';
import type { Mesh, Meshed } from '../../../src/model/mesh.ts';

/** What the sidecars report: metrics of everything, a log line of what failed, traces where a provider is set. */
export function addTelemetry(scope: Construct, { namespaces, mesh }: Meshed): void {
  new Telemetry(scope, {
    metadata: { name: 'default', namespace: namespaces.services },
    spec: {
      tracing: mesh.tracing && tracing(mesh.tracing),
      metrics: [{ providers: [{ name: 'prometheus' }] }],
      accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: FAILURES } }],
    },
  });
}

/**
 * Metrics count the good requests already, and a line for each would cost more than the services' own logs.
 * A status is set on HTTP only; flags tell of connections that failed and are set on TCP as well.
 */
const FAILURES = 'response.code >= 400 || response.flags != 0';

function tracing({ provider, samplingPercent }: NonNullable<Mesh['tracing']>) {
  return [{ providers: [{ name: provider }], randomSamplingPercentage: samplingPercent }];
}
