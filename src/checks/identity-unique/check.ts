import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { groupOf } from '../inventory/api-group.ts';

export const identityUnique: Check = {
  name: 'identity-unique',
  topic: 'schema',
  severity: 'error',
  summary: 'No two objects have the same API group, kind, namespace and name.',
  why: 'They are one object to the cluster. Whichever is applied last wins, Argo CD reports a repeated resource, and the two keep undoing each other.',
  fix: 'Rename one of the two, or leave it out. Versions of an API do not tell objects apart: `autoscaling/v1` and `autoscaling/v2` are two forms of the same object.',
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  examine: ({ objects }, tell) => {
    const seen = new Map<string, ManifestObject>();
    for (const object of objects) {
      const { apiVersion, kind, metadata } = object;
      const identity = `${kind}\n${metadata.name}\n${metadata.namespace ?? ''}\n${groupOf(apiVersion)}`;
      const first = seen.get(identity);
      if (first)
        tell(
          object,
          'metadata.name',
          `expected an identity of its own, found that of ${first.apiVersion} ${kind} ${metadata.name} rendered before`,
        );
      else seen.set(identity, object);
    }
  },
};
