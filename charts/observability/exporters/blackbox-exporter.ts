import { blackboxConfigText } from '../../../monitoring/exporters/blackbox-config.ts';
import { probesOf } from '../../../monitoring/scrape/probes.ts';
import { publicHostsRule } from '../../network/changing-addresses.ts';
import { type Exporters, exporter } from './exporter.ts';

/** The blackbox exporter, which asks public hosts from outside, through their load balancer. */
export const blackboxExporter: Exporters = (environment, { parts }) => {
  if (!parts.uptime || probesOf(environment).length === 0) return [];
  return [
    {
      ...exporter(9115, '/-/healthy'),
      name: 'blackbox-exporter',
      program: 'blackbox-exporter',
      isPaging: true,
      args: ['--config.file=/etc/blackbox/blackbox.yaml', '--web.listen-address=:9115'],
      config: [
        {
          name: 'blackbox-exporter',
          mountPath: '/etc/blackbox',
          files: { 'blackbox.yaml': blackboxConfigText(environment) },
          restarts: true,
        },
      ],
      ingress: [],
      egress: [publicHostsRule(environment)],
    },
  ];
};
