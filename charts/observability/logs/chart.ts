import { logIndices, logTemplateText } from '../../../monitoring/logs/log-index.ts';
import { type PartFiles, watcherFile } from '../part-files.ts';
import { retentionFile } from '../store/retention-job.ts';
import { agent } from './agent.ts';

/** The way of logs from the nodes to where they are kept. */
export const logFiles: PartFiles = (environment, { logs, nodeAgents }) => {
  if (!logs || nodeAgents === undefined) return [];
  const { platform } = environment;
  const retention = retentionFile(environment, {
    name: 'logs-retention',
    part: 'logs',
    indices: logIndices(platform),
    store: logs.store,
    retentionDays: logs.retentionDays,
    template: logTemplateText(platform),
  });
  return [watcherFile(environment, 'logs', agent(environment, logs, nodeAgents)), retention];
};
