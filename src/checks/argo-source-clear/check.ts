import type { Check } from '../check.ts';
import { type ArgoApplication, argoApplications, sourcesOf } from '../inventory/argo-applications.ts';

export const argoSourceClear: Check = {
  name: 'argo-source-clear',
  topic: 'delivery',
  severity: 'error',
  summary: 'Every source of an Application is either a path of a repository or a chart.',
  why: 'With both, or neither, Argo CD reports an invalid spec and syncs nothing; beside `sources`, `source` is ignored.',
  fix: 'Write `path` for a Git repository, `chart` for a Helm repository, and either `source` or `sources`.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/'],
  examine: (inventory, tell) => {
    for (const application of argoApplications(inventory)) {
      for (const { field, message } of ambiguities(application)) tell(application.object, field, message);
    }
  },
};

interface Ambiguity {
  readonly field: string;
  readonly message: string;
}

function ambiguities(application: ArgoApplication): readonly Ambiguity[] {
  const { field: at, spec } = application;
  const found = sourcesOf(application).flatMap(({ field, source: { path, chart, ref } }) => {
    if (path !== undefined && chart !== undefined) {
      return [{ field, message: 'expected path or chart, found both' }];
    }
    const isNone = path === undefined && chart === undefined && ref === undefined;
    return isNone ? [{ field, message: 'expected path or chart, found neither' }] : [];
  });
  const isTwice = spec.source !== undefined && (spec.sources ?? []).length > 0;
  return isTwice ? [...found, { field: at, message: 'expected source or sources, found both' }] : found;
}
