import { traceIndices } from '../../../src/observability/tracing/jaeger-config.ts';
import { addComponent } from '../component/add-component.ts';
import type { PartChart } from '../part-chart.ts';
import { addRetentionJob } from '../store/retention-job.ts';
import { collector } from './collector.ts';
import { jaeger } from './jaeger.ts';

/** The way of traces from services to where they are kept and shown. */
export const addTracing: PartChart = (scope, environment, observability) => {
  const { parts, tracing } = observability;
  if (!parts.tracing) return;
  addComponent(scope, environment, collector(environment, observability));
  addComponent(scope, environment, jaeger(environment, observability));
  if (!tracing.store) return;
  addRetentionJob(scope, environment, {
    name: 'traces-retention',
    component: 'tracing',
    indices: traceIndices(environment.platform),
    store: tracing.store,
    retentionDays: tracing.retentionDays,
    template: undefined,
  });
};
