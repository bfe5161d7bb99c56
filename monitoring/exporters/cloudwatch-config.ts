import { typeOf } from '../../resources/index.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { CloudWatch } from '../../src/model/observability.ts';
import type { CloudResource } from '../../src/model/watched.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import type { CloudMetric, CloudMetrics } from '../forms/cloudwatch.ts';
import { RESOURCE_TAG } from '../scrape/cloud.ts';
import { OF_LOAD_BALANCER } from './load-balancer-metrics.ts';

/** How far apart values are, in seconds: what SQS and most others give without extra cost. */
const PERIOD = 300;

/**
 * Configuration of the CloudWatch exporter. What has a name is asked for by it, so that neither tags nor the right to
 * list them are needed, and nothing of other platforms is read; load balancer and cache nodes have to be found.
 * https://github.com/prometheus-community/yet-another-cloudwatch-exporter/blob/master/docs/configuration.md
 */
export function cloudwatchConfigText(environment: Environment, cloudWatch: CloudWatch): string {
  const discovered = discoveryJobs(environment, cloudWatch);
  const named = staticJobs(environment, cloudWatch);
  return writeYaml({
    apiVersion: 'v1alpha1',
    'sts-region': cloudWatch.region,
    discovery: discovered.length > 0 ? { jobs: discovered } : undefined,
    static: named.length > 0 ? named : undefined,
  });
}

function staticJobs({ observability }: Environment, cloudWatch: CloudWatch) {
  const resources = observability?.cloudResources ?? [];
  return resources.flatMap((resource) =>
    (typeOf(resource).cloudwatch?.metrics ?? []).map((metrics) => staticJob(resource, metrics, cloudWatch)),
  );
}

function staticJob(resource: CloudResource, wanted: CloudMetrics, { region, account }: CloudWatch) {
  const { namespace, dimension, metrics } = wanted;
  const dimensions = [
    // Domains are known by the account as well.
    ...(namespace === 'AWS/ES' ? [{ name: 'ClientId', value: account }] : []),
    { name: dimension, value: resource.cloudName },
  ];
  return {
    name: dimension === 'DBClusterIdentifier' ? `${resource.name}-cluster` : resource.name,
    namespace,
    regions: [region],
    customTags: [{ key: RESOURCE_TAG, value: resource.name }],
    dimensions,
    metrics: metrics.map(metricOf),
  };
}

function discoveryJobs(
  { cluster, ingress, namespaces, observability, platform }: Environment,
  { region }: CloudWatch,
) {
  const used = new Set((observability?.cloudResources ?? []).map(typeOf));
  const nodes = [...used].flatMap((type) => type.cloudwatch?.nodes ?? []);
  const job = (type: string, metrics: readonly CloudMetric[], more: object) => ({
    type,
    regions: [region],
    ...more,
    metrics: metrics.map(metricOf),
  });
  return [
    ...(ingress
      ? [
          job('AWS/ApplicationELB', OF_LOAD_BALANCER, {
            // Tags that the AWS Load Balancer Controller gives what it makes for an Ingress.
            searchTags: [
              { key: 'elbv2.k8s.aws/cluster', value: `^${cluster.name}$` },
              {
                key: 'ingress.k8s.aws/stack',
                value: `^${ingress.namespace ?? namespaces.services}/${platform}$`,
              },
            ],
            dimensionNameRequirements: ['LoadBalancer'],
          }),
        ]
      : []),
    ...nodes.map(({ namespace, metrics }) => job(namespace, metrics, {})),
  ];
}

/** The newest value of the last two periods, as AWS is late at times. */
function metricOf([name, statistic]: CloudMetric) {
  return { name, statistics: [statistic], period: PERIOD, length: 2 * PERIOD };
}

/** Whether there is anything to ask CloudWatch for. */
export function asksCloudWatch(environment: Environment, cloudWatch: CloudWatch): boolean {
  return staticJobs(environment, cloudWatch).length + discoveryJobs(environment, cloudWatch).length > 0;
}
