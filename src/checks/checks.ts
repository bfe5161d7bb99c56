import { TOPICS } from '../model/check.ts';
import type { Check } from './check.ts';
import * as registered from './index.ts';

/** Every check, in the order of the topics, then by name. */
export const checks: readonly Check[] = Object.values(registered).sort(
  (a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || (a.name < b.name ? -1 : 1),
);
