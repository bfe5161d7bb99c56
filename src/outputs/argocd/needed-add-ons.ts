import type { AddOnName } from '../../model/delivery.ts';
import type { AddOn } from './add-ons/add-on.ts';
import { addOns } from './add-ons/index.ts';
import type { DeliveredEnvironment } from './delivered-environment.ts';
import { type Inventory, withoutVersion } from './inventory.ts';

/** API groups that every cluster has. */
const BUILT_IN: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/**
 * API groups that a cluster has before: `mode: operator` is for those that run the Prometheus operator, and definitions of
 * the Gateway API come with the program that a GatewayClass stands for.
 */
const THERE_BEFORE: readonly string[] = ['monitoring.coreos.com', 'gateway.networking.k8s.io'];

/**
 * API groups of the kinds that Kubernetes or an add-on brings, or that the input says are there: nothing could apply
 * others. `''` is core.
 */
export const servedGroups: ReadonlySet<string> = new Set([
  ...BUILT_IN,
  ...THERE_BEFORE,
  ...addOns.flatMap(({ groups = [] }) => groups),
]);

/**
 * The add-ons that Argo CD brings to a cluster: what is rendered for it needs them, another add-on does, or its
 * environments name them; and the cluster does not have them from elsewhere. In the order a cluster takes them.
 */
export function neededAddOns(environments: readonly DeliveredEnvironment[]): readonly AddOn[] {
  const delivering = environments.filter(({ delivery }) => delivery.addOns);
  const choices = (name: AddOnName) => delivering.flatMap(({ delivery }) => delivery.addOns?.[name] ?? []);
  const isProvided = (name: AddOnName) => choices(name).some((choice) => choice.isProvided);
  const needed = new Set<AddOnName>();
  const need = (name: AddOnName) => {
    if (needed.has(name) || isProvided(name)) return;
    needed.add(name);
    for (const other of addOns.find((addOn) => addOn.name === name)?.needs ?? []) need(other);
  };
  for (const addOn of addOns) {
    const isUsed = delivering.some(({ inventory }) => isUsedIn(inventory, addOn));
    if (isUsed || choices(addOn.name).length > 0) need(addOn.name);
  }
  return addOns.filter(({ name }) => needed.has(name));
}

function isUsedIn(inventory: Inventory, { groups = [], kinds = [], annotations = [] }: AddOn): boolean {
  const types = [...inventory.clusterObjects.keys(), ...inventory.namespacedTypes].map(withoutVersion);
  return (
    types.some((type) => kinds.includes(type) || groups.some((group) => type.startsWith(`${group}/`))) ||
    [...inventory.annotations].some((key) => annotations.some((start) => key.startsWith(start)))
  );
}
