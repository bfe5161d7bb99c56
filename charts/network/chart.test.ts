import { describe, expect, test } from 'vitest';
import type { ServiceDependency } from '../../src/model/dependency.ts';
import type { NetworkRange } from '../../src/model/endpoint.ts';
import type { Environment } from '../../src/model/environment.ts';
import { meshOf } from '../../src/model/mesh.ts';
import type { Service } from '../../src/model/service.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { sampleEndpoint } from '../../test/sample-resource.ts';
import { network } from './chart.ts';

const HTTP = { name: 'http', number: 8080, appProtocol: 'http' };
const GRPC = { name: 'grpc', number: 9090, appProtocol: 'grpc' };
const INTERNET = { cidrs: ['0.0.0.0/0'], except: ['10.0.0.0/8', '169.254.0.0/16'] };
const DATA = { cidrs: ['10.20.16.0/20', '10.20.32.0/20'], except: [] };

const DNS_PORTS = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
];
const DNS_PODS = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};
const DNS = { to: [DNS_PODS], ports: DNS_PORTS };
const ISTIOD = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } },
      podSelector: { matchLabels: { app: 'istiod' } },
    },
  ],
  ports: [{ protocol: 'TCP', port: 15012 }],
};
const METRICS = {
  from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-monitoring' } } }],
  ports: [{ protocol: 'TCP', port: 15020 }],
};

const ANYWHERE_BUT_DATA = { ipBlock: { cidr: '0.0.0.0/0', except: ['10.20.32.0/20', '169.254.0.0/16'] } };

const pods = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } });
const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }));

describe('the policy of a service', () => {
  test('without edges lets in metrics and lets out DNS and the control plane', () => {
    expect(policyOf({})).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/component': 'web', 'app.kubernetes.io/name': 'web' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [METRICS],
      egress: [DNS, ISTIOD],
    });
  });

  test('lets in callers and the gateway on the port of their edge, one rule per port', () => {
    const callers = [
      { service: 'cart', edge: edgeTo('web', GRPC) },
      { service: 'orders', edge: edgeTo('web', HTTP) },
      { service: 'search', edge: edgeTo('web', HTTP) },
    ];
    const expose = {
      host: 'api',
      paths: ['/'],
      auth: 'none',
      port: HTTP,
      timeout: undefined,
      cors: undefined,
    } as const;
    const gateway = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-ingress' } },
      podSelector: { matchLabels: { istio: 'ingressgateway' } },
    };
    expect(policyOf({ callers, expose }).ingress).toEqual([
      { from: [gateway, pods('orders'), pods('search')], ports: tcp(8080) },
      { from: [pods('cart')], ports: tcp(9090) },
      METRICS,
    ]);
  });

  test('lets out to each dependency, addresses of one range in one rule with every port once', () => {
    const dependencies = [
      outside('cache', 6379, DATA),
      edgeTo('cart', GRPC),
      outside('mail', 587, INTERNET),
      edgeTo('orders', HTTP),
      outside('postgres', 5432, DATA),
      outside('postgres-reader', 5432, DATA),
      edgeTo('search', HTTP),
      outside('sentry', 443, { ...INTERNET }),
    ];
    expect(policyOf({ dependencies }).egress).toEqual([
      DNS,
      ISTIOD,
      { to: [pods('orders'), pods('search')], ports: tcp(8080) },
      { to: [pods('cart')], ports: tcp(9090) },
      {
        to: [{ ipBlock: { cidr: '10.20.16.0/20' } }, { ipBlock: { cidr: '10.20.32.0/20' } }],
        ports: tcp(5432, 6379),
      },
      {
        to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16'] } }],
        ports: tcp(443, 587),
      },
    ]);
  });

  test('lets out to the DNS cache of the node where there is one', () => {
    const { cluster } = sampleEnvironment();
    expect(policyOf({}, { cluster: { ...cluster, nodeLocalDns: true } }).egress[0]).toEqual({
      to: [DNS_PODS, { ipBlock: { cidr: '169.254.20.10/32' } }],
      ports: DNS_PORTS,
    });
  });

  test('lets traces out to the monitoring namespace where they are sent, and in there', () => {
    const mesh = { ...meshOf(sampleEnvironment()), tracing: { provider: 'otel', samplingPercent: 5 } };
    const monitoring = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-monitoring' } },
    };
    expect(policyOf({}, { mesh }).egress.at(-1)).toEqual({ to: [monitoring], ports: tcp(4317) });
    const traces = render(network, sampleEnvironment({ mesh })).find(
      ({ metadata }) => metadata.name === 'traces',
    );
    const services = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } };
    expect(traces?.metadata.namespace).toBe('shop-monitoring');
    expect(traces?.['spec']).toMatchObject({ ingress: [{ from: [services], ports: tcp(4317) }] });
  });

  test('is not that of its migration, which goes where the service goes and is called by nobody', () => {
    const migrate = { command: ['migrate'], backoffLimit: 3, activeDeadlineSeconds: 600 };
    const [own, migration] = render(network, sampleEnvironment({ services: [sampleService({ migrate })] }))
      .slice(-2)
      .map((object) => object['spec'] as Policy);
    const matchLabels = { 'app.kubernetes.io/component': 'migration', 'app.kubernetes.io/name': 'web' };
    expect(migration).toEqual({ ...own, podSelector: { matchLabels }, ingress: undefined });
  });

  test('both ends of an edge agree', () => {
    const edge = edgeTo('cart', GRPC);
    const web = sampleService({ dependencies: [edge] });
    const cart = sampleService({ name: 'cart', callers: [{ service: 'web', edge }] });
    const [callee, caller] = render(network, sampleEnvironment({ services: [cart, web] }))
      .slice(-2)
      .map((object) => object['spec'] as Policy);
    expect(caller?.egress.at(-1)).toEqual({ to: [pods('cart')], ports: tcp(9090) });
    expect(callee?.podSelector).toMatchObject(pods('cart').podSelector);
    expect(callee?.ingress[0]).toEqual({ from: [pods('web')], ports: tcp(9090) });
  });
});

describe('the policies of namespaces', () => {
  const objects = render(network, sampleEnvironment({ services: [] }));

  test('deny everything by default, then allow what components need', () => {
    expect(objects.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)).toEqual([
      'shop/default-deny',
      'shop-monitoring/default-deny',
      'external-secrets-system/default-deny',
      'shop-monitoring/dns',
      'external-secrets-system/external-secrets',
    ]);
    expect(objects[0]?.['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  test('External Secrets reaches DNS and HTTPS, and its webhook is reached', () => {
    expect(objects.at(-1)?.['spec']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: tcp(10250) }],
      egress: [DNS, { to: [ANYWHERE_BUT_DATA], ports: tcp(443) }],
    });
  });
});

interface Policy {
  readonly podSelector: object;
  readonly ingress: readonly object[];
  readonly egress: readonly object[];
}

function policyOf(service: Partial<Service>, environment: Partial<Environment> = {}): Policy {
  const sample = sampleEnvironment({ ...environment, services: [sampleService(service)] });
  return render(network, sample).at(-1)?.['spec'] as unknown as Policy;
}

function edgeTo(name: string, port: ServiceDependency['port']): ServiceDependency {
  const settings = { timeout: undefined, retries: undefined, perTryTimeout: undefined, idempotent: false };
  return { to: 'service', name, port, ...settings };
}

function outside(name: string, port: number, network: NetworkRange) {
  return { to: 'external', name, endpoint: sampleEndpoint(name, `${name}.example`, port, network) } as const;
}
