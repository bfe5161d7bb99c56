import { alertmanagerConfigText, TEMPLATES_FOLDER } from '../../../monitoring/alertmanager/config-text.ts';
import { SECRETS_FOLDER } from '../../../monitoring/alertmanager/integrations.ts';
import { templatesText } from '../../../monitoring/alertmanager/templates-text.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { ConfigFiles } from '../../component/component.ts';
import { probes } from '../exporters/exporter.ts';
import type { Watcher } from '../watcher.ts';
import { alertmanagerArgs, alertmanagerReplicas, CLUSTER, PORT } from './args.ts';
import { alertmanagerSecret, CONFIG_FILE } from './secret.ts';
import { alertmanagerEgress, alertmanagerIngress } from './traffic.ts';

const CONFIG_FOLDER = '/etc/alertmanager/config';

/** Alertmanager: who is told of alerts, once, and of which not. Silences and what was told are in its volume. */
export function alertmanager(environment: Environment, observability: Observability): Watcher {
  const replicas = alertmanagerReplicas(observability);
  const secret = alertmanagerSecret(environment, observability);
  const folder = secret?.template ? SECRETS_FOLDER : CONFIG_FOLDER;
  return {
    name: 'alertmanager',
    program: 'alertmanager',
    purpose: 'metrics',
    kind: 'StatefulSet',
    isPaging: true,
    replicas,
    args: alertmanagerArgs(environment, replicas, `${folder}/${CONFIG_FILE}`),
    ...(replicas > 1 && { env: [POD_IP] }),
    ports: [{ name: 'http', number: PORT }, ...(replicas > 1 ? CLUSTER : [])],
    resources: {
      requests: { cpu: '20m', memory: '64Mi' },
      limits: { cpu: undefined, memory: '256Mi' },
    },
    livenessProbe: probes('/-/healthy', 'http').livenessProbe,
    readinessProbe: probes('/-/ready', 'http').readinessProbe,
    config: configOf(environment, observability, folder),
    ...(secret && { secret: { mountPath: SECRETS_FOLDER, ...secret } }),
    volume: {
      size: '1Gi',
      storageClass: observability.prometheus.storageClass,
      mountPath: '/alertmanager',
    },
    metrics: { port: PORT, path: '/metrics' },
    ingress: alertmanagerIngress(environment, replicas),
    egress: alertmanagerEgress(environment, observability, replicas),
  };
}

/** The address that its peers are told. */
const POD_IP = { name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } };

/** The file itself where it needs nothing that only the remote secrets know. */
function configOf(
  environment: Environment,
  observability: Observability,
  folder: string,
): readonly ConfigFiles[] {
  const templates: ConfigFiles = {
    name: 'alertmanager-templates',
    mountPath: TEMPLATES_FOLDER,
    files: { 'notifications.tmpl': templatesText() },
    restarts: true,
  };
  if (folder !== CONFIG_FOLDER) return [templates];
  const files = { [CONFIG_FILE]: alertmanagerConfigText(environment, observability) };
  return [{ name: 'alertmanager-config', mountPath: folder, files, restarts: true }, templates];
}
