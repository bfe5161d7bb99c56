import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { mainEndpoint } from '../../src/model/resource.ts';
import type { Logs } from '../../src/model/watched.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { ALERTMANAGER, JAEGER, OPENSEARCH, PROMETHEUS } from '../forms/data-sources.ts';
import { logIndices } from '../logs/log-index.ts';
import { LOG_LEVEL, LOG_MESSAGE, LOG_TIME, LOG_TRACE } from './log-fields.ts';
import { secretFile } from './secret-files.ts';

/**
 * Where Grafana asks, as a provisioning file: https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 * A dollar sign that Grafana itself is to fill in is written twice, as it would be taken for a variable of the file.
 */
export function dataSourcesText(
  { mesh, platform }: Pick<Environment, 'mesh' | 'platform'>,
  observability: Observability,
): string {
  const { parts, logs } = observability;
  return writeYaml({
    apiVersion: 1,
    // What is taken out of this file goes away.
    prune: true,
    datasources: [
      alertmanager(observability),
      ...(parts.tracing ? [jaeger(logs, mesh !== undefined)] : []),
      ...(logs ? [opensearch(logs, platform, parts.tracing)] : []),
      prometheus(observability),
    ],
  });
}

/** Where Prometheus and Alertmanager are; the operator gives its own Services these names. */
export function metricsHosts({ operatorNamespace }: Observability) {
  if (operatorNamespace === undefined) return { prometheus: 'prometheus', alertmanager: 'alertmanager' };
  return {
    prometheus: `prometheus-operated.${operatorNamespace}.svc`,
    alertmanager: `alertmanager-operated.${operatorNamespace}.svc`,
  };
}

const READ_ONLY = { access: 'proxy', editable: false, orgId: 1 } as const;

function alertmanager(observability: Observability) {
  return {
    name: 'Alertmanager',
    ...ALERTMANAGER,
    ...READ_ONLY,
    url: `http://${metricsHosts(observability).alertmanager}:9093`,
    jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
  };
}

function prometheus(observability: Observability) {
  return {
    name: 'Prometheus',
    ...PROMETHEUS,
    ...READ_ONLY,
    isDefault: true,
    url: `http://${metricsHosts(observability).prometheus}:9090`,
    jsonData: {
      httpMethod: 'POST',
      prometheusType: 'Prometheus',
      // How often metrics are read: `$__rate_interval` is four times that.
      timeInterval: '30s',
      manageAlerts: true,
      alertmanagerUid: ALERTMANAGER.uid,
      exemplarTraceIdDestinations: observability.parts.tracing
        ? [{ name: 'trace_id', datasourceUid: JAEGER.uid }]
        : undefined,
    },
  };
}

function jaeger(logs: Logs | undefined, hasMesh: boolean) {
  return {
    name: 'Jaeger',
    ...JAEGER,
    ...READ_ONLY,
    url: 'http://jaeger:16686',
    jsonData: {
      nodeGraph: { enabled: true },
      tracesToLogsV2: logs && {
        datasourceUid: OPENSEARCH.uid,
        spanStartTimeShift: '-5m',
        spanEndTimeShift: '5m',
        customQuery: true,
        query: `${LOG_TRACE}:"$\${__span.traceId}"`,
      },
      tracesToMetrics: hasMesh
        ? {
            datasourceUid: PROMETHEUS.uid,
            spanStartTimeShift: '-15m',
            spanEndTimeShift: '15m',
            // Spans of sidecars say which service they stand before.
            tags: [{ key: 'istio.canonical_service', value: 'service' }],
            queries: METRICS_OF_SPAN,
          }
        : undefined,
    },
  };
}

const METRICS_OF_SPAN = [
  {
    name: 'Requests',
    query: 'sum by (response_code) (rate(istio_requests_total{$$__tags,reporter="destination"}[5m]))',
  },
  {
    name: 'p95',
    query:
      'histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{$$__tags,reporter="destination"}[5m])))',
  },
] as const;

function opensearch({ store }: Logs, platform: string, hasTraces: boolean) {
  const { port, reach } = mainEndpoint(store.resource);
  return {
    name: 'OpenSearch',
    ...OPENSEARCH,
    ...READ_ONLY,
    url: `https://${reach.host}:${port}`,
    basicAuth: true,
    basicAuthUser: secretFile('opensearch-username'),
    secureJsonData: { basicAuthPassword: secretFile('opensearch-password') },
    jsonData: {
      database: `${logIndices(platform)}-*`,
      flavor: 'opensearch',
      version: '2.0.0',
      timeField: LOG_TIME,
      logMessageField: LOG_MESSAGE,
      logLevelField: LOG_LEVEL,
      maxConcurrentShardRequests: 5,
      pplEnabled: false,
      dataLinks: hasTraces
        ? [{ field: LOG_TRACE, url: '$${__value.raw}', datasourceUid: JAEGER.uid }]
        : undefined,
    },
  };
}
