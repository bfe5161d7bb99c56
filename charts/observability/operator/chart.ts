import type { Construct } from 'constructs';
import type { PartFiles } from '../part-files.ts';
import { addAlertmanagerConfig } from './alertmanager-config.ts';
import { operatorMetadata } from './metadata.ts';
import { addMonitors } from './monitors.ts';
import { addProbes } from './probe.ts';

/** What the Prometheus operator of a cluster needs to do the same: what is read, which rules, and who is told. */
export const operatorFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'operator' || !observability.parts.metrics) return [];
  const metadata = operatorMetadata(environment, observability);
  const addTo = (scope: Construct) => {
    addAlertmanagerConfig(scope, environment, observability, metadata);
    addMonitors(scope, environment, metadata);
    addProbes(scope, environment, metadata);
  };
  return [{ name: 'operator', part: 'metrics', addTo }];
};
