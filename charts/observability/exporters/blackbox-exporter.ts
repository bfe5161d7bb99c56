import { blackboxConfigText } from '../../../src/observability/exporters/blackbox-config.ts';
import { type Exporters, exporter } from './exporter.ts';

/** The blackbox exporter, which asks public hosts from outside, through their load balancer. */
export const blackboxExporter: Exporters = (_environment, { parts }) => {
  if (!parts.uptime) return [];
  return [
    {
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
    },
  ];
};
