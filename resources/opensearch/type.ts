import { NETWORKED } from '../networked.ts';
import { ACCOUNT, HOST_AND_PORT, literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { cloudwatch } from './cloudwatch.ts';
import { watching } from './exporter.ts';

/** The image of its clients, and of what keeps logs and traces in it, know who signs its certificates. */
export const opensearch: ResourceType = {
  ...NETWORKED,
  title: 'OpenSearch',
  one: 'OpenSearch',
  optional: ['members', 'port', 'secret', 'network'],
  endpoints: [{ name: 'main', port: 443, protocol: 'TLS' }],
  outputs: { ...HOST_AND_PORT, url: literal('https://{host}:{port}'), ...ACCOUNT },
  watching,
  cloudwatch,
};
