import type { Concern } from '../concern.ts';
import { addAnalysisTemplates } from './analysis-template.ts';

/** What a new version of a service is judged by while it takes over; the Rollout itself is the workload's. */
export const release: Concern = {
  name: 'release',
  summary: 'AnalysisTemplate: what takes a bad release back by itself',
  perService: addAnalysisTemplates,
};
