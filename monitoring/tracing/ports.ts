/** Names and ports of the programs that traces go through, as Services, policies and their callers know them. */
export const COLLECTOR = 'opentelemetry-collector';
export const JAEGER = 'jaeger';

/** Where both take OTLP over gRPC, and the collector over HTTP too: https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-default-port */
export const OTLP_GRPC = 4317;
export const OTLP_HTTP = 4318;

/** Where people, Grafana and Kiali look at traces. */
export const JAEGER_QUERY = 16686;

/** Where both say how they are; localhost for those that only the sidecar asks. */
export const HEALTH = 13133;
export const SELF_METRICS = 8888;

/** Host name of the collector inside the cluster, fully qualified, as Istio wants hosts. */
export function collectorHost(monitoring: string): string {
  return `${COLLECTOR}.${monitoring}.svc.cluster.local`;
}
