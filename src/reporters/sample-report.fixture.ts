import type { CheckPage } from '../model/check.ts';
import type { Exception, Finding } from '../model/finding.ts';
import type { Report } from './report.ts';

const IMAGES: CheckPage = {
  name: 'image-tag-pinned',
  topic: 'images',
  severity: 'error',
  summary: 'Every image has a tag other than `latest`, or a digest.',
  why: 'Two pods of one release can run different code.',
  fix: 'Name what was built: `images: {web: {tag: 3f2c1ab}}` in the environment file.',
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
};

const PROBES: CheckPage = {
  name: 'probe-ports-declared',
  topic: 'reliability',
  severity: 'warning',
  summary: 'Every probe asks a port its container declares.',
  why: 'A probe of another port never succeeds, and the pod is restarted forever.',
  fix: 'Name a port of the service in `health`.',
  sources: [],
};

const ROOT: CheckPage = {
  name: 'read-only-root-filesystem',
  topic: 'pods',
  severity: 'error',
  summary: 'No container can write to its own image.',
  why: 'What an intruder writes there is run at the next call.',
  fix: 'Mount a volume where the program writes: `writable: [/tmp]`.',
  sources: ['https://www.cisecurity.org/benchmark/kubernetes', 'https://example.com/a(b)'],
};

const EXCEPTION: Exception = {
  name: 'media-cache',
  check: ROOT.name,
  kind: 'Deployment',
  object: 'media',
  namespace: undefined,
  justification: 'The image library writes its cache beside the binary; fixed upstream in 3.2',
  owner: 'media-team',
  expires: '2027-02-01',
};

/** A finding of the shop; what is not said is that of an unpinned image, decided in the platform file. */
export function sampleFinding(environment: string, other: Partial<Finding> = {}): Finding {
  return {
    check: IMAGES.name,
    topic: IMAGES.topic,
    severity: 'error',
    platform: 'shop',
    environment,
    file: `manifests/shop/${environment}/orders.yaml`,
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'orders' },
    field: 'spec.template.spec.containers[orders].image',
    message: 'expected a tag other than latest, or a digest; found registry.example/shop/orders:latest',
    exception: undefined,
    place: { file: 'environments/shop/platform.yaml', line: 12, column: 5 },
    ...other,
  };
}

const HOSTILE: Partial<Finding> = {
  check: PROBES.name,
  topic: PROBES.topic,
  severity: 'warning',
  message: 'expected a | port, found "a`b" <b>&amp;</b> @admins 100%\n::error::owned ]]> \u001b[31m\u0000',
  field: 'data["a|b,c:d"]',
  object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'orders' },
  place: undefined,
};

const EXCEPTED: Partial<Finding> = {
  check: ROOT.name,
  topic: ROOT.topic,
  object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'media' },
  field: 'spec.template.spec.containers[media].securityContext.readOnlyRootFilesystem',
  message: 'expected true, found nothing',
  file: 'manifests/shop/production/media.yaml',
  exception: EXCEPTION,
  place: { file: 'environments/shop/platform.yaml', line: 40, column: 3 },
};

const INFO: Partial<Finding> = {
  severity: 'info',
  object: { apiVersion: 'v1', kind: 'Namespace', namespace: undefined, name: 'shop' },
  field: '',
  message: 'expected an owner, found nothing',
  file: 'manifests/shop/dev/_cluster.yaml',
  place: undefined,
};

/** One fault in two environments, a hostile text, an info about an object as a whole, and an exception. */
export const SAMPLE_REPORT: Report = {
  version: '0.1.0',
  checks: [PROBES, ROOT, IMAGES],
  environments: [
    {
      platform: 'shop',
      environment: 'dev',
      objects: 30,
      findings: [sampleFinding('dev', INFO), sampleFinding('dev')],
    },
    {
      platform: 'shop',
      environment: 'production',
      objects: 31,
      findings: [
        sampleFinding('production', HOSTILE),
        sampleFinding('production', EXCEPTED),
        sampleFinding('production'),
      ],
    },
    { platform: 'shop', environment: 'staging', objects: 31, findings: [] },
  ],
  output: 'dist',
  isStrict: false,
  tellsInfos: true,
  seconds: 0.417,
};

/** Of the sample, an excepted finding alone: for formats that say much about everything. */
export const SMALL_REPORT: Report = {
  ...SAMPLE_REPORT,
  checks: [ROOT],
  environments: [
    {
      platform: 'shop',
      environment: 'production',
      objects: 31,
      findings: [sampleFinding('production', EXCEPTED)],
    },
  ],
};
