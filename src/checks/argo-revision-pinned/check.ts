import type { Check } from '../check.ts';
import { type ArgoSource, argoApplications, isTemplated, sourcesOf } from '../inventory/argo-applications.ts';

export const argoRevisionPinned: Check = {
  name: 'argo-revision-pinned',
  topic: 'delivery',
  severity: 'info',
  summary: 'Applications say which branch or tag they follow, and which version of a chart.',
  why: '`HEAD` is whatever branch the repository calls its default today; a range of versions upgrades a chart when somebody else releases.',
  fix: 'Write `targetRevision: main`, or the exact version of the chart.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/'],
  examine: (inventory, tell) => {
    for (const application of argoApplications(inventory)) {
      for (const { field, source } of sourcesOf(application)) {
        const { chart, targetRevision } = source;
        if (!isOpen(source)) continue;
        const expected = chart ? 'expected an exact version' : 'expected a branch or tag';
        const found = targetRevision || 'nothing';
        tell(application.object, `${field}.targetRevision`, `${expected}, found ${found}`);
      }
    }
  },
};

const RANGE = /[*^~<>=|\s]|\.x\b/;

function isOpen({ chart, targetRevision = '' }: ArgoSource): boolean {
  if (targetRevision === '' || targetRevision === 'HEAD') return true;
  return chart !== undefined && !isTemplated(targetRevision) && RANGE.test(targetRevision);
}
