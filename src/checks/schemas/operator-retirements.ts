import type { Retirements } from './retirement.ts';

/** API versions that operators no longer serve, from their release notes. Argo has retired none. */
export const operatorRetirements: Retirements = {
  ...gone('external-secrets.io/v1alpha1 ExternalSecret', 'External Secrets 0.17', 'external-secrets.io/v1'),
  ...gone('external-secrets.io/v1alpha1 SecretStore', 'External Secrets 0.17', 'external-secrets.io/v1'),
  ...gone(
    'external-secrets.io/v1alpha1 ClusterSecretStore',
    'External Secrets 0.17',
    'external-secrets.io/v1',
  ),
  ...gone('external-secrets.io/v1beta1 *', 'External Secrets 0.17', 'external-secrets.io/v1'),
  ...gone('certmanager.k8s.io/v1alpha1 *', 'cert-manager 0.11', 'cert-manager.io/v1'),
  ...gone('cert-manager.io/v1alpha2 *', 'cert-manager 1.6', 'cert-manager.io/v1'),
  ...gone('cert-manager.io/v1alpha3 *', 'cert-manager 1.6', 'cert-manager.io/v1'),
  ...gone('cert-manager.io/v1beta1 *', 'cert-manager 1.6', 'cert-manager.io/v1'),
  ...gone('acme.cert-manager.io/v1alpha2 *', 'cert-manager 1.6', 'acme.cert-manager.io/v1'),
  ...gone('acme.cert-manager.io/v1alpha3 *', 'cert-manager 1.6', 'acme.cert-manager.io/v1'),
  ...gone('acme.cert-manager.io/v1beta1 *', 'cert-manager 1.6', 'acme.cert-manager.io/v1'),
  ...gone('karpenter.sh/v1alpha5 *', 'Karpenter 0.33', 'karpenter.sh/v1 NodePool'),
  ...gone('karpenter.k8s.aws/v1alpha1 *', 'Karpenter 0.33', 'karpenter.k8s.aws/v1 EC2NodeClass'),
  ...gone('karpenter.sh/v1beta1 *', 'Karpenter 1.1', 'karpenter.sh/v1'),
  ...gone('karpenter.k8s.aws/v1beta1 *', 'Karpenter 1.1', 'karpenter.k8s.aws/v1'),
  ...gone(
    'authentication.istio.io/v1alpha1 *',
    'Istio 1.6',
    'security.istio.io/v1 PeerAuthentication and RequestAuthentication',
  ),
  ...gone('rbac.istio.io/v1alpha1 *', 'Istio 1.6', 'security.istio.io/v1 AuthorizationPolicy'),
  ...gone(
    'config.istio.io/v1alpha2 *',
    'Istio 1.8',
    'telemetry.istio.io/v1 Telemetry or extensions.istio.io/v1alpha1 WasmPlugin',
  ),
  ...gone('keda.k8s.io/v1alpha1 *', 'KEDA 2.0', 'keda.sh/v1alpha1'),
  ...gone('gateway.networking.k8s.io/v1alpha2 Gateway', 'Gateway API 1.0', 'gateway.networking.k8s.io/v1'),
  ...gone(
    'gateway.networking.k8s.io/v1alpha2 GatewayClass',
    'Gateway API 1.0',
    'gateway.networking.k8s.io/v1',
  ),
  ...gone('gateway.networking.k8s.io/v1alpha2 HTTPRoute', 'Gateway API 1.0', 'gateway.networking.k8s.io/v1'),
  ...gone('networking.x-k8s.io/v1alpha1 *', 'Gateway API 0.5', 'gateway.networking.k8s.io/v1'),
};

function gone(key: string, removedIn: string, instead: string): Retirements {
  return { [key]: { deprecatedIn: undefined, removedIn, instead } };
}
