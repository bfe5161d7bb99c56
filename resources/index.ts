import { bucket } from './bucket/type.ts';
import { dynamodb } from './dynamodb/type.ts';
import { eventBus } from './event-bus/type.ts';
import { mongodb } from './mongodb/type.ts';
import { mysql } from './mysql/type.ts';
import { opensearch } from './opensearch/type.ts';
import { postgres } from './postgres/type.ts';
import { queue } from './queue/type.ts';
import { rabbitmq } from './rabbitmq/type.ts';
import { redis } from './redis/type.ts';
import type { ResourceType } from './resource-type.ts';
import { smtp } from './smtp/type.ts';
import { topic } from './topic/type.ts';
import { userPool } from './user-pool/type.ts';

/** Every type of resource by the name of its folder, in the order in which people read of them. */
export const resourceTypes = {
  postgres,
  mysql,
  mongodb,
  redis,
  opensearch,
  dynamodb,
  bucket,
  queue,
  topic,
  'event-bus': eventBus,
  'user-pool': userPool,
  smtp,
  rabbitmq,
} as const satisfies Readonly<Record<string, ResourceType>>;

/** Name of a type of resource. */
export type ResourceTypeName = keyof typeof resourceTypes;

/** The type of a resource of the model. Throws for one that no folder has: the configuration refuses it. */
export function typeOf({ type }: { readonly type: string }): ResourceType {
  const known: Readonly<Record<string, ResourceType>> = resourceTypes;
  const found = Object.hasOwn(known, type) ? known[type] : undefined;
  if (!found) throw new Error(`no type of resource is named ${type}: the configuration refuses it`);
  return found;
}
