import { type PartFiles, watcherFile } from '../part-files.ts';
import { alertmanager } from './alertmanager.ts';

/** Alertmanager, where the environment has one of its own. */
export const alertmanagerFiles: PartFiles = (environment, observability) => {
  if (observability.mode !== 'standalone' || !observability.parts.metrics) return [];
  return [watcherFile(environment, 'metrics', alertmanager(environment, observability))];
};
