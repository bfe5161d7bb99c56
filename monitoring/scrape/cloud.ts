import { typeOf } from '../../resources/index.ts';
import type { Environment } from '../../src/model/environment.ts';
import { OF_PROGRAM } from '../forms/limits.ts';
import { copyPart, keep, onPort, podLabel, STILL_RUNNING } from '../forms/relabel.ts';
import type { Relabel, ScrapeConfig } from '../forms/scrape-config.ts';

/** Port of the CloudWatch exporter: https://github.com/prometheus-community/yet-another-cloudwatch-exporter */
export const CLOUDWATCH_EXPORTER_PORT = 5000;

/** Label of the exporter's that names the resource in words of the platform. */
export const RESOURCE_TAG = 'resource';

/** Numbers of AWS; `resource` tells whose they are, but for the load balancer. */
export function cloudJobs(environment: Environment): readonly ScrapeConfig[] {
  const { namespaces, observability } = environment;
  if (!observability?.parts.cloud) return [];
  return [
    {
      job_name: 'cloudwatch-exporter',
      // It asks AWS every five minutes; reading what it has more often than this tells nothing new.
      scrape_interval: '1m',
      ...OF_PROGRAM,
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.monitoring] } }],
      relabel_configs: [
        STILL_RUNNING,
        keep(podLabel('app.kubernetes.io/name'), 'cloudwatch-exporter'),
        onPort(CLOUDWATCH_EXPORTER_PORT),
      ],
      metric_relabel_configs: [
        copyPart(`custom_tag_${RESOURCE_TAG}`, '(.+)', 'resource'),
        { regex: `custom_tag_${RESOURCE_TAG}`, action: 'labeldrop' },
        ...nodesOf(environment),
      ],
    },
  ];
}

/** Nodes are called after their resource, and only AWS knows how many there are; those of others are dropped. */
function nodesOf({ observability }: Environment): readonly Relabel[] {
  const resources = observability?.cloudResources ?? [];
  return [...new Set(resources.map(typeOf))].flatMap((type): readonly Relabel[] => {
    const { nodes } = type.cloudwatch ?? {};
    if (!nodes) return [];
    const own = resources.filter((resource) => typeOf(resource) === type);
    return [
      ...own.map(({ name, cloudName }) => copyPart(nodes.label, nodes.named(cloudName), 'resource', name)),
      {
        source_labels: ['__name__', 'resource'],
        separator: ';',
        regex: `${nodes.exported};`,
        action: 'drop',
      },
    ];
  });
}
