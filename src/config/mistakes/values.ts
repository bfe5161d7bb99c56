import { nearest } from '../../words/nearest.ts';
import { entry } from './entry.ts';

/** One of the words that are known which was misspelt, begun (`mon` for monday), or is called otherwise elsewhere. */
export function wordMeant(input: string, known: readonly string[]): string | undefined {
  const word = input.toLowerCase();
  const called = entry(CALLED, word.replace(/[ _-]/g, ''))?.find((one) => known.includes(one));
  const begun = known.filter((one) => word.length > 2 && one.startsWith(word));
  return called ?? nearest(input, known) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** What others call a word of the input, in lower case and without hyphens, and the words it may stand for. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  deployment: ['web'],
  api: ['web'],
  server: ['web'],
  http: ['web'],
  consumer: ['worker'],
  background: ['worker'],
  cronjob: ['cron'],
  schedule: ['cron'],
  scheduled: ['cron'],
  job: ['task'],
  batch: ['task'],
  statefulset: ['stateful'],
  database: ['stateful'],
  ro: ['read'],
  readonly: ['read', 'consume'],
  reader: ['read'],
  rw: ['read-write'],
  all: ['read-write'],
  full: ['read-write'],
  readwrite: ['read-write'],
  writeonly: ['write', 'publish'],
  subscribe: ['consume'],
  receive: ['consume'],
  produce: ['publish'],
  token: ['jwt'],
  bearer: ['jwt'],
  oauth: ['jwt'],
  oauth2: ['jwt'],
  oidc: ['jwt'],
  required: ['jwt'],
  anonymous: ['none'],
  public: ['internet-facing', 'none'],
  external: ['internet-facing'],
  private: ['internal'],
  pg: ['postgres'],
  rds: ['postgres', 'mysql'],
  aurora: ['postgres', 'mysql'],
  mariadb: ['mysql'],
  documentdb: ['mongodb'],
  mongo: ['mongodb'],
  elasticache: ['redis'],
  valkey: ['redis'],
  memorydb: ['redis'],
  cache: ['redis'],
  elasticsearch: ['opensearch'],
  search: ['opensearch'],
  dynamo: ['dynamodb'],
  s3: ['bucket'],
  storage: ['bucket'],
  sqs: ['queue'],
  sns: ['topic'],
  eventbridge: ['event-bus'],
  cognito: ['user-pool'],
  mail: ['smtp'],
  ses: ['smtp'],
  rabbit: ['rabbitmq'],
  amqp: ['rabbitmq'],
};
