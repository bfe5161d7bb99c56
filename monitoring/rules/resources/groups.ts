import { resourceTypes, typeOf } from '../../../resources/index.ts';
import type { ResourceType } from '../../../resources/resource-type.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { RuleGroup } from '../../forms/rule.ts';
import { databaseUnavailable } from './available.ts';
import { cloudDatabaseAlerts } from './cloud-databases.ts';
import { loadBalancerAlerts } from './load-balancer.ts';

/** Alerts about what the platform uses and does not run, by the label `resource`: only of types that are in use. */
export function resourceGroups(environment: Environment): readonly RuleGroup[] {
  return [...watchedGroups(environment), ...cloudGroups(environment)];
}

function watchedGroups(environment: Environment): readonly RuleGroup[] {
  const { parts, resources = [] } = environment.observability ?? {};
  if (!parts?.resources || resources.length === 0) return [];
  const types = [...new Set(resources.map(({ resource }) => resource.type))].sort();
  const watching = types.flatMap((type) => {
    const known = typeOf({ type }).watching;
    return known ? [[type, known] as const] : [];
  });
  return [
    {
      name: 'resource-availability',
      rules: [
        databaseUnavailable(
          watching.map(([, known]) => known),
          environment,
        ),
      ],
    },
    ...watching.map(([type, known]) => ({ name: `resource-${type}`, rules: known.alerts() })),
  ];
}

function cloudGroups({ ingress, observability }: Environment): readonly RuleGroup[] {
  if (!observability?.parts.cloud) return [];
  const { cloudResources } = observability;
  const ofType = (type: ResourceType) => cloudResources.filter((resource) => typeOf(resource) === type);
  const used = Object.entries(resourceTypes).filter(([, type]) => ofType(type).length > 0);
  const rules = [
    ...used.flatMap(([, type]) => type.cloudwatch?.alerts?.(ofType(type)) ?? []),
    ...cloudDatabaseAlerts(used),
    ...(ingress ? loadBalancerAlerts() : []),
  ];
  return rules.length > 0 ? [{ name: 'resource-cloud', interval: '1m', rules }] : [];
}
