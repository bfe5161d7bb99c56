import type { Environment } from '../../../src/model/environment.ts';
import type { LoadBalancerSettings } from '../../../src/model/way-in.ts';

const PREFIX = 'alb.ingress.kubernetes.io';

/** Annotations that set a load balancer up, by the name behind their prefix. */
type AlbSettings = Readonly<Record<string, string>>;

/**
 * The settings of the load balancer as AWS Load Balancer Controller reads them, all of them text; `towardsPods` are those
 * of its connections to what is behind it
 * (kubernetes-sigs.github.io/aws-load-balancer-controller, Ingress annotations).
 * What the controller would leave as it was when a setting goes is written out: WAF, access logs, protection.
 */
export function albAnnotations(
  ingress: LoadBalancerSettings,
  { name, tags, previews }: Environment,
  towardsPods: AlbSettings,
): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {
    ...(ingress.name && { 'load-balancer-name': ingress.name }),
    scheme: ingress.scheme,
    'target-type': 'ip',
    'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
    'ssl-redirect': '443',
    'ssl-policy': ingress.sslPolicy,
    'certificate-arn': [ingress.certificateArn, previews?.certificateArn].filter(Boolean).join(','),
    'wafv2-acl-arn': ingress.webAclArn ?? 'none',
    'load-balancer-attributes': attributes(loadBalancerAttributes(ingress)),
    tags: attributes({ Environment: name, ...tags }),
    ...TARGETS,
    ...towardsPods,
  };
  if (ingress.inboundCidrs.length > 0) settings['inbound-cidrs'] = ingress.inboundCidrs.join(',');
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [`${PREFIX}/${key}`, value]));
}

/** How soon a target that does not answer gets no more requests, and how long one that goes may finish what it has. */
const TARGETS = {
  'healthcheck-interval-seconds': '10',
  'healthcheck-timeout-seconds': '5',
  'healthy-threshold-count': '2',
  'unhealthy-threshold-count': '2',
  // AWS waits 300 seconds by default; a pod is gone long before that.
  'target-group-attributes': 'deregistration_delay.timeout_seconds=30',
} as const;

function loadBalancerAttributes(ingress: LoadBalancerSettings): Readonly<Record<string, string>> {
  const { accessLogs, deletionProtection, idleTimeoutSeconds } = ingress;
  const logs: Readonly<Record<string, string>> = accessLogs
    ? { 'access_logs.s3.bucket': accessLogs.bucket, 'access_logs.s3.prefix': accessLogs.prefix }
    : {};
  return {
    ...logs,
    'access_logs.s3.enabled': String(accessLogs !== undefined),
    'deletion_protection.enabled': String(deletionProtection),
    'idle_timeout.timeout_seconds': String(idleTimeoutSeconds),
    'routing.http.drop_invalid_header_fields.enabled': 'true',
  };
}

/** `a=1,b=2`, sorted by key. */
function attributes(values: Readonly<Record<string, string>>): string {
  return Object.keys(values)
    .sort()
    .map((key) => `${key}=${values[key]}`)
    .join(',');
}
