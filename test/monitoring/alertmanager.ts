import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertmanagerConfigText, TEMPLATES_FOLDER } from '../../monitoring/alertmanager/config-text.ts';
import { SECRETS_FOLDER } from '../../monitoring/alertmanager/integrations.ts';
import { templatesText } from '../../monitoring/alertmanager/templates-text.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import type { Ports } from './ports.ts';

/**
 * Writes what Alertmanager reads, as it is rendered, and gives its arguments. Receivers are on this machine: their addresses are in files anyway, but for
 * that of PagerDuty.
 */
export function alertmanagerArgs(
  folder: string,
  environment: Environment,
  observability: Observability,
  ports: Ports,
): readonly string[] {
  const receiver = `http://127.0.0.1:${ports.receiver}`;
  const templates = join(folder, 'templates');
  for (const name of ['secrets', 'templates']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'secrets/slack-webhook-url'), `${receiver}/slack`);
  writeFileSync(join(folder, 'secrets/dead-mans-switch-url'), `${receiver}/dead-mans-switch`);
  writeFileSync(join(folder, 'secrets/pagerduty-routing-key'), 'key-of-the-shop');
  writeFileSync(join(templates, 'charthouse.tmpl'), templatesText());
  const text = alertmanagerConfigText(environment, observability)
    .replaceAll(SECRETS_FOLDER, join(folder, 'secrets'))
    .replaceAll(TEMPLATES_FOLDER, templates)
    .replace(/group_wait: \S+/g, 'group_wait: 1s');
  const local = writeYaml({ global: { pagerduty_url: `${receiver}/pagerduty` } });
  writeFileSync(join(folder, 'alertmanager.yaml'), local + text);
  return [
    `--config.file=${join(folder, 'alertmanager.yaml')}`,
    `--storage.path=${join(folder, 'alerts')}`,
    `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
    '--cluster.listen-address=',
  ];
}
