import { NETWORKED } from '../networked.ts';
import { ACCOUNT, HOST_AND_PORT, literal, template } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { cloudwatch } from './cloudwatch.ts';
import { watching } from './exporter.ts';

/** https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options; DocumentDB knows no retryable writes. */
export const mongodb: ResourceType = {
  ...NETWORKED,
  title: 'MongoDB',
  one: 'MongoDB',
  members: 'always',
  optional: ['authority', 'port', 'secret', 'network', 'unverified'],
  verify: {
    authority: 'tls=true&tlsCAFile={authority}',
    known: 'tls=true',
    unverified: 'tls=true&tlsInsecure=true',
  },
  endpoints: [{ name: 'main', port: 27017, protocol: 'TCP' }],
  needsDatabase: true,
  outputs: {
    ...HOST_AND_PORT,
    database: literal('{database}'),
    ...ACCOUNT,
    url: template('mongodb://{username}:{password}@{host}:{port}/{database}?{verify}&retryWrites=false'),
  },
  watching,
  cloudwatch,
};
