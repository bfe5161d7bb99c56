import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';

export const ingressPathOnce: Check = {
  name: 'ingress-path-once',
  topic: 'network',
  severity: 'error',
  summary: 'No host and path is routed twice by Ingresses of one class.',
  why: 'Which of the two wins depends on the controller and on which was created first, so a new cluster may route differently.',
  fix: 'Keep the path in one Ingress.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches'],
  examine: ({ ofKind }, tell) => {
    const first = new Map<string, string>();
    for (const ingress of ofKind('Ingress', 'networking.k8s.io').filter(isNoCanary)) {
      for (const { key, field, shown } of pathsOf(ingress)) {
        const other = first.get(key);
        if (other) tell(ingress, field, `expected the only route of ${shown}, found also ${other}`);
        else first.set(key, `Ingress ${namespaceOf(ingress)}/${ingress.metadata.name}`);
      }
    }
  },
};

/** A canary of the nginx controller repeats the route it takes a share of. */
function isNoCanary(ingress: ManifestObject): boolean {
  return ingress.metadata.annotations?.['nginx.ingress.kubernetes.io/canary'] !== 'true';
}

/** Ingresses of one ALB group share a load balancer; others of that controller have one each. */
const ALB_GROUP = 'alb.ingress.kubernetes.io/group.name';

function pathsOf(ingress: ManifestObject) {
  const { ingressClassName = '', rules = [] } = specOf<IIngressSpec>(ingress);
  const ownBalancer = ingressClassName === 'alb' ? `${namespaceOf(ingress)}/${ingress.metadata.name}` : '';
  const balancer = ingress.metadata.annotations?.[ALB_GROUP] ?? ownBalancer;
  return rules.flatMap(({ host = '*', http }, rule) =>
    (http?.paths ?? []).map(({ path = '/', pathType }, index) => ({
      key: [ingressClassName, balancer, host, pathType, path].join('\n'),
      field: `spec.rules[${rule}].http.paths[${index}]`,
      shown: `${host}${path}`,
    })),
  );
}
