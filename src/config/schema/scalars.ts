import { z } from 'zod';
import { cpuText, memoryText } from '../../quantities/quantity.ts';
import { isTimeZone, nearestTimeZone } from '../time-zone.ts';
import { firstOfRange } from './address-range.ts';
import { field, hintedText, text } from './field.ts';
import { host, hostOrWildcard } from './host-name.ts';
import {
  durationText,
  millisecondsIn,
  nearestCpu,
  nearestDuration,
  nearestMemory,
} from './nearest-quantity.ts';

/** What a name is made of: a DNS label. */
export const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

const LONGEST_NAME = 40;

/** Name of a service, resource, variant: a DNS label, short enough that every name made from it is one too. */
export const name = text(
  'a name of lower-case letters, digits and hyphens that starts with a letter',
  NAME,
  LONGEST_NAME,
);

/** Whether `name` takes a text. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME.test(text);
}

/** A namespace: a DNS label. */
export const namespace = text('the name of a namespace', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63);

/** Name of an environment variable. */
export const variableName = text('the name of an environment variable', /^[A-Za-z_][A-Za-z0-9_]*$/);

export { host, hostOrWildcard };

/** A range of IPv4 addresses, named by its first. */
export const cidr = field(
  'a range of IPv4 addresses such as 10.20.0.0/16, named by its first address',
  { type: 'string', pattern: '^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$' },
  (value) => (typeof value === 'string' && firstOfRange(value) === value ? value : undefined),
  (value) => (typeof value === 'string' ? firstOfRange(value) : undefined),
);

/** First label of a public host. */
export const hostLabel = hintedText(
  'the first label of a public host',
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  (value) => value.replace(/^https?:\/\//, '').split('.')[0],
);

/** An origin as browsers send it. */
export const origin = text(
  'an origin such as https://app.example.com, without / at its end',
  /^https?:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?$/,
);

/** An ARN; `${namespace}` may stand in some. */
export const arn = text('an ARN', /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:\S+$/, 2048);

/** Name of a secret in the store that External Secrets reads. */
export const remoteSecret = text('the name of a remote secret', /^[A-Za-z0-9/_+=.@-]+$/, 512);

/** E-mail of an IAM service account of Google Cloud; `${namespace}` may stand in it. */
export const googleServiceAccount = text(
  'the e-mail of an IAM service account: name@project.iam.gserviceaccount.com',
  /^(?:[a-z]|\$\{namespace\})(?:[-a-z0-9]|\$\{namespace\})*@[a-z][-a-z0-9]+[a-z0-9]\.iam\.gserviceaccount\.com$/,
);

/** Client id of a managed identity of Azure. */
export const azureClientId = text(
  'the client id of a managed identity, a UUID in lower case',
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
);

/** Where an image is. */
export const imageRepository = text(
  'an image repository without tag',
  /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)+$/,
);

/** An HTTPS URL. */
export const httpsUrl = text('an https:// URL', /^https:\/\/[^\s/]+(\/\S*)?$/, 2048);

/** A duration in milliseconds, read from `300ms`, `2s`, `5m` or `1h`, that is not longer than a bound. */
function durationUpTo(maximum: number, expected: string): z.ZodType<number> {
  const isWithin = (time: number) => Number.isInteger(time) && time > 0 && time <= maximum;
  return field(
    expected,
    { type: 'string', pattern: '^[1-9][0-9]{0,4}(ms|s|m|h)$' },
    (value) => {
      const time = typeof value === 'string' ? milliseconds(value) : undefined;
      return time !== undefined && isWithin(time) ? time : undefined;
    },
    (value) => {
      // A number alone is taken for seconds, and for milliseconds where that would be too long.
      const meant = typeof value === 'number' ? [value * 1000, value] : [millisecondsIn(value) ?? 0];
      const [time] = meant.filter(isWithin);
      return time === undefined ? undefined : durationText(time);
    },
  );
}

/** A duration in whole seconds within bounds. `expected` names the bounds in words. */
export function secondsFrom(minimum: number, maximum: number, expected: string): z.ZodType<number> {
  return field(
    expected,
    { type: 'string', pattern: '^(0s|[1-9][0-9]{0,4}(s|m|h))$' },
    (value) => {
      const time = typeof value === 'string' ? milliseconds(value) : undefined;
      const isWithin = time !== undefined && time >= minimum * 1000 && time <= maximum * 1000;
      return isWithin && time % 1000 === 0 ? time / 1000 : undefined;
    },
    (value) => nearestDuration(value, minimum, maximum),
  );
}

/** Four weeks: longer than anything that runs or waits should. */
const LONGEST = 28 * 24 * 3600;

/** A duration of a second or more, in whole seconds. */
export const seconds = secondsFrom(1, LONGEST, 'a duration in whole seconds such as 1s, 30s or 5m');

/** CPU as Kubernetes writes it: whole cores, or millicores. */
export const cpu = field(
  'CPU as whole cores or millicores, such as 2 or 250m',
  { type: ['string', 'integer'], pattern: '^[1-9][0-9]*m?$', minimum: 1 },
  cpuText,
  nearestCpu,
);

/** Memory or storage as Kubernetes writes it, in powers of two. */
export const memory = field(
  'an amount in Ki, Mi, Gi or Ti, such as 256Mi or 2Gi',
  { type: 'string', pattern: '^[1-9][0-9]*(Ki|Mi|Gi|Ti)$' },
  memoryText,
  nearestMemory,
);

/**
 * How long a request may take, in milliseconds. A load balancer of AWS cuts connections that are idle for 4,000 s at the
 * latest: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
 */
export const requestTime = durationUpTo(4_000_000, 'a duration up to 4000s, such as 300ms, 2s or 5m');

/** A duration in milliseconds up to an hour: how often something is looked at, or how long a pod is left alone. */
export const pause = durationUpTo(3_600_000, 'a duration up to 1h, such as 300ms, 2s, 5m or 1h');

/** A duration in whole seconds up to an hour: starts and stops of pods, which drains of nodes wait for. */
export const podSeconds = secondsFrom(1, 3600, 'a duration in whole seconds up to 1h, such as 1s, 30s or 5m');

/** A duration in whole seconds up to an hour, zero for none. */
export const podSecondsOrNone = secondsFrom(
  0,
  3600,
  'a duration in whole seconds up to 1h, such as 0s, 30s or 5m',
);

/** A run that ends by itself: a week is longer than any should take. */
export const runSeconds = secondsFrom(
  1,
  7 * 24 * 3600,
  'a duration in whole seconds up to 168h, such as 30s, 5m or 2h',
);

/** An IANA time zone. */
export const timeZone = z.string().superRefine((name, context) => {
  if (isTimeZone(name)) return;
  const message = 'expected an IANA time zone such as Etc/UTC or Europe/Berlin';
  context.addIssue({ code: 'custom', message, input: name, params: { suggestion: nearestTimeZone(name) } });
});

/** A port number. */
export const portNumber = z
  .number({ error: 'expected a port number from 1 to 65535' })
  .int({ error: 'expected a port number from 1 to 65535' })
  .min(1, { error: 'expected a port number from 1 to 65535' })
  .max(65535, { error: 'expected a port number from 1 to 65535' });

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function milliseconds(written: string): number | undefined {
  const match = /^(0(?=s)|[1-9][0-9]{0,4})(ms|s|m|h)$/.exec(written);
  return match ? Number(match[1]) * (UNITS[match[2] as string] as number) : undefined;
}
