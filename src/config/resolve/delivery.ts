import {
  ADD_ONS,
  type AddOnChoice,
  type AddOnName,
  type Delivery,
  OLDEST_KUBERNETES,
  type ReleaseWindow,
} from '../../model/delivery.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Scope } from './scope.ts';

type DeliveryInput = NonNullable<DocumentInput['delivery']>;
type AddOnInputs = NonNullable<DeliveryInput['addOns']>;

/** How Argo CD brings the environment into its cluster. Reports what would have no effect, and what cannot work. */
export function deliveryOf({ document, report }: Scope): Delivery | undefined {
  const { delivery, emergency, platform, cluster } = document;
  if (!delivery) return undefined;
  const { repository, revision, path, argocd, automated, notifications, addOns } = delivery;
  const releaseWindows = windowsOf(delivery);
  if (platform === 'default') {
    const fix = 'rename the platform: AppProjects are named after it';
    report(['platform'], '`default` is an AppProject that every Argo CD has', { fix });
  }
  if (addOns) checkAddOns(addOns, cluster.kubernetes, report);
  return {
    repository,
    revision,
    path,
    argocd,
    // In an emergency Argo CD would set back within seconds what a person has just mended by hand.
    isAutomated: automated && !emergency,
    notifications: { slack: notifications.slack, email: [...new Set(notifications.email)].sort() },
    releaseWindows,
    addOns: addOns && choicesOf(addOns),
  };
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function windowsOf({ releaseWindows }: DeliveryInput): readonly ReleaseWindow[] {
  return Object.entries(releaseWindows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { days, from, to, timeZone }]) => {
      const inOrder = WEEK.filter((day) => days.some((one) => one === day));
      const named = inOrder.map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`);
      return { name, days: named, from, to, timeZone };
    });
}

function checkAddOns(addOns: AddOnInputs, kubernetesMinor: number, report: Scope['report']): void {
  for (const name of ADD_ONS) {
    const said = addOns[name];
    const path = ['delivery', 'addOns', name];
    const { provided, ...others } = said ?? {};
    const [vain] = Object.keys(others);
    if (provided && vain !== undefined) {
      const fix = 'remove it, or remove `provided`';
      report([...path, vain], `${vain} means nothing for what the cluster has already`, { fix, at: 'key' });
    }
    const oldest = OLDEST_KUBERNETES[name];
    if (oldest === undefined || kubernetesMinor >= oldest || provided || said?.version !== undefined)
      continue;
    report(
      path,
      `the pinned version needs Kubernetes 1.${oldest}, and the cluster has 1.${kubernetesMinor}`,
      {
        fix: `write ${name}: {provided: true} if the cluster has it, or a version of its chart that fits`,
        at: 'key',
      },
    );
  }
}

function choicesOf(addOns: AddOnInputs): Readonly<Partial<Record<AddOnName, AddOnChoice>>> {
  const named = ADD_ONS.filter((name) => addOns[name] !== undefined);
  return Object.fromEntries(
    named.map((name) => {
      const said = addOns[name] as NonNullable<AddOnInputs['velero']>;
      const { provided, version, values = {}, roleArn } = said;
      return [name, { isProvided: provided, version, roleArn, values }];
    }),
  );
}
