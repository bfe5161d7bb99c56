import type { Priority } from '../src/model/environment.ts';

/** The classes of what watches the shop. */
export const WATCHING: readonly Priority[] = [
  { className: 'shop-alerting', value: 1_000_001, description: 'What alerts depend on' },
  { className: 'shop-node-agents', value: 1_000_002, description: 'What watches the nodes' },
];
