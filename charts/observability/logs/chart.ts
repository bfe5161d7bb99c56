import { logIndices, logTemplateText } from '../../../src/observability/logs/log-index.ts';
import { addComponent } from '../component/add-component.ts';
import type { PartChart } from '../part-chart.ts';
import { addRetentionJob } from '../store/retention-job.ts';
import { agent } from './agent.ts';

/** The way of logs from the nodes to where they are kept. */
export const addLogs: PartChart = (scope, environment, { logs, nodeAgents }) => {
  if (!logs || nodeAgents === undefined) return;
  const { platform } = environment;
  addComponent(scope, environment, agent(environment, logs, nodeAgents));
  addRetentionJob(scope, environment, {
    name: 'logs-retention',
    component: 'logs',
    indices: logIndices(platform),
    store: logs.store,
    retentionDays: logs.retentionDays,
    template: logTemplateText(platform),
  });
};
