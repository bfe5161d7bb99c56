import type { Environment } from '../../src/model/environment.ts';
import type { RuleGroup } from '../forms/rule.ts';
import { drillGroups } from './backups/drill.ts';
import { INFRASTRUCTURE_FILES } from './infrastructure/rule-files.ts';
import { kpiAlertGroups, kpiGroups } from './kpis/groups.ts';
import { resourceGroups } from './resources/groups.ts';
import { serviceGroups } from './services/groups.ts';
import { sloGroups } from './slo/groups.ts';

/** Everything that makes rules, in the order of the files they end up in; each file is a ConfigMap of its own. */
export const RULE_FILES: readonly {
  /** Name of the file without extension, and part of the ConfigMap's: `services`. */
  readonly file: string;
  readonly groups: (environment: Environment) => readonly RuleGroup[];
}[] = [
  { file: 'backups', groups: drillGroups },
  ...INFRASTRUCTURE_FILES,
  { file: 'services', groups: serviceGroups },
  { file: 'slo', groups: sloGroups },
  { file: 'resources', groups: resourceGroups },
  { file: 'business', groups: kpiGroups },
  { file: 'business-alerts', groups: kpiAlertGroups },
];
