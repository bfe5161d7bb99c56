import type { Environment } from '../../../src/model/environment.ts';
import type { WatchedAddOnName } from '../../../src/model/observability.ts';
import type { AlertRule, RuleGroup } from '../../forms/rule.ts';
import { placeOf } from '../../forms/selector.ts';
import { argoCdAlerts } from './add-ons/argo-cd.ts';
import { argoRolloutsAlerts } from './add-ons/argo-rollouts.ts';
import { externalDnsAlerts, loadBalancerControllerAlerts } from './add-ons/aws.ts';
import { certManagerAlerts } from './add-ons/cert-manager.ts';
import { corednsAlerts } from './add-ons/coredns.ts';
import { addOnDown } from './add-ons/down.ts';
import { externalSecretsAlerts } from './add-ons/external-secrets.ts';
import { reloaderAlerts } from './add-ons/reloader.ts';
import { karpenterAlerts, kedaAlerts } from './add-ons/scaling.ts';
import { veleroAlerts } from './add-ons/velero.ts';

/** What an environment relies on in its cluster: each add-on that is watched, whether it answers and does its work. */
export function addOnGroups(environment: Environment): readonly RuleGroup[] {
  const addOns = environment.observability?.addOns ?? [];
  return addOns.map((addOn) => ({
    name: `add-on-${addOn.name}`,
    rules: [addOnDown(addOn), ...ALERTS[addOn.name](environment)],
  }));
}

const ALERTS: Readonly<Record<WatchedAddOnName, (environment: Environment) => readonly AlertRule[]>> = {
  'argo-cd': ({ platform }) => argoCdAlerts(platform),
  'argo-rollouts': (environment) => argoRolloutsAlerts(placeOf(environment)),
  'aws-load-balancer-controller': loadBalancerControllerAlerts,
  'cert-manager': certManagerAlerts,
  coredns: corednsAlerts,
  'external-dns': externalDnsAlerts,
  'external-secrets': (environment) => externalSecretsAlerts(placeOf(environment)),
  karpenter: karpenterAlerts,
  keda: (environment) => kedaAlerts(placeOf(environment)),
  reloader: reloaderAlerts,
  velero: veleroAlerts,
};
