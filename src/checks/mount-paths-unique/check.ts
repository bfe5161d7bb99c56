import type { IContainer } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';

export const mountPathsUnique: Check = {
  name: 'mount-paths-unique',
  topic: 'pods',
  severity: 'error',
  summary: 'No container mounts two volumes at one path.',
  why: 'The API server refuses the pod: the workload makes none.',
  fix: 'Mount them at two paths, or put both sources into one `projected` volume.',
  sources: ['https://kubernetes.io/docs/concepts/storage/projected-volumes/'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const path of repeatedPaths(container)) {
          tell(object, `${field}.volumeMounts`, `expected one volume at ${path}, found several`);
        }
      }
    }
  },
};

function repeatedPaths({ volumeMounts = [] }: IContainer): ReadonlySet<string> {
  const paths = volumeMounts.map(({ mountPath }) => mountPath);
  const seen = new Set<string>();
  return new Set(paths.filter((path) => seen.has(path) || !seen.add(path)));
}
