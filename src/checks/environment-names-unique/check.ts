import type { Check } from '../check.ts';

export const environmentNamesUnique: Check = {
  name: 'environment-names-unique',
  topic: 'reliability',
  severity: 'error',
  summary: 'No container has two environment variables of one name.',
  why: 'The last one counts at first; later a server-side apply merges the list by name and may keep the other one.',
  fix: 'Remove the variable that is not meant.',
  sources: ['https://github.com/kubernetes/kubernetes/issues/58477'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const name of repeated((container.env ?? []).map((variable) => variable.name))) {
          tell(object, `${field}.env[${name}]`, 'expected one variable of this name, found several');
        }
      }
    }
  },
};

function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}
