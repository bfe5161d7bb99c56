import { expect, test } from 'vitest';
import { ingress } from '../../../charts/ingress/chart.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { AlbToMesh } from '../../../src/model/way-in.ts';
import { render, sampleEnvironment } from '../../../test/sample.ts';

const publicHosts = [
  { name: 'api', host: 'api.shop.example', routes: [] },
  { name: 'www', host: 'www.shop.example', routes: [] },
];

function rendered(fields: Partial<AlbToMesh> = {}) {
  const sample = sampleEnvironment({ publicHosts });
  const settings = { ...(sample.ingress as AlbToMesh), ...fields };
  return render(ingress, { ...sample, ingress: settings }).find(({ kind }) => kind === 'Ingress');
}

function annotation(name: string, fields?: Partial<AlbToMesh>): string | undefined {
  return rendered(fields)?.metadata.annotations?.[`alb.ingress.kubernetes.io/${name}`];
}

test('one rule per public host leads to the gateway, in its namespace', () => {
  const http = {
    paths: [
      {
        path: '/',
        pathType: 'Prefix',
        backend: { service: { name: 'istio-ingressgateway', port: { number: 443 } } },
      },
    ],
  };
  expect(rendered()?.metadata).toMatchObject({ name: 'shop', namespace: 'istio-ingress' });
  expect(rendered()?.['spec']).toEqual({
    ingressClassName: 'alb',
    rules: [
      { host: 'api.shop.example', http },
      { host: 'www.shop.example', http },
    ],
  });
});

test.each<[string, Partial<Environment>]>([
  ['no service is public', { publicHosts: [] }],
  ['the environment has no load balancer', { publicHosts, ingress: undefined }],
])('nothing is rendered when %s', (_case, fields) => {
  expect(render(ingress, sampleEnvironment(fields))).toEqual([]);
});

test('annotations are text, and no hostname is among them', () => {
  const annotations = rendered()?.metadata.annotations ?? {};
  expect(new Set(Object.values(annotations).map((value) => typeof value))).toEqual(new Set(['string']));
  expect(Object.keys(annotations).filter((key) => key.includes('external-dns'))).toEqual([]);
});

const ON =
  'access_logs.s3.bucket=shop-production-logs,access_logs.s3.enabled=true,access_logs.s3.prefix=alb,';
const KEPT = 'idle_timeout.timeout_seconds=60,routing.http.drop_invalid_header_fields.enabled=true';

test.each<[string, string, Partial<AlbToMesh>, string | undefined]>([
  ['clients get the TLS policy of the environment', 'ssl-policy', {}, 'ELBSecurityPolicy-TLS13-1-3-2021-06'],
  ['plain HTTP is redirected', 'ssl-redirect', {}, '443'],
  ['the gateway is spoken to over TLS', 'backend-protocol', {}, 'HTTPS'],
  ['health is asked of the status port', 'healthcheck-port', {}, '15021'],
  ['health is asked over plain HTTP', 'healthcheck-protocol', {}, 'HTTP'],
  ['a removed WAF is detached', 'wafv2-acl-arn', { webAclArn: undefined }, 'none'],
  [
    'logs and protection are on',
    'load-balancer-attributes',
    {},
    `${ON}deletion_protection.enabled=true,${KEPT}`,
  ],
  [
    'logs and protection are switched off, not left',
    'load-balancer-attributes',
    { accessLogs: undefined, deletionProtection: false },
    `access_logs.s3.enabled=false,deletion_protection.enabled=false,${KEPT}`,
  ],
  ['everybody may connect', 'inbound-cidrs', {}, undefined],
  [
    'only some may connect',
    'inbound-cidrs',
    { inboundCidrs: ['192.0.2.0/24', '198.51.100.0/24'] },
    '192.0.2.0/24,198.51.100.0/24',
  ],
  ['costs are told apart', 'tags', {}, 'CostCenter=engineering,Environment=production,Project=shop'],
])('%s: %s', (_case, name, fields, expected) => {
  expect(annotation(name, fields)).toBe(expected);
});

test('the load balancer has the name AWS is to know it by, if any', () => {
  expect(annotation('load-balancer-name')).toBeUndefined();
  expect(annotation('load-balancer-name', { name: 'shop-production-alb' })).toBe('shop-production-alb');
});
