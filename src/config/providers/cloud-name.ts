import type { ExternalInput, ResourceType } from '../schema/resource.ts';

/** Types of resources that CloudWatch has metrics of. */
const TYPES: ReadonlySet<ResourceType> = new Set([
  'queue',
  'topic',
  'postgres',
  'mysql',
  'redis',
  'mongodb',
  'opensearch',
  'bucket',
]);

/**
 * What AWS calls a resource: the end of a queue's URL or a topic's ARN, the name of a bucket, or what it made a host
 * from; undefined for types that CloudWatch knows nothing of.
 */
export function cloudName(
  type: ResourceType,
  { name = '', url = '', arn = '' }: ExternalInput,
  host: string,
): string | undefined {
  if (!TYPES.has(type)) return undefined;
  if (type === 'queue') return url.split('/').at(-1) ?? '';
  if (type === 'topic') return arn.split(':').at(-1) ?? '';
  return type === 'bucket' ? name : nameInHost(type, host);
}

/**
 * The name that AWS made a host from, in its first label: but ElastiCache with TLS puts what the host is for before it
 * (`master.shop-cache.1a2b3c.use1.cache.amazonaws.com`), and OpenSearch Service wraps it (`vpc-shop-logs-` and 26 characters).
 */
function nameInHost(type: ResourceType, host: string): string {
  const [first = '', second = ''] = host.split('.');
  if (type === 'redis' && REDIS_ROLES.has(first)) return second;
  const domain = type === 'opensearch' ? SEARCH_HOST.exec(first)?.[1] : undefined;
  return domain ?? first;
}

const REDIS_ROLES = new Set(['master', 'replica', 'clustercfg']);

const SEARCH_HOST = /^(?:vpc|search)-(.+)-[a-z0-9]{26}$/;
