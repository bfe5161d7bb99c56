import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const argoProjectBounded: Check = {
  name: 'argo-project-bounded',
  topic: 'delivery',
  severity: 'error',
  summary:
    'Every AppProject lists its repositories, clusters, namespaces and cluster-wide kinds, without `*`.',
  why: 'A project of `*` bounds nothing: whoever writes to any repository deploys to every namespace, cluster roles included.',
  fix: 'List `sourceRepos`, `destinations` and `clusterResourceWhitelist`. A part of a name may be a wildcard: `shop-*`.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('AppProject', 'argoproj.io')) {
      for (const field of unboundedFields(specOf<ProjectSpec>(object))) {
        tell(object, `spec.${field}`, 'expected names, found *');
      }
    }
  },
};

interface ProjectSpec {
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly Readonly<Partial<Record<'name' | 'namespace' | 'server', string>>>[];
  readonly clusterResourceWhitelist: readonly { readonly group: string; readonly kind: string }[];
}

function unboundedFields(spec: Partial<ProjectSpec>): readonly string[] {
  const { sourceRepos = [], destinations = [], clusterResourceWhitelist = [] } = spec;
  return [
    ...(sourceRepos.includes('*') ? ['sourceRepos'] : []),
    ...destinations.flatMap(({ name, namespace, server }, index) =>
      Object.entries({ name, namespace, server })
        .filter(([, value]) => value === '*')
        .map(([key]) => `destinations[${index}].${key}`),
    ),
    ...clusterResourceWhitelist.flatMap(({ kind }, index) =>
      kind === '*' ? [`clusterResourceWhitelist[${index}].kind`] : [],
    ),
  ];
}
