import type { Construct } from 'constructs';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { blackboxConfigText } from '../../../src/observability/exporters/blackbox-config.ts';
import { addComponent } from '../component/add-component.ts';
import { exporter } from './exporter.ts';

/** The blackbox exporter, which asks public hosts from outside, through their load balancer. */
export function addBlackboxExporter(
  scope: Construct,
  environment: Environment,
  { parts }: Observability,
): void {
  if (!parts.uptime) return;
  addComponent(scope, environment, {
    ...exporter(9115, '/-/healthy'),
    name: 'blackbox-exporter',
    program: 'blackbox-exporter',
    args: ['--config.file=/etc/blackbox/blackbox.yaml', '--web.listen-address=:9115'],
    config: [
      {
        name: 'blackbox-exporter',
        mountPath: '/etc/blackbox',
        files: { 'blackbox.yaml': blackboxConfigText() },
        restarts: true,
      },
    ],
    ingress: [],
    // Load balancers change their addresses.
    egress: [{ ports: [{ protocol: 'TCP', port: 443 }] }],
  });
}
