import type { NetworkPolicyPeer } from '../../../imports/kubernetes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { componentPeer } from '../../component/labels.ts';
import { namespaceNamed } from '../../network/ingress-rules.ts';
import { metricsAskers } from '../../network/metrics-askers.ts';

/** Who may ask Prometheus: Grafana, Kiali, and who scales or judges releases by requests. */
export function askers(environment: Environment): readonly NetworkPolicyPeer[] {
  const { dashboards, mesh } = environment.observability?.parts ?? {};
  return [
    ...(dashboards ? [componentPeer('grafana', environment)] : []),
    ...(mesh ? [componentPeer('kiali', environment)] : []),
    ...metricsAskers(environment).map(namespaceNamed),
  ];
}
