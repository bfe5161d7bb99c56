import type { Environment } from '../../../src/model/environment.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { certificateAlerts } from './mesh/certificates.ts';
import { configurationAlerts } from './mesh/configuration.ts';
import { downAlerts } from './mesh/down.ts';

/** The control plane of the mesh and its gateway, where there is one; how requests fare is told by the rules of the services. */
export function meshGroups({ ingress, mesh }: Environment): readonly RuleGroup[] {
  if (!mesh) return [];
  return [
    {
      name: 'istio',
      rules: [...downAlerts(ingress !== undefined), ...configurationAlerts(), ...certificateAlerts()],
    },
  ];
}
