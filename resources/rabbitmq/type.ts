import { NETWORKED } from '../networked.ts';
import { ACCOUNT, HOST_AND_PORT, template } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';
import { watching } from './exporter.ts';

/**
 * A broker, spoken to with AMQP in TLS (https://www.rabbitmq.com/docs/uri-spec). How to verify is not in its URL, as only
 * clients in Erlang read that there (https://www.rabbitmq.com/docs/uri-query-parameters): others take the file of `authority`.
 */
export const rabbitmq: ResourceType = {
  ...NETWORKED,
  title: 'RabbitMQ',
  one: 'RabbitMQ broker',
  members: 'never',
  optional: ['authority', 'port', 'secret', 'network', 'unverified'],
  endpoints: [{ name: 'main', port: 5671, protocol: 'TCP' }],
  outputs: {
    ...HOST_AND_PORT,
    ...ACCOUNT,
    url: template('amqps://{username}:{password}@{host}:{port}'),
  },
  watching,
};
