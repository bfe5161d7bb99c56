import type { IContainer } from 'kubernetes-models/v1';
import { fieldPath } from '../../fields/field-path.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { specOf } from '../inventory/spec.ts';

export const tlsVerified: Check = {
  name: 'tls-verified',
  topic: 'network',
  severity: 'warning',
  summary: 'No setting encrypts without looking who answers, unless its object says why.',
  why: 'Whoever can answer in the place of a database, by its name or address, gets the password and the data: encryption alone keeps out only those who listen.',
  fix: 'Verify in full: `sslmode=verify-full`, `tlsCAFile`. In the input: `external: {authority: NAME}` of the resource with `authorities: {NAME: {configMap: ...}}`; or `external: {unverified: why}`.',
  sources: [
    'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
  ],
  examine: (inventory, tell) => {
    for (const { object, field, text } of settingsIn(inventory)) {
      if (object.metadata.annotations?.['charthouse.dev/unverified']) continue;
      const found = LOOSE.exec(text)?.[0];
      if (found) tell(object, field, `expected that the other side is verified, found ${found.trim()}`);
    }
  },
};

/** Settings of libpq, MySQL, MongoDB, Go, Node.js, Fluent Bit and exporters that accept any certificate, or any name. */
const LOOSE = new RegExp(
  [
    '(?:PG)?sslmode["\']?[=:]\\s*["\']?(?:disable|allow|prefer|require|verify-ca)\\b',
    '\\bssl-mode=(?:DISABLED|PREFERRED|REQUIRED|VERIFY_CA)\\b',
    '\\btls(?:Insecure|AllowInvalidCertificates|AllowInvalidHostnames)=true\\b',
    '--skip-tls-verification(?!=false)',
    '\\binsecure_?skip_?verify["\']?[=:]\\s*["\']?true\\b',
    '\\btls\\.verify["\']?[=: ]\\s*["\']?(?:off|false|no)\\b',
    '\\bNODE_TLS_REJECT_UNAUTHORIZED=0\\b',
  ].join('|'),
  'i',
);

interface Setting {
  readonly object: ManifestObject;
  readonly field: string;
  readonly text: string;
}

/** Configuration, templates of Secrets, and what containers are started with. */
function* settingsIn({ ofKind, workloads }: Inventory): Iterable<Setting> {
  for (const object of ofKind('ConfigMap', ''))
    yield* entries(object, 'data', object['data'] as Texts | undefined);
  for (const object of ofKind('ExternalSecret', 'external-secrets.io')) {
    const { target } = specOf<{ target: { template?: { data?: Texts } } }>(object);
    yield* entries(object, 'spec.target.template.data', target?.template?.data);
  }
  for (const { object, containers } of workloads) {
    for (const { container, field } of containers) {
      for (const { part, text } of startedWith(container)) yield { object, field: `${field}.${part}`, text };
    }
  }
}

type Texts = Readonly<Record<string, string>>;

function* entries(object: ManifestObject, at: string, texts: Texts = {}): Iterable<Setting> {
  for (const [key, value] of Object.entries(texts))
    yield { object, field: fieldPath(at, key), text: `${key}=${value}` };
}

function startedWith({ command = [], args = [], env = [] }: IContainer) {
  return [
    ...[...command, ...args].map((text) => ({ part: 'args', text })),
    ...env.map(({ name, value = '' }) => ({ part: `env[${name}]`, text: `${name}=${value}` })),
  ];
}
