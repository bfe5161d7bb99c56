import type { Check } from '../check.ts';
import { argoApplications } from '../inventory/argo-applications.ts';

/** Kinds that are surely of no core group. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['CronJob', 'batch'],
  ['DaemonSet', 'apps'],
  ['Deployment', 'apps'],
  ['DestinationRule', 'networking.istio.io'],
  ['ExternalSecret', 'external-secrets.io'],
  ['HorizontalPodAutoscaler', 'autoscaling'],
  ['Ingress', 'networking.k8s.io'],
  ['Job', 'batch'],
  ['MutatingWebhookConfiguration', 'admissionregistration.k8s.io'],
  ['Rollout', 'argoproj.io'],
  ['StatefulSet', 'apps'],
  ['ValidatingWebhookConfiguration', 'admissionregistration.k8s.io'],
  ['VirtualService', 'networking.istio.io'],
]);

export const argoIgnoreNamesGroup: Check = {
  name: 'argo-ignore-names-group',
  topic: 'delivery',
  severity: 'error',
  summary: 'Differences that an Application ignores name the API group of their kind.',
  why: 'Without `group` the entry is for the core group, which has no such kind: it ignores nothing, and the Application stays out of sync.',
  fix: 'Write `group` beside `kind`: `{group: apps, kind: Deployment}`.',
  sources: ['https://github.com/argoproj/argo-cd/issues/28590'],
  examine: (inventory, tell) => {
    for (const { object, field, spec } of argoApplications(inventory)) {
      for (const [index, { group, kind = '' }] of (spec.ignoreDifferences ?? []).entries()) {
        const expected = GROUPS.get(kind);
        if (group || !expected) continue;
        tell(object, `${field}.ignoreDifferences[${index}].group`, `expected ${expected}, found nothing`);
      }
    }
  },
};
