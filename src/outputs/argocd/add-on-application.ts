import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IResourceIgnoreDifferences } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ResourceIgnoreDifferences';
import { isMap } from '../../maps/is-map.ts';
import type { AddOn, Values } from './add-ons/add-on.ts';
import { type DeliveredEnvironment, platformLabels } from './delivered-environment.ts';
import { sortedMap } from './sorted-map.ts';
import { subscriptions } from './subscriptions.ts';
import { DIFF_OPTIONS, syncPolicy } from './sync-policy.ts';
import { syncWave } from './sync-wave.ts';

/** Name of the Application of an add-on in a cluster. */
export function addOnName(cluster: string, { name }: AddOn): string {
  return `${cluster}-${name}`;
}

/**
 * The Application of an add-on: a pinned chart, few values, and what the platform says of it on top. It is synced as
 * the environments of the cluster are, by a person if one of them is. `environments` are those; there is at least one.
 */
export function addOnApplication(
  platform: string,
  addOn: AddOn,
  environments: readonly DeliveredEnvironment[],
): IApplication {
  const { outline, delivery } = environments[0] as DeliveredEnvironment;
  const { name, chart } = addOn;
  const version = choiceOf(addOn, environments)?.version ?? chart.version;
  const values = valuesOf(addOn, environments);
  const isAutomated = environments.every((one) => one.delivery.isAutomated);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: addOnName(outline.cluster.name, addOn),
      namespace: delivery.argocd.namespace,
      labels: { ...platformLabels(platform), 'charthouse.dev/add-on': name },
      annotations: sortedMap({
        ...DIFF_OPTIONS,
        ...syncWave(addOn.turn),
        ...subscriptions(delivery.notifications),
      }),
    },
    spec: {
      project: `${platform}-add-ons`,
      source: {
        repoURL: chart.repository,
        chart: chart.name,
        targetRevision: version,
        helm: { releaseName: name, ...(Object.keys(values).length > 0 && { valuesObject: values }) },
      },
      destination: { name: outline.cluster.name, namespace: addOn.namespace(outline) },
      syncPolicy: {
        ...syncPolicy({ isAutomated }, 'CreateNamespace=true'),
        ...namespaceMetadata(addOn, outline),
      },
      ...(addOn.writesWebhooks && { ignoreDifferences: [...WRITTEN_BY_ISTIOD] }),
    },
  };
}

/** Labels of the namespace that Argo CD creates; add-ons of one namespace say the same. */
function namespaceMetadata({ admits, namespaceLabels }: AddOn, outline: DeliveredEnvironment['outline']) {
  const level = admits?.(outline);
  if (level === undefined) return {};
  const version = `v1.${outline.cluster.kubernetesMinor}`;
  const modes = ['audit', 'enforce', 'warn'].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, level],
    [`pod-security.kubernetes.io/${mode}-version`, version],
  ]);
  return {
    managedNamespaceMetadata: { labels: sortedMap({ ...namespaceLabels, ...Object.fromEntries(modes) }) },
  };
}

/** istiod fills these in when it starts, and sets the policy to Fail once it can answer. */
const WRITTEN_BY_ISTIOD: readonly IResourceIgnoreDifferences[] = [
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
].map((kind) => ({
  group: 'admissionregistration.k8s.io',
  kind,
  jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle', '.webhooks[]?.failurePolicy'],
}));

function choiceOf({ name }: AddOn, environments: readonly DeliveredEnvironment[]) {
  return environments.map(({ delivery }) => delivery.addOns?.[name]).find((choice) => choice !== undefined);
}

function valuesOf(addOn: AddOn, environments: readonly DeliveredEnvironment[]): Values {
  const { outline } = environments[0] as DeliveredEnvironment;
  const choice = choiceOf(addOn, environments);
  const account = choice?.roleArn === undefined ? {} : accountValues(addOn, choice.roleArn);
  return laidOver(laidOver(addOn.values?.(outline) ?? {}, account), choice?.values ?? {});
}

function accountValues({ accountPath = [] }: AddOn, roleArn: string): Values {
  const annotations: Values = { 'eks.amazonaws.com/role-arn': roleArn };
  return accountPath.reduceRight<Values>((inner, key) => ({ [key]: inner }), annotations);
}

/** Maps merge by key at every depth, everything else replaces: as Helm does it. */
function laidOver(base: Values, over: Values): Values {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = merged[key];
    merged[key] = isMap(under) && isMap(value) ? laidOver(under, value) : value;
  }
  return merged;
}
