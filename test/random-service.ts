import fc from 'fast-check';
import type { BlueGreenRelease, CanaryRelease, Release } from '../src/model/release.ts';
import type { Scaling } from '../src/model/scaling.ts';
import type { Expose, Service, Variant } from '../src/model/service.ts';
import { hostileString } from '../src/yaml/hostile-strings.fixture.ts';
import { sampleService } from './sample.ts';

/** The port that services are called at. */
export const HTTP = { name: 'http', number: 8080, appProtocol: 'http' } as const;

function file(key: string, content: string): Service['files'][number] {
  return { path: `/${key.replace('.', '/')}`, key, content, isExecutable: key.endsWith('.sh') };
}

/** A service that is public, with hostile texts in its configuration. */
export function randomService(name: string, environmentName: string): fc.Arbitrary<Service> {
  const keys = fc.constantFrom('LOG_LEVEL', 'URL', 'a.b', 'A-B', 'enabled', 'true', '__proto__');
  const text = fc.oneof(
    hostileString,
    fc.constantFrom('info', `https://${environmentName}.shop.example/{{ . }}`, `100%s ${environmentName}`),
  );
  return fc
    .record({
      config: fc.dictionary(keys, text, { maxKeys: 4 }),
      version: fc.constantFrom(
        { tag: '3f2c1ab', digest: undefined },
        { tag: '1e3', digest: undefined },
        { tag: undefined, digest: `sha256:${'a1'.repeat(32)}` },
        { tag: undefined, digest: `sha256:${'12'.repeat(32)}` },
      ),
      scaling: randomScaling(),
      antiAffinity: fc.constantFrom<Service['antiAffinity']>(undefined, 'preferred', 'required'),
      disruption: fc.constantFrom<Service['disruption']>(
        { maxUnavailable: 1 },
        { maxUnavailable: 2 },
        { minAvailable: 1 },
      ),
      cpu: fc.constantFrom('100m', '1', undefined),
      variants: fc.uniqueArray(randomVariant(), { selector: (variant) => variant.name, maxLength: 2 }),
      release: fc.option(randomRelease(), { nil: undefined }),
      identity: fc.option(
        fc.constant({ cloud: 'aws' as const, roleArn: `arn:aws:iam::1:role/${environmentName}` }),
        {
          nil: undefined,
        },
      ),
      files: fc.subarray([
        file('etc.app.yaml', `host: ${environmentName}\n`),
        file('opt.a_b.sh', '{{ . }} %s'),
      ]),
    })
    .map(({ config, version, cpu, variants, release, ...fields }) => {
      const image = { repository: `${environmentName}.registry.example/${name}`, ...version };
      const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu, memory: '64Mi' } };
      // One way at a time, as the configuration has it.
      const way = release ? { release, variants: [] } : { variants };
      return sampleService({ name, image, resources, config, expose: exposed(name), ...fields, ...way });
    });
}

function randomScaling(): fc.Arbitrary<Scaling> {
  return fc.constantFrom(
    { min: 1, max: 1, cpu: undefined, memory: undefined },
    { min: 1, max: 4, cpu: 70, memory: 80 },
    { min: 3, max: 9, cpu: 50, memory: undefined },
    { min: 2, max: 2, cpu: 70, memory: 80 },
    { min: 2, max: 10, usual: 3, cpu: 70, memory: 80, requestsPerSecond: 50 },
    { min: 2, max: 5, usual: 2, cpu: 70, memory: 80, requestsPerSecond: 200 },
  );
}

function exposed(name: string): Expose {
  return {
    host: name,
    paths: ['/api', '/'],
    auth: 'none',
    port: HTTP,
    timeout: undefined,
    cors: undefined,
  };
}

function randomRelease(): fc.Arbitrary<Release> {
  const analysis = fc.constantFrom(
    undefined,
    { successRate: 99, latency: undefined, minimumRequests: 20 },
    { successRate: 99.9, latency: { percentile: 95, underMilliseconds: 500 }, minimumRequests: 5 },
  );
  const canary = fc.record({
    strategy: fc.constant('canary' as const),
    steps: fc.constantFrom<CanaryRelease['steps']>(
      [{ weight: 5, pause: 300 }],
      [
        { weight: 5, pause: 300 },
        { weight: 50, pause: 'manual' },
      ],
    ),
    analysis,
  });
  const blueGreen = fc.record({
    strategy: fc.constant('blue-green' as const),
    promotion: fc.constantFrom<BlueGreenRelease['promotion']>('manual', 0, 600),
    preview: fc.constantFrom<BlueGreenRelease['preview']>(undefined, { headers: { 'x-preview': 'next' } }),
    scaleDownDelaySeconds: fc.constantFrom(30, 600),
    analysis: analysis.map((judged) => judged && { ...judged, minutes: 10 }),
  });
  return fc.oneof(canary, blueGreen);
}

function randomVariant(): fc.Arbitrary<Variant> {
  return fc
    .record({
      name: fc.constantFrom('canary', 'next'),
      tag: fc.constantFrom('5be7d13', '3f2c1ab'),
      weight: fc.constantFrom(0, 5, 10),
      scaling: randomScaling(),
    })
    .map(({ name, tag, weight, scaling }) => ({
      name,
      image: { repository: 'registry.example/shop/web', tag, digest: undefined },
      weight,
      headers: (weight === 0 ? { 'x-variant': name } : {}) as Variant['headers'],
      scaling,
    }));
}
