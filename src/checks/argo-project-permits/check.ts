import type { Check } from '../check.ts';
import {
  type ArgoApplication,
  type ArgoSpec,
  argoApplications,
  isTemplated,
  sourcesOf,
} from '../inventory/argo-applications.ts';
import { matchesGlob } from '../inventory/glob.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const argoProjectPermits: Check = {
  name: 'argo-project-permits',
  topic: 'delivery',
  severity: 'error',
  summary: 'The AppProject of every Application permits its repositories and its destination.',
  why: 'Otherwise Argo CD refuses to sync it, with a condition that shows only in its own interface.',
  fix: 'Add the repository to `sourceRepos` or the destination to `destinations` of the AppProject.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
  examine: (inventory, tell) => {
    for (const application of argoApplications(inventory)) {
      const { object, spec } = application;
      const project = inventory.find('AppProject', namespaceOf(object), spec.project ?? '');
      if (!project) continue;
      const bounds = specOf<ProjectSpec>(project);
      for (const { field, message } of trespasses(application, bounds)) tell(object, field, message);
    }
  },
};

interface ProjectSpec {
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly NonNullable<ArgoSpec['destination']>[];
}

interface Trespass {
  readonly field: string;
  readonly message: string;
}

function trespasses(application: ArgoApplication, bounds: Partial<ProjectSpec>): readonly Trespass[] {
  const { field: at, spec } = application;
  const { sourceRepos = [], destinations = [] } = bounds;
  const repositories = sourcesOf(application)
    .filter(({ source: { repoURL } }) => repoURL && !isTemplated(repoURL) && !permits(sourceRepos, repoURL))
    .map(({ field, source: { repoURL } }) => ({
      field: `${field}.repoURL`,
      message: `expected a repository of the project ${spec.project}, found ${repoURL}`,
    }));
  const isDestined = destinations.some((permitted) => isWithin(spec.destination ?? {}, permitted));
  if (isDestined) return repositories;
  const message = `expected a destination of the project ${spec.project}, found another`;
  return [...repositories, { field: `${at}.destination`, message }];
}

/** A pattern behind an exclamation mark forbids. */
function permits(patterns: readonly string[], value: string): boolean {
  if (patterns.some((pattern) => pattern.startsWith('!') && matchesGlob(pattern.slice(1), value)))
    return false;
  return patterns.some((pattern) => matchesGlob(pattern, value));
}

type Destination = NonNullable<ArgoSpec['destination']>;

/** A cluster may be named on one side and addressed on the other: then only the namespace is compared. */
function isWithin(wanted: Destination, permitted: Destination): boolean {
  return (['name', 'server', 'namespace'] as const).every((key) => {
    const [pattern, value] = [permitted[key], wanted[key]];
    return !pattern || !value || isTemplated(value) || pattern.startsWith('!') || matchesGlob(pattern, value);
  });
}
