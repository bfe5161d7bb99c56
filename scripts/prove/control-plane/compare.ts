/** A field that is not stored as it was sent. */
export interface Changed {
  /** `spec.template.spec.containers[0].resources`. */
  readonly path: string;
  readonly sent: unknown;
  readonly stored: unknown;
}

/**
 * What was sent and is not stored so. Fields that the server adds do not count, nor do quantities in another form
 * (`1000m` for `1`), nor empty things and `false` that it leaves out.
 */
export function notStored(sent: unknown, stored: unknown, path = ''): readonly Changed[] {
  if (Array.isArray(sent)) return notStoredList(sent, stored, path);
  if (isObject(sent)) return notStoredObject(sent, stored, path);
  return sent === stored || isSameQuantity(sent, stored) ? [] : [{ path, sent, stored }];
}

function notStoredList(sent: readonly unknown[], stored: unknown, path: string): readonly Changed[] {
  if (!Array.isArray(stored) || stored.length !== sent.length) return [{ path, sent, stored }];
  return sent.flatMap((item, index) => notStored(item, stored[index], `${path}[${index}]`));
}

function notStoredObject(
  sent: Readonly<Record<string, unknown>>,
  stored: unknown,
  path: string,
): readonly Changed[] {
  if (!isObject(stored)) return isEmpty(sent) ? [] : [{ path, sent, stored }];
  return Object.entries(sent)
    .filter(([key, value]) => stored[key] !== undefined || !isEmpty(value))
    .flatMap(([key, value]) => notStored(value, stored[key], path === '' ? key : `${path}.${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

function isSameQuantity(sent: unknown, stored: unknown): boolean {
  const [one, other] = [quantity(sent), quantity(stored)];
  return one !== undefined && one === other;
}

/** Number of a quantity in units of one; undefined for what is none. */
export function quantity(text: unknown): number | undefined {
  const [, digits, unit = ''] = /^([0-9.]+)([a-zA-Z]*)$/.exec(String(text)) ?? [];
  const factor = UNITS[unit];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
