import type { Check } from '../check.ts';

const LABELS = ['app.kubernetes.io/name', 'app.kubernetes.io/part-of'];

export const recommendedLabelsSet: Check = {
  name: 'recommended-labels-set',
  topic: 'reliability',
  severity: 'info',
  summary: 'Workloads and their pods say which application they are and what it is part of.',
  why: 'Dashboards, logs and cost reports group by these labels; whoever is on call finds the owner through them.',
  fix: `Write ${LABELS.map((label) => `\`${label}\``).join(' and ')}. Charts do so.`,
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/'],
  examine: ({ workloads }, tell) => {
    for (const { object, podField, podLabels } of workloads) {
      const places = [
        { field: 'metadata.labels', labels: object.metadata.labels ?? {} },
        { field: `${podField.replace(/spec$/, 'metadata')}.labels`, labels: podLabels },
      ];
      for (const { field, labels } of places) {
        const missing = LABELS.filter((label) => !labels[label]);
        if (missing.length > 0) tell(object, field, `expected ${missing.join(' and ')}, found nothing`);
      }
    }
  },
};
