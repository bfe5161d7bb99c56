import type { Environment } from '../../../src/model/environment.ts';
import type { WatchedType } from '../../../src/model/watched.ts';
import type { AlertRule, RuleGroup } from '../rule.ts';
import { databaseUnavailable } from './available.ts';
import { cloudDatabaseAlerts } from './cloud-databases.ts';
import { loadBalancerAlerts } from './load-balancer.ts';
import { mongodbAlerts } from './mongodb.ts';
import { opensearchAlerts } from './opensearch.ts';
import { postgresAlerts } from './postgres.ts';
import { queueAlerts } from './queues.ts';
import { redisAlerts } from './redis.ts';
import { topicAlerts } from './topics.ts';

/** Alerts about what the platform uses and does not run, by the label `resource`: only of types that are in use. */
export function resourceGroups(environment: Environment): readonly RuleGroup[] {
  return [...exporterGroups(environment), ...cloudGroups(environment)];
}

function exporterGroups(environment: Environment): readonly RuleGroup[] {
  const { parts, resources = [] } = environment.observability ?? {};
  if (!parts?.resources || resources.length === 0) return [];
  const types = [...new Set(resources.map(({ resource }) => resource.type))].sort();
  return [
    { name: 'resource-availability', rules: [databaseUnavailable(types, environment)] },
    ...types.map((type) => ({ name: `resource-${type}`, rules: OF_TYPE[type]() })),
  ];
}

const OF_TYPE: Readonly<Record<WatchedType, () => readonly AlertRule[]>> = {
  mongodb: mongodbAlerts,
  opensearch: opensearchAlerts,
  postgres: postgresAlerts,
  redis: redisAlerts,
};

function cloudGroups({ ingress, observability }: Environment): readonly RuleGroup[] {
  if (!observability?.parts.cloud) return [];
  const { cloudResources } = observability;
  const types = new Set(cloudResources.map(({ type }) => type));
  const rules = [
    ...queueAlerts(cloudResources),
    ...(types.has('topic') ? topicAlerts() : []),
    ...cloudDatabaseAlerts(types),
    ...(ingress ? loadBalancerAlerts() : []),
  ];
  return rules.length > 0 ? [{ name: 'resource-cloud', interval: '1m', rules }] : [];
}
