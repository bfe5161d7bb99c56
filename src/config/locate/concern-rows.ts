import type { Row } from './row.ts';

/** What decides the objects of an environment as a whole, which are in files of concerns. */
export const CONCERN_ROWS: readonly Row[] = [
  { kinds: ['Namespace'], field: /pod-security/, inputs: ['namespaces.$role', 'namespaces'] },
  { field: /^metadata\.labels[.[]["']?([^\]"']+)/, inputs: ['tags.$1', 'tags'] },
  { kinds: ['Namespace'], field: /^/, inputs: ['namespaces.$role', 'namespaces'] },
  {
    kinds: ['ResourceQuota', 'LimitRange'],
    field: /^/,
    inputs: ['quotas.$role', 'quotas', 'namespaces.$role', 'namespaces'],
  },
  { kinds: ['Role', 'RoleBinding'], field: /^/, inputs: ['access.$name', 'access'] },
  { kinds: ['StorageClass'], field: /^/, inputs: ['cluster.storageClass', 'cluster'] },
  { kinds: ['PriorityClass'], field: /^/, inputs: ['priorities.$short', 'priorities'] },
  { kinds: ['Ingress'], field: /certificate-arn/, inputs: ['ingress.albToMesh.certificateArn', 'ingress'] },
  { kinds: ['Ingress'], field: /ssl-policy/, inputs: ['ingress.albToMesh.minimumTls', 'ingress'] },
  { kinds: ['Ingress'], field: /wafv2-acl-arn/, inputs: ['ingress.albToMesh.webAclArn', 'ingress'] },
  { kinds: ['Ingress'], field: /inbound-cidrs/, inputs: ['ingress.albToMesh.inboundCidrs', 'ingress'] },
  { kinds: ['Ingress'], field: /\/scheme/, inputs: ['ingress.albToMesh.scheme', 'ingress'] },
  {
    kinds: ['Ingress'],
    field: /load-balancer-attributes/,
    inputs: ['ingress.albToMesh.accessLogs', 'ingress'],
  },
  { kinds: ['Ingress', 'Gateway'], field: /\bhosts?\b/, inputs: ['domain'] },
  { kinds: ['Ingress'], field: /^/, inputs: ['ingress'] },
  {
    kinds: ['Gateway'],
    field: /\b(?:tls|credentialName)\b/,
    inputs: ['ingress.albToMesh.gatewayCertificate', 'ingress'],
  },
  {
    kinds: ['Gateway'],
    field: /\bselector\b/,
    inputs: ['mesh.istio.gateway.selector', 'mesh.istio.gateway', 'mesh', 'ingress'],
  },
  { kinds: ['Gateway'], field: /^/, inputs: ['mesh.istio.gateway', 'ingress', 'domain'] },
  { kinds: ['VirtualService'], field: /\bhosts\b/, inputs: ['services.$exposed.expose.host', 'domain'] },
  { kinds: ['VirtualService'], field: /^/, inputs: ['services.$exposed.expose', 'domain'] },
  {
    kinds: ['ServiceEntry'],
    field: /^/,
    inputs: ['resources.$name', 'externals.$name', 'resources.$main', 'resources', 'externals'],
  },
  { kinds: ['Telemetry'], field: /^/, inputs: ['mesh.istio.tracing', 'mesh'] },
  { kinds: ['PeerAuthentication', 'AuthorizationPolicy', 'Sidecar'], field: /^/, inputs: ['mesh'] },
  {
    kinds: ['SecretStore', 'ServiceAccount'],
    field: /^/,
    inputs: ['secrets.roleArn', 'secrets'],
  },
  { kinds: ['ExternalSecret'], field: /^/, inputs: ['ingress.albToMesh.gatewayCertificate', 'secrets'] },
  { kinds: ['NetworkPolicy'], field: /^/, inputs: ['namespaces.$role', 'network'] },
];
