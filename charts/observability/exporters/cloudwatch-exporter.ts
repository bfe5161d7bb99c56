import type { Construct } from 'constructs';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import {
  asksCloudWatch,
  cloudwatchConfigText,
} from '../../../src/observability/exporters/cloudwatch-config.ts';
import { CLOUDWATCH_EXPORTER_PORT } from '../../../src/observability/scrape/cloud.ts';
import { addComponent } from '../component/add-component.ts';
import { exporter } from './exporter.ts';

/**
 * The CloudWatch exporter, where there is something to ask for. Its role needs `cloudwatch:GetMetricData` and
 * `cloudwatch:ListMetrics`, and `tag:GetResources` to find the load balancer and the nodes of caches.
 */
export function addCloudwatchExporter(
  scope: Construct,
  environment: Environment,
  { parts, cloudRoleArn }: Observability,
): void {
  if (!parts.cloud || !asksCloudWatch(environment)) return;
  addComponent(scope, environment, {
    ...exporter(CLOUDWATCH_EXPORTER_PORT, '/healthz', SIZE),
    name: 'cloudwatch-exporter',
    program: 'cloudwatch-exporter',
    args: [
      '--config.file=/etc/cloudwatch/config.yaml',
      `--listen-address=:${CLOUDWATCH_EXPORTER_PORT}`,
      '--scraping-interval=300',
    ],
    env: [{ name: 'AWS_REGION', value: environment.cluster.region }],
    config: [
      {
        name: 'cloudwatch-exporter',
        mountPath: '/etc/cloudwatch',
        files: { 'config.yaml': cloudwatchConfigText(environment) },
        restarts: true,
      },
    ],
    roleArn: cloudRoleArn,
    ingress: [],
    // CloudWatch and STS; which addresses depends on the VPC endpoints there are.
    egress: [{ ports: [{ protocol: 'TCP', port: 443 }] }],
  });
}

const SIZE = {
  requests: { cpu: '20m', memory: '64Mi' },
  limits: { cpu: undefined, memory: '256Mi' },
};
