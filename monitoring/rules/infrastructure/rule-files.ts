import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { addOnGroups } from './add-ons.ts';
import { generalGroups, watchdogGroups } from './general.ts';
import { kubernetesGroups } from './kubernetes.ts';
import { meshGroups } from './mesh.ts';
import { monitoringGroups } from './monitoring.ts';
import { nodeGroups } from './nodes.ts';
import { stackGroups } from './stack.ts';
import { uptimeGroups } from './uptime.ts';

type Groups = (observability: Observability, environment: Environment) => readonly RuleGroup[];

/** Rules that the Prometheus operator's cluster has already, under the same names, from kube-prometheus-stack. */
const KUBE_PROMETHEUS: Readonly<Record<string, Groups>> = {
  kubernetes: (_, environment) => kubernetesGroups(environment),
  nodes: ({ parts }) => (parts.nodes ? nodeGroups() : []),
  prometheus: () => monitoringGroups(),
};

/** Rules that only this platform brings. */
const OWN: Readonly<Record<string, Groups>> = {
  'add-ons': (_, environment) => addOnGroups(environment),
  mesh: (_, environment) => meshGroups(environment),
  stack: (observability) => stackGroups(observability),
  uptime: ({ parts }) => (parts.uptime ? uptimeGroups() : []),
};

/** The files of rules about what services run on, as far as an environment is watched. */
export const INFRASTRUCTURE_FILES = [
  {
    file: 'general',
    groups: whereWatched(({ mode }) => (mode === 'standalone' ? generalGroups() : watchdogGroups())),
  },
  ...Object.entries(KUBE_PROMETHEUS).map(([file, groups]) => ({
    file,
    groups: whereWatched((observability, environment) =>
      observability.mode === 'standalone' ? groups(observability, environment) : [],
    ),
  })),
  ...Object.entries(OWN).map(([file, groups]) => ({ file, groups: whereWatched(groups) })),
];

function whereWatched(groups: Groups): (environment: Environment) => readonly RuleGroup[] {
  return (environment) => {
    const { observability } = environment;
    return observability?.parts.metrics ? groups(observability, environment) : [];
  };
}
