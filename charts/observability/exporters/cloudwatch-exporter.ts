import { asksCloudWatch, cloudwatchConfigText } from '../../../monitoring/exporters/cloudwatch-config.ts';
import { CLOUDWATCH_EXPORTER_PORT } from '../../../monitoring/scrape/cloud.ts';
import { cloudApiRule } from '../../network/changing-addresses.ts';
import { type Exporters, exporter } from './exporter.ts';

/**
 * The CloudWatch exporter, where there is something to ask for. Its role needs `cloudwatch:GetMetricData` and
 * `cloudwatch:ListMetrics`, and `tag:GetResources` to find the load balancer and the nodes of caches.
 */
export const cloudwatchExporter: Exporters = (environment, { cloudWatch }) => {
  if (!cloudWatch || !asksCloudWatch(environment, cloudWatch)) return [];
  return [
    {
      ...exporter(CLOUDWATCH_EXPORTER_PORT, '/healthz', SIZE),
      name: 'cloudwatch-exporter',
      program: 'cloudwatch-exporter',
      args: [
        '--config.file=/etc/cloudwatch/config.yaml',
        `--listen-address=:${CLOUDWATCH_EXPORTER_PORT}`,
        '--scraping-interval=300',
      ],
      env: [{ name: 'AWS_REGION', value: cloudWatch.region }],
      config: [
        {
          name: 'cloudwatch-exporter',
          mountPath: '/etc/cloudwatch',
          files: { 'config.yaml': cloudwatchConfigText(environment, cloudWatch) },
          restarts: true,
        },
      ],
      identity: { cloud: 'aws', roleArn: cloudWatch.roleArn },
      ingress: [],
      // CloudWatch, STS and the tags of resources.
      egress: [cloudApiRule(environment)],
    },
  ];
};

const SIZE = {
  requests: { cpu: '20m', memory: '64Mi' },
  limits: { cpu: undefined, memory: '256Mi' },
};
