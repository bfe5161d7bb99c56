import type { OutsideProtocol } from '../model/endpoint.ts';
import type { Access } from '../model/resource.ts';
import type { ExternalInput, ResourceType } from './schema/resource.ts';
import * as verify from './verify-parameters.ts';

/** An address a resource answers on. */
export interface EndpointType {
  readonly name: 'writer' | 'reader' | 'main';
  readonly port: number;
  readonly protocol: OutsideProtocol;
}

/** Part of a resource that configuration can refer to. `{username}` and `{password}` stand for the credentials. */
export type OutputType =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'property'; readonly property: string }
  | { readonly kind: 'template'; readonly text: string };

/** What one type of resource offers and asks for. */
export interface ResourceTypeFacts {
  readonly endpoints: readonly EndpointType[];
  /** What a service may do with it; the only one is the default. */
  readonly accesses: readonly Access[];
  /** Where its addresses usually are. */
  readonly network: 'data' | 'endpoints' | 'internet';
  /** Fields of `external` that must be given, and those that may be. `secret` belongs to types with credentials. */
  readonly required: readonly (keyof ExternalInput)[];
  readonly optional: readonly (keyof ExternalInput)[];
  readonly needsDatabase: boolean;
  /**
   * Whether clients are told of further nodes once they are connected, and connect to them at other names or addresses:
   * those of replica sets always do, those of Redis Cluster, of OpenSearch with sniffing and Amazon's own of Aurora only if
   * they are set up so.
   */
  readonly members: 'always' | 'if-said' | 'never';
  /** Host of a service of AWS, from the region and the resource's own name. */
  readonly host?: string;
  /** How its URL says how clients know who answers. */
  readonly verify?: verify.VerifyParameters;
  /** By name. `{verify}`, `{host}`, `{port}`, `{database}`, `{region}` and the fields of `external` are filled in. */
  readonly outputs: Readonly<Record<string, OutputType>>;
}

const literal = (text: string): OutputType => ({ kind: 'literal', text });
const property = (name: string): OutputType => ({ kind: 'property', property: name });
const template = (text: string): OutputType => ({ kind: 'template', text });

const USERNAME = property('username');
const PASSWORD = property('password');
const HOST_AND_PORT = { host: literal('{host}'), port: literal('{port}') } as const;

const READ_AND_WRITE = ['read', 'write', 'read-write'] as const;
const NETWORKED = {
  network: 'data',
  accesses: READ_AND_WRITE,
  required: ['host'],
  optional: ['authority', 'members', 'port', 'secret', 'network', 'unverified'],
  needsDatabase: false,
  members: 'if-said',
} as const;
/** Of one that answers by itself. */
const ALONE = { members: 'never', optional: ['port', 'secret', 'network'] } as const;
/** The image of its clients and of what keeps logs and traces in it know who signs its certificates. */
const KNOWN = { optional: ['members', 'port', 'secret', 'network'] } as const;
const AWS = {
  network: 'endpoints',
  optional: ['host', 'network'],
  needsDatabase: false,
  members: 'never',
} as const;
const AWS_ENDPOINT = [{ name: 'main', port: 443, protocol: 'TLS' }] as const;

/** A SQL database with a writer and, where there are any, read replicas. */
function database(scheme: string, port: number, parameters: verify.VerifyParameters): ResourceTypeFacts {
  const url = `${scheme}://{username}:{password}@{host}:{port}/{database}?{verify}`;
  return {
    ...NETWORKED,
    verify: parameters,
    endpoints: [
      { name: 'writer', port, protocol: 'TCP' },
      { name: 'reader', port, protocol: 'TCP' },
    ],
    optional: ['readerHost', ...NETWORKED.optional],
    needsDatabase: true,
    outputs: {
      ...HOST_AND_PORT,
      database: literal('{database}'),
      username: USERNAME,
      password: PASSWORD,
      url: template(url),
    },
  };
}

/**
 * Every type of resource. Ports are the registered ones of each protocol; hosts of AWS are those of its service
 * endpoints (docs.aws.amazon.com/general/latest/gr/aws-service-information.html). S3 and DynamoDB are reached on
 * public addresses even through a gateway endpoint, so their network is the internet.
 */
export const resourceTypes: Readonly<Record<ResourceType, ResourceTypeFacts>> = {
  postgres: database('postgres', 5432, verify.POSTGRES),
  mysql: database('mysql', 3306, verify.MYSQL),
  mongodb: {
    ...NETWORKED,
    members: 'always',
    optional: ['authority', 'port', 'secret', 'network', 'unverified'],
    verify: verify.MONGODB,
    endpoints: [{ name: 'main', port: 27017, protocol: 'TCP' }],
    needsDatabase: true,
    outputs: {
      ...HOST_AND_PORT,
      database: literal('{database}'),
      username: USERNAME,
      password: PASSWORD,
      url: template('mongodb://{username}:{password}@{host}:{port}/{database}?{verify}&retryWrites=false'),
    },
  },
  redis: {
    ...NETWORKED,
    endpoints: [{ name: 'main', port: 6379, protocol: 'TCP' }],
    outputs: {
      ...HOST_AND_PORT,
      password: PASSWORD,
      url: template('rediss://:{password}@{host}:{port}'),
    },
  },
  opensearch: {
    ...NETWORKED,
    ...KNOWN,
    endpoints: [{ name: 'main', port: 443, protocol: 'TLS' }],
    outputs: {
      ...HOST_AND_PORT,
      url: literal('https://{host}:{port}'),
      username: USERNAME,
      password: PASSWORD,
    },
  },
  dynamodb: {
    ...AWS,
    network: 'internet',
    host: 'dynamodb.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: READ_AND_WRITE,
    required: ['name'],
    outputs: { table: literal('{name}'), region: literal('{region}') },
  },
  bucket: {
    ...AWS,
    network: 'internet',
    host: '{name}.s3.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: READ_AND_WRITE,
    required: ['name'],
    outputs: { name: literal('{name}'), region: literal('{region}'), url: literal('https://{host}') },
  },
  queue: {
    ...AWS,
    host: 'sqs.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: ['publish', 'consume'],
    required: ['url'],
    outputs: { url: literal('{url}'), region: literal('{region}') },
  },
  topic: {
    ...AWS,
    host: 'sns.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: ['publish'],
    required: ['arn'],
    outputs: { arn: literal('{arn}'), region: literal('{region}') },
  },
  'event-bus': {
    ...AWS,
    host: 'events.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: ['publish'],
    required: ['name'],
    outputs: { name: literal('{name}'), region: literal('{region}') },
  },
  'user-pool': {
    ...AWS,
    host: 'cognito-idp.{region}.amazonaws.com',
    endpoints: AWS_ENDPOINT,
    accesses: READ_AND_WRITE,
    required: ['name'],
    outputs: { id: literal('{name}'), region: literal('{region}') },
  },
  smtp: {
    ...NETWORKED,
    ...ALONE,
    network: 'internet',
    endpoints: [{ name: 'main', port: 587, protocol: 'TCP' }],
    accesses: ['send'],
    outputs: {
      ...HOST_AND_PORT,
      username: USERNAME,
      password: PASSWORD,
      url: template('smtp://{username}:{password}@{host}:{port}'),
    },
  },
};
