import type { Check } from '../check.ts';
import { groupOf } from '../inventory/api-group.ts';
import { specOf } from '../inventory/spec.ts';

export const kindHasAddOn: Check = {
  name: 'kind-has-add-on',
  topic: 'delivery',
  severity: 'error',
  summary: 'Every kind comes with Kubernetes, with an add-on, or with a definition that the cluster has.',
  why: 'A kind that nothing brings into the cluster cannot be applied: the sync fails there, and with it everything after.',
  fix: 'Bring the operator of the kind into the cluster and give its definitions: `cluster: {crds: [...]}` in the environment file.',
  sources: ['https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/'],
  examine: ({ cluster, objects, ofKind }, tell) => {
    const defined = ofKind('CustomResourceDefinition').map((crd) => specOf<{ group: string }>(crd).group);
    const served = new Set([...cluster.servedGroups, ...defined]);
    for (const object of objects) {
      if (served.has(groupOf(object.apiVersion))) continue;
      const found = `${object.apiVersion} ${object.kind}`;
      tell(
        object,
        'apiVersion',
        `expected a kind that the cluster has, found ${found}, which nothing brings`,
      );
    }
  },
};
