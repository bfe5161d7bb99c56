import type { RuleGroup } from '../../forms/rule.ts';
import { filesystemAlerts } from './nodes/filesystem.ts';
import { loadAlerts } from './nodes/load.ts';
import { nodeRecordings } from './nodes/recording.ts';
import { systemAlerts } from './nodes/system.ts';

/**
 * What node-exporter says of nodes, under the names of its mixin. Without the alerts of network and connection tracking:
 * it does not see the network of its node. https://github.com/prometheus/node_exporter/tree/v1.12.1/docs/node-mixin
 */
export function nodeGroups(): readonly RuleGroup[] {
  return [
    { name: 'node-exporter.rules', rules: nodeRecordings() },
    { name: 'node-exporter', rules: [...filesystemAlerts(), ...loadAlerts(), ...systemAlerts()] },
  ];
}
