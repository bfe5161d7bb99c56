import type { Json } from '../../model/manifest.ts';
import type { Value } from './value-store.ts';

/** Keywords of JSON Schema. */
type Constraint = Readonly<{
  enum?: readonly string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Constraint & { readonly type: string };
}>;

/**
 * What a value must be besides its type, as JSON Schema (draft 7; expressions that Go reads too): the words of the input
 * have the limits that the input gives them. A limit that an environment's own value breaks is none.
 */
export function constraintOf({ path, vector }: Value): Constraint {
  const present = vector.filter((value) => value !== undefined);
  const name = path.join('.');
  if (name === 'environment') return { enum: [...new Set(present)] as readonly string[] };
  const named = CONSTRAINTS.find(([place]) => place.test(name))?.[1];
  if (named !== undefined && present.every((value) => holds(named, value))) return named;
  const general = generalConstraint(name, present);
  return present.every((value) => holds(general, value)) ? general : {};
}

/** A text may be empty in configuration alone: in names, addresses and sizes that would be a hole. */
function generalConstraint(name: string, present: readonly Json[]): Constraint {
  if (present.every((value) => typeof value === 'number')) return AT_LEAST_NONE;
  const isText = present.every((value) => typeof value === 'string');
  return isText && !CONFIGURATION.test(name) ? FILLED : {};
}

const AT_LEAST_NONE = { minimum: 0 };

/** A text that is not empty. */
export const FILLED = { minLength: 1 };

const CONFIGURATION = /\.env\./;

const HOST = '^(\\*\\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$';
const QUANTITY = '^([1-9][0-9]*|0\\.[0-9]*[1-9][0-9]*|[1-9][0-9]*\\.[0-9]+)(m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi)?$';

/** By the whole path of the value; the first that fits. */
const CONSTRAINTS: readonly (readonly [place: RegExp, constraint: Constraint])[] = [
  [/^domain$|\.external\.(host|readerHost)$/, { pattern: HOST, maxLength: 253 }],
  [/^registry$|^images\..*\.repository$/, { pattern: '^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*$' }],
  [/^cluster\.account$/, { pattern: '^[0-9]{12}$' }],
  [/^cluster\.region$/, { pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]$' }],
  [/^tags\./, { pattern: '^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$', maxLength: 63 }],
  [/^network\./, { items: { type: 'string', pattern: '^[0-9a-fA-F.:]+/[0-9]{1,3}$' } }],
  [/Arn$/, { pattern: '^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:\\S+$' }],
  [/^images\..*\.tag$/, { pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$' }],
  [/^images\..*\.digest$/, { pattern: '^sha256:[0-9a-f]{64}$' }],
  [/\.scaling\.(min|max)$/, { minimum: 1, maximum: 1000 }],
  [/\.scaling\.(cpu|memory)$/, { minimum: 1, maximum: 100 }],
  [/\.scaling\.requestsPerSecond$|\.replicas$|\.count$/, { minimum: 1 }],
  [/\.(weight|samplingPercent)$/, { minimum: 0, maximum: 100 }],
  [/\.(requests|limits)\.[a-z-]+$/, { pattern: QUANTITY }],
  [/\.(jwksUri|issuer|url)$/, { pattern: '^https?://[^\\s/]+(/\\S*)?$' }],
];

function holds(constraint: Constraint, value: Json): boolean {
  const { items, minimum = value, maximum = value } = constraint;
  if (Array.isArray(value)) return items === undefined || value.every((item) => holds(items, item));
  if (typeof value === 'string') return holdsText(constraint, value);
  return typeof value !== 'number' || (value >= Number(minimum) && value <= Number(maximum));
}

function holdsText({ pattern, minLength = 0, maxLength = Infinity }: Constraint, text: string): boolean {
  const { length } = text;
  return (
    length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern).test(text))
  );
}
