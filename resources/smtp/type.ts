import { NETWORKED } from '../networked.ts';
import { ACCOUNT, HOST_AND_PORT, template } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** A mail server that takes mails to send (RFC 6409). */
export const smtp: ResourceType = {
  ...NETWORKED,
  title: 'Mail servers',
  one: 'mail server',
  members: 'never',
  optional: ['port', 'secret', 'network'],
  network: 'internet',
  endpoints: [{ name: 'main', port: 587, protocol: 'TCP' }],
  outputs: { ...HOST_AND_PORT, ...ACCOUNT, url: template('smtp://{username}:{password}@{host}:{port}') },
};
