import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleParts } from '../../monitoring/rules/rule-parts.ts';
import { servicesJob } from '../../monitoring/scrape/services.ts';
import type { Environment } from '../../src/model/environment.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import type { Ports } from './ports.ts';
import { HISTORY_SECONDS, samplesAt, type Traffic } from './requests.ts';

/** Writes what Prometheus reads, with the rendered rules and job of services, and gives its arguments. */
export function prometheusArgs(
  folder: string,
  environment: Environment,
  traffic: readonly Traffic[],
  ports: Ports,
): readonly string[] {
  mkdirSync(join(folder, 'rules'));
  for (const { name, text } of ruleParts(environment)) {
    // Only how often, never what: an alert that must hold for minutes would have to be waited for.
    const hurried = text.replace(/^(\s+interval:) \S+$/gm, '$1 1s').replace(/^(\s+for:) \S+$/gm, '$1 1s');
    writeFileSync(join(folder, 'rules', `${name}.yaml`), hurried);
  }
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [join(folder, 'rules', '*.yaml')],
    alerting: {
      alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${ports.alertmanager}`] }] }],
    },
    scrape_configs: [servicesJobOf(environment, traffic, ports)],
  };
  writeFileSync(join(folder, 'prometheus.yaml'), writeYaml(config));
  return [
    `--config.file=${join(folder, 'prometheus.yaml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${ports.prometheus}`,
    // Alertmanager is found some seconds after the first alert, which is sent again only then.
    '--rules.alert.resend-delay=1s',
  ];
}

/** Labels of the only pod of a service, once relabelled. */
function labelsOf({ service }: Traffic, ports: Ports): readonly (readonly [string, string])[] {
  return [
    ['job', 'services'],
    ['instance', `127.0.0.1:${ports.services}`],
    ['namespace', 'shop'],
    ['pod', `${service}-1`],
    ['service', service],
    ['variant', 'stable'],
  ];
}

/** What discovery says of one container of that pod. */
function discovered(service: string, container: string, path: string): Readonly<Record<string, string>> {
  const pod = '__meta_kubernetes_pod';
  return {
    __meta_kubernetes_namespace: 'shop',
    [`${pod}_container_name`]: container,
    [`${pod}_label_app_kubernetes_io_name`]: service,
    [`${pod}_label_app_kubernetes_io_part_of`]: 'shop',
    [`${pod}_label_charthouse_dev_variant`]: 'stable',
    [`${pod}_name`]: `${service}-1`,
    [`${pod}_phase`]: 'Running',
    __metrics_path__: `/${service}${path}`,
  };
}

/** The job as it is rendered, told of the pods' containers by hand; ports of all pods are one on this machine. */
function servicesJobOf(environment: Environment, traffic: readonly Traffic[], ports: Ports): object {
  const { kubernetes_sd_configs: _, relabel_configs, metrics_path = '', ...job } = servicesJob(environment);
  return {
    ...job,
    static_configs: traffic.flatMap(({ service }) =>
      [service, 'istio-proxy'].map((container) => ({
        targets: ['127.0.0.1:8080'],
        labels: discovered(service, container, metrics_path),
      })),
    ),
    relabel_configs: relabel_configs.map((step) =>
      step.target_label === '__address__' ? { ...step, replacement: `$1:${ports.services}` } : step,
    ),
  };
}

/** A sample a minute until now, as blocks of Prometheus. */
export function writeHistory(folder: string, traffic: readonly Traffic[], begin: number, ports: Ports): void {
  const lines: string[] = [];
  for (const one of traffic) {
    const target = labelsOf(one, ports)
      .map(([name, value]) => `${name}="${value}"`)
      .join(',');
    for (let time = begin; time < begin + HISTORY_SECONDS; time += 60) {
      for (const line of samplesAt(one, time, begin, target)) lines.push(`${line} ${time}`);
    }
  }
  writeFileSync(join(folder, 'history.om'), `${lines.join('\n')}\n# EOF\n`);
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', 'history.om', 'data'];
  const { status, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`promtool made no history: ${stderr}`);
}
