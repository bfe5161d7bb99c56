import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { CloudResource, WatchedType } from '../../../src/model/watched.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Section } from '../panels/place.ts';
import { resourceDashboard } from '../uid.ts';
import { writeDashboard } from '../write-dashboard.ts';
import { cloudSection } from './cloud.ts';
import { mongodbSection } from './mongodb.ts';
import { opensearchSection } from './opensearch.ts';
import { postgresSection } from './postgres.ts';
import { redisSection } from './redis.ts';

type Type = CloudResource['type'];

/** A dashboard for each type of resource that is in use and read by something, sorted by type. */
export function resourceBoards({ observability }: Environment): readonly Dashboard[] {
  if (!observability) return [];
  const watched = new Set<Type>(observability.resources.map(({ resource }) => resource.type));
  const inCloud = new Set<Type>(observability.cloudResources.map(({ type }) => type));
  const types = [...new Set([...watched, ...inCloud])].sort();
  return types.flatMap((type) => board(type, sectionsOf(type, { watched, inCloud }, observability)));
}

function board(type: Type, sections: readonly Section[]): readonly Dashboard[] {
  if (sections.every(({ panels }) => panels.length === 0)) return [];
  const { title, metric } = FACTS[type];
  // Without an exporter the list of resources comes from CloudWatch.
  const listed = sections.some((section) => section.title !== 'CloudWatch') ? metric.exporter : metric.cloud;
  return [
    writeDashboard({
      uid: resourceDashboard(type),
      title,
      folder: 'Resources',
      description: `Every ${FACTS[type].one} that services use.`,
      variables: [{ name: 'resource', label: 'Resource', metric: listed, valuesOf: 'resource' }],
      sections,
    }),
  ];
}

function sectionsOf(
  type: Type,
  { watched, inCloud }: Readonly<Record<'watched' | 'inCloud', ReadonlySet<Type>>>,
  { parts }: Observability,
): readonly Section[] {
  const read = parts.resources && watched.has(type) ? BY_EXPORTER[type as WatchedType] : undefined;
  return [...(read ? [read()] : []), ...(parts.cloud && inCloud.has(type) ? [cloudSection(type)] : [])];
}

const BY_EXPORTER: Readonly<Record<WatchedType, () => Section>> = {
  mongodb: mongodbSection,
  opensearch: opensearchSection,
  postgres: postgresSection,
  redis: redisSection,
};

interface Facts {
  readonly title: string;
  readonly one: string;
  /** Metrics that list the resources of the type, by who reads them. */
  readonly metric: { readonly exporter: string; readonly cloud: string };
}

function facts(title: string, one: string, cloud: string, exporter = cloud): Facts {
  return { title, one, metric: { exporter, cloud } };
}

const FACTS: Readonly<Record<Type, Facts>> = {
  bucket: facts('Buckets', 'bucket', ''),
  mongodb: facts('MongoDB', 'MongoDB', 'aws_docdb_cpuutilization_average', 'mongodb_up'),
  mysql: facts('MySQL', 'MySQL database', 'aws_rds_cpuutilization_average'),
  opensearch: facts(
    'OpenSearch',
    'OpenSearch',
    'aws_es_cpuutilization_average',
    'elasticsearch_cluster_health_status',
  ),
  postgres: facts('PostgreSQL', 'PostgreSQL database', 'aws_rds_cpuutilization_average', 'pg_up'),
  queue: facts('Queues', 'queue', 'aws_sqs_approximate_number_of_messages_visible_maximum'),
  redis: facts('Redis', 'Redis', 'aws_elasticache_engine_cpuutilization_average', 'redis_up'),
  topic: facts('Topics', 'topic', 'aws_sns_number_of_messages_published_sum'),
};
