import type { Check } from '../check.ts';
import { isNamespaced } from '../inventory/namespaced-kinds.ts';
import { namespaceOf } from '../inventory/spec.ts';

export const namespaceExplicit: Check = {
  name: 'namespace-explicit',
  topic: 'reliability',
  severity: 'error',
  summary: "Objects name their namespace, and it is neither `default` nor one of Kubernetes' own.",
  why: 'Without one, an object goes wherever the tool that applies it happens to look; `default` and `kube-system` have no quota, no policies and no owner.',
  fix: "Write `metadata.namespace`. Charts write one of the platform's `namespaces`.",
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  examine: ({ objects }, tell) => {
    for (const object of objects) {
      const found = namespaceOf(object);
      if (found === 'default' || found.startsWith('kube-') || (!found && isNamespaced(object))) {
        const message = `expected a namespace of the platform, found ${found || 'nothing'}`;
        tell(object, 'metadata.namespace', message);
      }
    }
  },
};
