import { dataSourcesText } from '../../../monitoring/grafana/data-sources-text.ts';
import { type DashboardFolder, providersText } from '../../../monitoring/grafana/providers-text.ts';
import { SECRETS_FOLDER, secretFiles } from '../../../monitoring/grafana/secret-files.ts';
import { grafanaSettingsText } from '../../../monitoring/grafana/settings-text.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { ConfigFiles } from '../../component/component.ts';
import { remoteValue } from '../../secrets/add-secret.ts';
import type { Watcher } from '../watcher.ts';
import { dashboardConfigMap } from './dashboard-config-maps.ts';
import { grafanaCallers, grafanaEgress, grafanaIngress, PORT } from './traffic.ts';

/** Where its database is: sessions and what people pinned, which may be lost. All else is provisioned. */
const DATA_FOLDER = '/data';
const SETTINGS_FOLDER = '/etc/grafana/config';
const PROVISIONING = '/etc/grafana/provisioning';

/** Grafana, one pod, as its database is a file. Its plugins are those of its image: see plugins-rationale.md. */
export function grafana(
  environment: Environment,
  observability: Observability,
  folders: readonly DashboardFolder[],
): Watcher {
  const { secret } = observability.grafana;
  return {
    name: 'grafana',
    program: 'grafana',
    purpose: 'dashboards',
    kind: 'Deployment',
    env: [
      { name: 'GF_PATHS_CONFIG', value: `${SETTINGS_FOLDER}/grafana.ini` },
      { name: 'GF_PATHS_DATA', value: DATA_FOLDER },
    ],
    ports: [{ name: 'http', number: PORT, appProtocol: 'http' }],
    resources: {
      requests: { cpu: '50m', memory: '256Mi' },
      limits: { cpu: undefined, memory: '1Gi' },
    },
    ...PROBES,
    config: configOf(environment, observability, folders),
    collections: folders.map(({ name, path, dashboards }) => ({
      name,
      mountPath: path,
      configMaps: dashboards.map(({ uid }) => dashboardConfigMap(uid)),
    })),
    secret: {
      mountPath: SECRETS_FOLDER,
      restarts: true,
      data: secretFiles(observability).map((name) => remoteValue(name, secret, name)),
    },
    scratch: { [DATA_FOLDER]: '1Gi' },
    metrics: { port: PORT, path: '/metrics' },
    mesh: { callers: grafanaCallers(environment) },
    ingress: grafanaIngress(environment),
    egress: grafanaEgress(environment, observability),
  };
}

const HEALTH = { path: '/api/health', port: 'http', scheme: 'HTTP' };

/** A new database takes it up to a minute, on a slow disk longer. */
const PROBES = {
  startupProbe: { httpGet: HEALTH, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 },
  livenessProbe: { httpGet: HEALTH, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  readinessProbe: { httpGet: HEALTH, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
};

/** Read once at the start, other than the dashboards. */
function configOf(
  environment: Environment,
  observability: Observability,
  folders: readonly DashboardFolder[],
): readonly ConfigFiles[] {
  return [
    {
      name: 'grafana-settings',
      mountPath: SETTINGS_FOLDER,
      files: { 'grafana.ini': grafanaSettingsText(observability) },
      restarts: true,
    },
    {
      name: 'grafana-data-sources',
      mountPath: `${PROVISIONING}/datasources`,
      files: { 'data-sources.yaml': dataSourcesText(environment, observability) },
      restarts: true,
    },
    {
      name: 'grafana-dashboard-providers',
      mountPath: `${PROVISIONING}/dashboards`,
      files: { 'providers.yaml': providersText(folders) },
      restarts: true,
    },
  ];
}
