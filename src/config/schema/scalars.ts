import { z } from 'zod';
import { cpuText, memoryText } from '../quantity.ts';
import { field, text } from './field.ts';

/** Name of a service, resource, variant: a DNS label, short enough that every name made from it is one too. */
export const name = text(
  'a name of lower-case letters, digits and hyphens that starts with a letter',
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  40,
);

/** A namespace: a DNS label. */
export const namespace = text('the name of a namespace', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63);

/** Name of an environment variable. */
export const variableName = text('the name of an environment variable', /^[A-Za-z_][A-Za-z0-9_]*$/);

/** A host name, fully qualified. */
export const host = text(
  'a host name',
  /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
);

/** A host name, or `*.` and one. */
export const hostOrWildcard = text(
  'a host name, with `*.` before it for all hosts below it',
  /^(\*\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
);

/** A range of IPv4 addresses. */
export const cidr = z.cidrv4({ error: 'expected a range of IPv4 addresses such as 10.20.0.0/16' });

/** A path of a URL. */
export const urlPath = text('a path that starts with /', /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/);

/** An absolute path inside a container, without `..`. */
export const containerPath = text(
  'an absolute path',
  /^\/(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9._\-/]*[A-Za-z0-9._-]$/,
);

/** An ARN. */
export const arn = text('an ARN', /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:\S+$/, 2048);

/** An HTTPS URL. */
export const httpsUrl = text('an https:// URL', /^https:\/\/[^\s/]+(\/\S*)?$/, 2048);

/** A duration in milliseconds, read from `300ms`, `2s`, `5m` or `1h`. */
export const duration = field(
  'a duration such as 300ms, 2s, 5m or 1h',
  { type: 'string', pattern: '^[1-9][0-9]*(ms|s|m|h)$' },
  (value) => (typeof value === 'string' ? milliseconds(value) : undefined),
);

/** A duration in whole seconds, zero allowed. */
export const seconds = field(
  'a duration in whole seconds such as 30s or 5m',
  { type: 'string', pattern: '^(0s|[1-9][0-9]*(s|m|h))$' },
  (value) => {
    if (value === '0s') return 0;
    const time = typeof value === 'string' ? milliseconds(value) : undefined;
    return time !== undefined && time % 1000 === 0 ? time / 1000 : undefined;
  },
);

/** CPU as Kubernetes writes it: whole cores, or millicores. */
export const cpu = field(
  'CPU as whole cores or millicores, such as 2 or 250m',
  { type: ['string', 'integer'], pattern: '^[1-9][0-9]*m?$', minimum: 1 },
  cpuText,
);

/** Memory or storage as Kubernetes writes it, in powers of two. */
export const memory = field(
  'an amount such as 256Mi or 2Gi',
  { type: 'string', pattern: '^[1-9][0-9]*(Ki|Mi|Gi|Ti)$' },
  memoryText,
);

/** A port number. */
export const portNumber = z
  .number({ error: 'expected a port number from 1 to 65535' })
  .int({ error: 'expected a port number from 1 to 65535' })
  .min(1, { error: 'expected a port number from 1 to 65535' })
  .max(65535, { error: 'expected a port number from 1 to 65535' });

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function milliseconds(written: string): number | undefined {
  const match = /^([1-9][0-9]{0,8})(ms|s|m|h)$/.exec(written);
  return match ? Number(match[1]) * (UNITS[match[2] as string] as number) : undefined;
}
