import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { addOnApplication, addOnName } from './add-on-application.ts';
import type { AddOn } from './add-ons/add-on.ts';
import type { DeliveredEnvironment } from './delivered-environment.ts';
import { neededAddOns } from './needed-add-ons.ts';
import { projectMetadata } from './project.ts';
import { roles } from './roles.ts';
import { syncWindows } from './sync-windows.ts';

/** A cluster, the environments of the platform in it, and the add-ons they need. */
interface Cluster {
  readonly name: string;
  readonly environments: readonly DeliveredEnvironment[];
  readonly addOns: readonly AddOn[];
}

/**
 * What brings the add-ons of every cluster: an AppProject, and an Application for each. None where no environment asks for
 * them. Environments that share a cluster share its add-ons.
 */
export function addOnObjects(
  platform: string,
  environments: readonly DeliveredEnvironment[],
): readonly (IAppProject | IApplication)[] {
  const clusters = clustersOf(environments).filter(({ addOns }) => addOns.length > 0);
  if (clusters.length === 0) return [];
  return [
    addOnProject(platform, environments, clusters),
    ...clusters.flatMap((cluster) =>
      cluster.addOns.map((addOn) => addOnApplication(platform, addOn, cluster.environments)),
    ),
  ];
}

function clustersOf(environments: readonly DeliveredEnvironment[]): readonly Cluster[] {
  const delivering = environments.filter(({ delivery }) => delivery.addOns);
  const names = [...new Set(delivering.map(({ outline }) => outline.cluster.name))];
  return names.map((name) => {
    const inside = delivering.filter(({ outline }) => outline.cluster.name === name);
    return { name, environments: inside, addOns: neededAddOns(inside) };
  });
}

/** Kinds without a namespace that the charts hold; the namespaces are those Argo CD creates for them. */
const CLUSTER_KINDS = [
  { group: '', kind: 'Namespace' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicyBinding' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: 'elbv2.k8s.aws', kind: 'IngressClassParams' },
  { group: 'networking.k8s.io', kind: 'IngressClass' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
];

/** Kinds with a namespace are not listed: what a chart holds is for its makers to say, within these namespaces. */
function addOnProject(
  platform: string,
  environments: readonly DeliveredEnvironment[],
  clusters: readonly Cluster[],
): IAppProject {
  const project = `${platform}-add-ons`;
  const repositories = clusters.flatMap(({ addOns }) => addOns.map(({ chart }) => chart.repository));
  const windows = clusters.flatMap(windowsIn);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: projectMetadata(project, platform, environments),
    spec: {
      description: `What ${platform} needs in its clusters`,
      sourceRepos: [...new Set(repositories)].sort(),
      destinations: clusters.flatMap(destinationsIn),
      clusterResourceWhitelist: CLUSTER_KINDS,
      roles: clusters.flatMap((cluster) =>
        cluster.environments.flatMap((one) => roles(one, project, `${cluster.name}-*`)),
      ),
      ...(windows.length > 0 && { syncWindows: windows }),
    },
  };
}

function windowsIn({ name, environments, addOns }: Cluster) {
  const applications = addOns.map((addOn) => addOnName(name, addOn));
  return environments.flatMap((one) => syncWindows(one, applications));
}

function destinationsIn({ name, environments, addOns }: Cluster) {
  const outline = (environments[0] as DeliveredEnvironment).outline;
  const namespaces = addOns.flatMap((addOn) => [addOn.namespace(outline), ...(addOn.alsoIn ?? [])]);
  return [...new Set(namespaces)].sort().map((namespace) => ({ name, namespace }));
}
