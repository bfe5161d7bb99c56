import type { Observability } from '../../src/model/observability.ts';
import type { Series } from './panels/panel.ts';

/** Whether a resource answers, or what waits in it. Several questions where its type has several numbers. */
export interface ResourceState {
  readonly type: string;
  readonly isUp: Series | undefined;
  readonly waiting: Series | undefined;
}

/** What Prometheus knows of a resource, from its exporter or from CloudWatch; undefined where nothing reads it. */
export function resourceState(name: string, observability: Observability): ResourceState | undefined {
  const watched =
    observability.parts.resources && observability.resources.find(({ resource }) => resource.name === name);
  if (watched) {
    const { type } = watched.resource;
    return { type, isUp: [IS_UP[type](name), name], waiting: undefined };
  }
  const cloud = observability.parts.cloud && observability.cloudResources.find((one) => one.name === name);
  if (!cloud) return undefined;
  return {
    type: cloud.type,
    isUp: undefined,
    waiting: cloud.type === 'queue' ? [inQueue(name), name] : undefined,
  };
}

/** 1 where the type of resource answers its exporter. A cluster of OpenSearch that is red has lost shards. */
const IS_UP = {
  postgres: (name: string) => `min(pg_up{resource="${name}"})`,
  redis: (name: string) => `min(redis_up{resource="${name}"})`,
  mongodb: (name: string) => `min(mongodb_up{resource="${name}"})`,
  opensearch: (name: string) =>
    `max(elasticsearch_cluster_health_status{resource="${name}",color=~"green|yellow"})`,
} as const;

function inQueue(name: string): string {
  return `max(aws_sqs_approximate_number_of_messages_visible_maximum{resource="${name}"})`;
}
