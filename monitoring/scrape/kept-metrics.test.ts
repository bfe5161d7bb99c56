import { expect, test } from 'vitest';
import { resourceTypes } from '../../resources/index.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { OF_LOAD_BALANCER } from '../exporters/load-balancer-metrics.ts';
import type { CloudMetric } from '../forms/cloudwatch.ts';
import { EXPORTERS } from '../metrics/index.ts';
import { scrapeConfigs } from './scrape-configs.ts';

const dropping = scrapeConfigs(observedShop()).flatMap(({ job_name, metric_relabel_configs = [] }) =>
  metric_relabel_configs
    .filter(({ action, source_labels }) => action === 'drop' && source_labels?.join() === '__name__')
    .map(({ regex }) => ({ job_name, regex: new RegExp(`^(?:${regex})$`) })),
);

test('nothing that a rule or a dashboard uses is dropped', () => {
  const used = EXPORTERS.flatMap(({ job, metrics }) =>
    Object.entries(metrics).map(([name, type]) => ({
      job,
      name: type === 'histogram' ? `${name}_bucket` : name,
    })),
  );
  // Kubelets have histograms of the same names as the API server, which nothing asks them for.
  const dropped = used.flatMap(({ job, name }) =>
    dropping
      .filter(({ job_name, regex }) => job_name.startsWith(job) && regex.test(name))
      .map(({ job_name }) => `${job_name}: ${name}`),
  );
  expect(dropping.length).toBeGreaterThan(4);
  expect(used.length).toBeGreaterThan(50);
  expect(dropped).toEqual([]);
});

test('CloudWatch is asked for everything that a rule or a dashboard uses of it', () => {
  const asked = new Set([
    ...Object.values(resourceTypes).flatMap(({ cloudwatch }) =>
      [...(cloudwatch?.metrics ?? []), ...(cloudwatch?.nodes ? [cloudwatch.nodes] : [])].flatMap(
        ({ namespace, metrics }) => metrics.map((metric) => exported(namespace, metric)),
      ),
    ),
    ...OF_LOAD_BALANCER.map((metric) => exported('AWS/ApplicationELB', metric)),
  ]);
  const cloudwatch = EXPORTERS.find(({ job }) => job === 'cloudwatch-exporter');
  const used = Object.keys(cloudwatch?.metrics ?? {});
  expect(used.filter((name) => !asked.has(name))).toEqual([]);
  expect(asked).toContain('aws_applicationelb_httpcode_elb_5_xx_count_sum');
});

/** As the exporter names it: words parted before each capital that follows a small letter or a digit. */
function exported(namespace: string, [metric, statistic]: CloudMetric): string {
  const words = metric.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/\W/g, '_');
  return `${namespace.replace('/', '_')}_${words}_${statistic}`.toLowerCase();
}
