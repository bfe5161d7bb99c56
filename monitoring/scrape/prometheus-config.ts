import type { Environment } from '../../src/model/environment.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { copy, keep, onPort, POD, podLabel, STILL_RUNNING } from '../forms/relabel.ts';
import type { Relabel } from '../forms/scrape-config.ts';
import { scrapeConfigs } from './scrape-configs.ts';

/** Folder with one folder for each ConfigMap of rules. */
export const RULES_FOLDER = '/etc/prometheus/rules';

/** Port of Alertmanager, of its API as of its metrics. */
const ALERTMANAGER_PORT = 9093;

/**
 * The configuration file of Prometheus, with the files of the named parts of the rules: a pattern may not go over
 * folders. Every series and alert says which environment it is from.
 */
export function prometheusConfigText(environment: Environment, ruleParts: readonly string[]): string {
  const { platform, name, cluster, namespaces } = environment;
  return writeYaml({
    global: {
      scrape_interval: '30s',
      scrape_timeout: '10s',
      evaluation_interval: '30s',
      external_labels: { cluster: cluster.name, environment: name, platform },
    },
    rule_files: ruleParts.map((part) => `${RULES_FOLDER}/${part}/${part}.yaml`),
    alerting: {
      alertmanagers: [
        {
          kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.monitoring] } }],
          relabel_configs: ALERTMANAGERS,
        },
      ],
    },
    scrape_configs: scrapeConfigs(environment),
  });
}

/** All of them: each gets every alert, and they agree among themselves who tells. */
const ALERTMANAGERS: readonly Relabel[] = [
  STILL_RUNNING,
  keep(podLabel('app.kubernetes.io/name'), 'alertmanager'),
  keep(POD.container, 'alertmanager'),
  onPort(ALERTMANAGER_PORT),
  copy(POD.name, 'pod'),
];
