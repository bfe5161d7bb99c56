import fc from 'fast-check';
import type { ServiceDependency } from '../src/model/dependency.ts';
import type { Environment } from '../src/model/environment.ts';
import { meshOf } from '../src/model/mesh.ts';
import type { Expose, Service } from '../src/model/service.ts';
import { HTTP, randomService } from './random-service.ts';
import { sampleEnvironment } from './sample.ts';
import { WATCHED, WATCHED_LITTLE } from './watched.ts';

const NAMES = ['dev', 'test', 'staging', 'production', 'disaster-recovery'];

/** Two to five environments of one platform, alike as those of a real one are: sizes, versions and hosts differ. */
export const randomEnvironments: fc.Arbitrary<readonly Environment[]> = fc
  .integer({ min: 2, max: NAMES.length })
  .chain((count) => fc.tuple(...NAMES.slice(0, count).map(environment)));

/** Of an object that has annotations already, of one that has none, and of one that is in no environment. */
const EXCEPTIONS = [
  {
    kind: 'ConfigMap',
    object: 'web',
    justification: 'Its {{ braces }} are no template, and % is "no" pattern',
  },
  { kind: 'Deployment', object: 'mail', justification: 'The library writes beside its binary; fixed in 3.2' },
  { kind: 'Job', object: 'nowhere', justification: 'Nothing of the kind is rendered anywhere at all' },
].map((exception) => ({
  ...{ name: exception.object, check: 'image-tag-pinned', namespace: undefined, ...exception },
  ...{ owner: 'shop-team', expires: '2027-02-01' },
}));

function environment(name: string): fc.Arbitrary<Environment> {
  const services = fc.tuple(
    ...['web', 'orders-api', 'mail'].map((service) => fc.option(randomService(service, name))),
  );
  return fc
    .record({
      services,
      exceptions: fc.subarray(EXCEPTIONS),
      domain: fc.constantFrom(`${name}.shop.example`, 'shop.example'),
      samplingPercent: fc.option(fc.constantFrom(0, 0.5, 5, 100)),
      watched: fc.constantFrom<Partial<Environment>>({}, {}, WATCHED, WATCHED_LITTLE),
    })
    .map(({ services: some, exceptions, domain, samplingPercent, watched }) => {
      const sample = sampleEnvironment();
      const { cluster, checking } = sample;
      const tracing = samplingPercent === null ? undefined : { provider: 'otel', samplingPercent };
      return sampleEnvironment({
        name,
        domain,
        tags: { Environment: name, Project: 'shop' },
        cluster: Object.assign({}, cluster, { account: String(100_000_000_000 + NAMES.indexOf(name)) }),
        mesh: { ...meshOf(sample), tracing },
        prometheus: PROMETHEUS,
        ...watched,
        ...graphOf(
          some.filter((service) => service !== null),
          domain,
        ),
        checking: { ...checking, exceptions },
      });
    });
}

/** Every service is public, and `web` calls the others: so their releases have routes of both kinds. */
function graphOf(some: readonly Service[], domain: string): Pick<Environment, 'services' | 'publicHosts'> {
  const web = some.find(({ name }) => name === 'web');
  const services = some.map((service) => {
    const edge = { ...CALL, name: service.name };
    return web && service !== web ? { ...service, callers: [{ service: 'web', edge }] } : service;
  });
  const publicHosts = services.flatMap((service) => {
    const expose = service.expose as Expose;
    const routes = expose.paths.map((path) => ({ path, service, expose }));
    return [{ name: expose.host, host: `${expose.host}.${domain}`, routes }];
  });
  return { services, publicHosts };
}

const CALL: ServiceDependency = {
  to: 'service',
  name: '',
  port: HTTP,
  timeout: '2s',
  retries: undefined,
  perTryTimeout: undefined,
  idempotent: false,
};

const PROMETHEUS = {
  url: 'http://prometheus.shop-monitoring.svc:9090',
  kedaNamespace: 'keda',
  rolloutsNamespace: 'argo-rollouts',
  monitoringPort: 9090,
} as const;
