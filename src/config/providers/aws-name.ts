import type { CloudResource } from '../../model/watched.ts';
import type { ResolvedResource } from '../resolve/scope.ts';

/** Types of resources that CloudWatch has metrics of. */
const TYPES = ['queue', 'topic', 'postgres', 'mysql', 'redis', 'mongodb', 'opensearch', 'bucket'] as const;

/** The resource as CloudWatch knows it; undefined for types that are of no cloud. */
export function cloudResource(resource: ResolvedResource): CloudResource | undefined {
  const { name } = resource;
  const type = TYPES.find((known) => known === resource.type);
  return type && { name, type, awsName: awsName(resource) };
}

/** What AWS calls it: the end of a queue's URL or a topic's ARN, the name of a bucket, or what it made a host from. */
function awsName({ type, values, endpoints }: ResolvedResource): string {
  const { name = '', url = '', arn = '' } = values;
  if (type === 'queue') return url.split('/').at(-1) ?? '';
  if (type === 'topic') return arn.split(':').at(-1) ?? '';
  if (type === 'bucket') return name;
  const [endpoint] = endpoints.values();
  return nameInHost(type, endpoint?.host ?? '');
}

/**
 * The name that AWS made a host from, in its first label: but ElastiCache with TLS puts what the host is for before it
 * (`master.shop-cache.1a2b3c.use1.cache.amazonaws.com`), and OpenSearch Service wraps it (`vpc-shop-logs-` and 26 characters).
 */
function nameInHost(type: ResolvedResource['type'], host: string): string {
  const [first = '', second = ''] = host.split('.');
  if (type === 'redis' && REDIS_ROLES.has(first)) return second;
  const domain = type === 'opensearch' ? SEARCH_HOST.exec(first)?.[1] : undefined;
  return domain ?? first;
}

const REDIS_ROLES = new Set(['master', 'replica', 'clustercfg']);

const SEARCH_HOST = /^(?:vpc|search)-(.+)-[a-z0-9]{26}$/;
