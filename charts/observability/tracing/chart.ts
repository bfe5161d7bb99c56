import { traceIndices } from '../../../monitoring/tracing/jaeger-config.ts';
import { type PartFiles, watcherFile } from '../part-files.ts';
import { retentionFile } from '../store/retention-job.ts';
import { collector } from './collector.ts';
import { jaeger } from './jaeger.ts';

/** The way of traces from services to where they are kept and shown. */
export const tracingFiles: PartFiles = (environment, observability) => {
  const { parts, tracing } = observability;
  if (!parts.tracing) return [];
  const programs = [collector(environment, observability), jaeger(environment, observability)];
  const files = programs.map((program) => watcherFile(environment, 'tracing', program));
  if (!tracing.store) return files;
  const retention = retentionFile(environment, {
    name: 'traces-retention',
    part: 'tracing',
    indices: traceIndices(environment.platform),
    store: tracing.store,
    retentionDays: tracing.retentionDays,
    template: undefined,
  });
  return [...files, retention];
};
