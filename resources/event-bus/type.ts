import { AWS } from '../networked.ts';
import { literal } from '../outputs.ts';
import type { ResourceType } from '../resource-type.ts';

/** A bus of EventBridge. */
export const eventBus: ResourceType = {
  ...AWS,
  title: 'Event buses',
  one: 'event bus',
  host: 'events.{region}.amazonaws.com',
  outputs: { name: literal('{name}'), region: literal('{region}') },
};
