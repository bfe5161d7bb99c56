import type { KindImports } from './schema.ts';

/** Kinds of Istio and the Gateway API, by `apiVersion kind`, each loaded when it occurs. */
export const networkKinds: KindImports = {
  'extensions.istio.io/v1alpha1 WasmPlugin': () =>
    import('@kubernetes-models/istio/extensions.istio.io/v1alpha1/WasmPlugin'),
  'gateway.networking.k8s.io/v1 BackendTLSPolicy': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/BackendTLSPolicy'),
  'gateway.networking.k8s.io/v1 GRPCRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GRPCRoute'),
  'gateway.networking.k8s.io/v1 Gateway': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway'),
  'gateway.networking.k8s.io/v1 GatewayClass': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GatewayClass'),
  'gateway.networking.k8s.io/v1 HTTPRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute'),
  'gateway.networking.k8s.io/v1 ListenerSet': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/ListenerSet'),
  'gateway.networking.k8s.io/v1 ReferenceGrant': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/ReferenceGrant'),
  'gateway.networking.k8s.io/v1 TLSRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/TLSRoute'),
  'gateway.networking.k8s.io/v1alpha2 GRPCRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/GRPCRoute'),
  'gateway.networking.k8s.io/v1alpha2 ReferenceGrant': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/ReferenceGrant'),
  'gateway.networking.k8s.io/v1alpha2 TCPRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/TCPRoute'),
  'gateway.networking.k8s.io/v1alpha2 TLSRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/TLSRoute'),
  'gateway.networking.k8s.io/v1alpha2 UDPRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha2/UDPRoute'),
  'gateway.networking.k8s.io/v1alpha3 BackendTLSPolicy': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha3/BackendTLSPolicy'),
  'gateway.networking.k8s.io/v1alpha3 TLSRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1alpha3/TLSRoute'),
  'gateway.networking.k8s.io/v1beta1 Gateway': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1beta1/Gateway'),
  'gateway.networking.k8s.io/v1beta1 GatewayClass': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1beta1/GatewayClass'),
  'gateway.networking.k8s.io/v1beta1 HTTPRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1beta1/HTTPRoute'),
  'gateway.networking.k8s.io/v1beta1 ReferenceGrant': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1beta1/ReferenceGrant'),
  'gateway.networking.x-k8s.io/v1alpha1 XBackendTrafficPolicy': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.x-k8s.io/v1alpha1/XBackendTrafficPolicy'),
  'gateway.networking.x-k8s.io/v1alpha1 XMesh': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.x-k8s.io/v1alpha1/XMesh'),
  'networking.istio.io/v1 DestinationRule': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1/DestinationRule'),
  'networking.istio.io/v1 Gateway': () => import('@kubernetes-models/istio/networking.istio.io/v1/Gateway'),
  'networking.istio.io/v1 ServiceEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry'),
  'networking.istio.io/v1 Sidecar': () => import('@kubernetes-models/istio/networking.istio.io/v1/Sidecar'),
  'networking.istio.io/v1 VirtualService': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1/VirtualService'),
  'networking.istio.io/v1 WorkloadEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1/WorkloadEntry'),
  'networking.istio.io/v1 WorkloadGroup': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1/WorkloadGroup'),
  'networking.istio.io/v1alpha3 DestinationRule': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/DestinationRule'),
  'networking.istio.io/v1alpha3 EnvoyFilter': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/EnvoyFilter'),
  'networking.istio.io/v1alpha3 Gateway': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/Gateway'),
  'networking.istio.io/v1alpha3 ServiceEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/ServiceEntry'),
  'networking.istio.io/v1alpha3 Sidecar': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/Sidecar'),
  'networking.istio.io/v1alpha3 VirtualService': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/VirtualService'),
  'networking.istio.io/v1alpha3 WorkloadEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/WorkloadEntry'),
  'networking.istio.io/v1alpha3 WorkloadGroup': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1alpha3/WorkloadGroup'),
  'networking.istio.io/v1beta1 DestinationRule': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/DestinationRule'),
  'networking.istio.io/v1beta1 Gateway': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/Gateway'),
  'networking.istio.io/v1beta1 ProxyConfig': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/ProxyConfig'),
  'networking.istio.io/v1beta1 ServiceEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/ServiceEntry'),
  'networking.istio.io/v1beta1 Sidecar': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/Sidecar'),
  'networking.istio.io/v1beta1 VirtualService': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/VirtualService'),
  'networking.istio.io/v1beta1 WorkloadEntry': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/WorkloadEntry'),
  'networking.istio.io/v1beta1 WorkloadGroup': () =>
    import('@kubernetes-models/istio/networking.istio.io/v1beta1/WorkloadGroup'),
  'security.istio.io/v1 AuthorizationPolicy': () =>
    import('@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy'),
  'security.istio.io/v1 PeerAuthentication': () =>
    import('@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication'),
  'security.istio.io/v1 RequestAuthentication': () =>
    import('@kubernetes-models/istio/security.istio.io/v1/RequestAuthentication'),
  'security.istio.io/v1beta1 AuthorizationPolicy': () =>
    import('@kubernetes-models/istio/security.istio.io/v1beta1/AuthorizationPolicy'),
  'security.istio.io/v1beta1 PeerAuthentication': () =>
    import('@kubernetes-models/istio/security.istio.io/v1beta1/PeerAuthentication'),
  'security.istio.io/v1beta1 RequestAuthentication': () =>
    import('@kubernetes-models/istio/security.istio.io/v1beta1/RequestAuthentication'),
  'telemetry.istio.io/v1 Telemetry': () => import('@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry'),
  'telemetry.istio.io/v1alpha1 Telemetry': () =>
    import('@kubernetes-models/istio/telemetry.istio.io/v1alpha1/Telemetry'),
};
