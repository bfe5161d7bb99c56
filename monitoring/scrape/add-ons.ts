import type { Environment } from '../../src/model/environment.ts';
import type { WatchedAddOn, WatchedAddOnName } from '../../src/model/observability.ts';
import { OF_PROGRAM } from '../forms/limits.ts';
import { copy, keep, onPort, POD, podLabel, STILL_RUNNING } from '../forms/relabel.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';

/** Which pods of an add-on tell how it fares, for policies as well. */
export interface AddOnTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number;
}

const NAME = 'app.kubernetes.io/name';

/** As the charts of their makers have it, in the versions of `add-ons/` of the Argo CD output. All answer at /metrics. */
export const ADD_ON_TARGETS: Readonly<Record<WatchedAddOnName, AddOnTarget>> = {
  'argo-cd': { labels: { [NAME]: 'argocd-application-controller' }, port: 8082 },
  'argo-rollouts': { labels: { [NAME]: 'argo-rollouts' }, port: 8090 },
  'aws-load-balancer-controller': { labels: { [NAME]: 'aws-load-balancer-controller' }, port: 8080 },
  'cert-manager': { labels: { [NAME]: 'cert-manager' }, port: 9402 },
  coredns: { labels: { 'k8s-app': 'kube-dns' }, port: 9153 },
  'external-dns': { labels: { [NAME]: 'external-dns' }, port: 7979 },
  'external-secrets': { labels: { [NAME]: 'external-secrets' }, port: 8080 },
  karpenter: { labels: { [NAME]: 'karpenter' }, port: 8080 },
  keda: { labels: { [NAME]: 'keda-operator' }, port: 8080 },
  // Other labels of its pods are called after the release.
  reloader: { labels: { group: 'com.stakater.platform', provider: 'stakater' }, port: 9090 },
  velero: { labels: { name: 'velero' }, port: 8085 },
};

/** A job for each add-on that is watched, which has its name. */
export function addOnJobs({ observability }: Environment): readonly ScrapeConfig[] {
  return (observability?.addOns ?? []).map(jobOf);
}

/** What they tell is about other objects, whose namespaces and names count. */
function jobOf({ name, namespace }: WatchedAddOn): ScrapeConfig {
  const { labels, port } = ADD_ON_TARGETS[name];
  return {
    job_name: name,
    ...OF_PROGRAM,
    honor_labels: true,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
    relabel_configs: [
      STILL_RUNNING,
      ...Object.entries(labels).map(([label, value]) => keep(podLabel(label), value)),
      onPort(port),
      copy(POD.name, 'pod'),
    ],
  };
}
