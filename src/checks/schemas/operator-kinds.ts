import type { KindImports } from './schema.ts';

/** Kinds of the other operators platforms lean on, by `apiVersion kind`, each loaded when it occurs. */
export const operatorKinds: KindImports = {
  'acme.cert-manager.io/v1 Challenge': () =>
    import('@kubernetes-models/cert-manager/acme.cert-manager.io/v1/Challenge'),
  'acme.cert-manager.io/v1 Order': () =>
    import('@kubernetes-models/cert-manager/acme.cert-manager.io/v1/Order'),
  'argoproj.io/v1alpha1 AnalysisRun': () =>
    import('@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisRun'),
  'argoproj.io/v1alpha1 AnalysisTemplate': () =>
    import('@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate'),
  'argoproj.io/v1alpha1 AppProject': () =>
    import('@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject'),
  'argoproj.io/v1alpha1 Application': () =>
    import('@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application'),
  'argoproj.io/v1alpha1 ApplicationSet': () =>
    import('@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet'),
  'argoproj.io/v1alpha1 ClusterAnalysisTemplate': () =>
    import('@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/ClusterAnalysisTemplate'),
  'argoproj.io/v1alpha1 Experiment': () =>
    import('@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Experiment'),
  'argoproj.io/v1alpha1 Rollout': () =>
    import('@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout'),
  'awspca.cert-manager.io/v1beta1 AWSPCAClusterIssuer': () =>
    import('@kubernetes-models/cert-manager/awspca.cert-manager.io/v1beta1/AWSPCAClusterIssuer'),
  'awspca.cert-manager.io/v1beta1 AWSPCAIssuer': () =>
    import('@kubernetes-models/cert-manager/awspca.cert-manager.io/v1beta1/AWSPCAIssuer'),
  'cert-manager.io/v1 Certificate': () =>
    import('@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate'),
  'cert-manager.io/v1 CertificateRequest': () =>
    import('@kubernetes-models/cert-manager/cert-manager.io/v1/CertificateRequest'),
  'cert-manager.io/v1 ClusterIssuer': () =>
    import('@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer'),
  'cert-manager.io/v1 Issuer': () => import('@kubernetes-models/cert-manager/cert-manager.io/v1/Issuer'),
  'eventing.keda.sh/v1alpha1 CloudEventSource': () =>
    import('@kubernetes-models/keda/eventing.keda.sh/v1alpha1/CloudEventSource'),
  'eventing.keda.sh/v1alpha1 ClusterCloudEventSource': () =>
    import('@kubernetes-models/keda/eventing.keda.sh/v1alpha1/ClusterCloudEventSource'),
  'external-secrets.io/v1 ClusterExternalSecret': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterExternalSecret'),
  'external-secrets.io/v1 ClusterSecretStore': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore'),
  'external-secrets.io/v1 ExternalSecret': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret'),
  'external-secrets.io/v1 SecretStore': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore'),
  'external-secrets.io/v1alpha1 ClusterPushSecret': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1alpha1/ClusterPushSecret'),
  'external-secrets.io/v1alpha1 PushSecret': () =>
    import('@kubernetes-models/external-secrets/external-secrets.io/v1alpha1/PushSecret'),
  'generators.external-secrets.io/v1alpha1 ACRAccessToken': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/ACRAccessToken'),
  'generators.external-secrets.io/v1alpha1 ClusterGenerator': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/ClusterGenerator'),
  'generators.external-secrets.io/v1alpha1 ECRAuthorizationToken': () =>
    import(
      '@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/ECRAuthorizationToken'
    ),
  'generators.external-secrets.io/v1alpha1 Fake': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Fake'),
  'generators.external-secrets.io/v1alpha1 GCRAccessToken': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/GCRAccessToken'),
  'generators.external-secrets.io/v1alpha1 GeneratorState': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/GeneratorState'),
  'generators.external-secrets.io/v1alpha1 GithubAccessToken': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/GithubAccessToken'),
  'generators.external-secrets.io/v1alpha1 Grafana': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Grafana'),
  'generators.external-secrets.io/v1alpha1 Password': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Password'),
  'generators.external-secrets.io/v1alpha1 QuayAccessToken': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/QuayAccessToken'),
  'generators.external-secrets.io/v1alpha1 STSSessionToken': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/STSSessionToken'),
  'generators.external-secrets.io/v1alpha1 UUID': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/UUID'),
  'generators.external-secrets.io/v1alpha1 VaultDynamicSecret': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/VaultDynamicSecret'),
  'generators.external-secrets.io/v1alpha1 Webhook': () =>
    import('@kubernetes-models/external-secrets/generators.external-secrets.io/v1alpha1/Webhook'),
  'karpenter.k8s.aws/v1 EC2NodeClass': () =>
    import('@kubernetes-models/karpenter/karpenter.k8s.aws/v1/EC2NodeClass'),
  'karpenter.sh/v1 NodeClaim': () => import('@kubernetes-models/karpenter/karpenter.sh/v1/NodeClaim'),
  'karpenter.sh/v1 NodePool': () => import('@kubernetes-models/karpenter/karpenter.sh/v1/NodePool'),
  'karpenter.sh/v1alpha1 NodeOverlay': () =>
    import('@kubernetes-models/karpenter/karpenter.sh/v1alpha1/NodeOverlay'),
  'keda.sh/v1alpha1 ClusterTriggerAuthentication': () =>
    import('@kubernetes-models/keda/keda.sh/v1alpha1/ClusterTriggerAuthentication'),
  'keda.sh/v1alpha1 ScaledJob': () => import('@kubernetes-models/keda/keda.sh/v1alpha1/ScaledJob'),
  'keda.sh/v1alpha1 ScaledObject': () => import('@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject'),
  'keda.sh/v1alpha1 TriggerAuthentication': () =>
    import('@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication'),
  'monitoring.coreos.com/v1 Alertmanager': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Alertmanager'),
  'monitoring.coreos.com/v1 PodMonitor': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor'),
  'monitoring.coreos.com/v1 Probe': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Probe'),
  'monitoring.coreos.com/v1 Prometheus': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Prometheus'),
  'monitoring.coreos.com/v1 PrometheusRule': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'),
  'monitoring.coreos.com/v1 ServiceMonitor': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'),
  'monitoring.coreos.com/v1 ThanosRuler': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ThanosRuler'),
  'monitoring.coreos.com/v1alpha1 AlertmanagerConfig': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig'),
  'monitoring.coreos.com/v1alpha1 PrometheusAgent': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/PrometheusAgent'),
  'monitoring.coreos.com/v1alpha1 ScrapeConfig': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/ScrapeConfig'),
  'monitoring.coreos.com/v1beta1 AlertmanagerConfig': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1beta1/AlertmanagerConfig'),
  'policy.cert-manager.io/v1alpha1 CertificateRequestPolicy': () =>
    import('@kubernetes-models/cert-manager/policy.cert-manager.io/v1alpha1/CertificateRequestPolicy'),
  'trust-manager.io/v1alpha2 ClusterBundle': () =>
    import('@kubernetes-models/cert-manager/trust-manager.io/v1alpha2/ClusterBundle'),
  'trust.cert-manager.io/v1alpha1 Bundle': () =>
    import('@kubernetes-models/cert-manager/trust.cert-manager.io/v1alpha1/Bundle'),
};
