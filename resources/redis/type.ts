import { NETWORKED } from '../networked.ts';
import { HOST_AND_PORT, property, template } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { cloudwatch } from './cloudwatch.ts';
import { watching } from './exporter.ts';

/** A cache: https://www.iana.org/assignments/uri-schemes/prov/rediss */
export const redis: ResourceType = {
  ...NETWORKED,
  title: 'Redis',
  one: 'Redis',
  endpoints: [{ name: 'main', port: 6379, protocol: 'TCP' }],
  outputs: {
    ...HOST_AND_PORT,
    password: property('password'),
    url: template('rediss://:{password}@{host}:{port}'),
  },
  watching,
  cloudwatch,
};
