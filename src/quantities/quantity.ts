const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([numkMGTPE]|[KMGTPE]i)?$/;

/**
 * A Kubernetes quantity in its base unit (cores, bytes, pieces); undefined when it is not one.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function quantityOf(value: unknown): number | undefined {
  const found = QUANTITY.exec(String(value));
  return found ? Number(found[1]) * (FACTORS[found[2] ?? ''] ?? Number.NaN) : undefined;
}

const MEMORY_UNITS = ['Ki', 'Mi', 'Gi', 'Ti'] as const;
const KIBI = 1024;

/** CPU in Kubernetes' canonical form (`1`, not `1000m`), or undefined for anything but cores and millicores. */
export function cpuText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  return /^[1-9][0-9]{0,8}m?$/.test(text) ? formatMillicores(millicoresOf(text)) : undefined;
}

/** Memory in Kubernetes' canonical form (`1Gi`, not `1024Mi`), or undefined for anything but powers of 1024. */
export function memoryText(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,8}(Ki|Mi|Gi|Ti)$/.test(value)) return undefined;
  return formatBytes(bytesOf(value));
}

/** The canonical form of what lies within bounds, both in the unit's own words: `10m`, `96`. */
export function within(
  text: string | undefined,
  amountOf: (text: string) => number,
  [least, most]: readonly [string, string],
): string | undefined {
  if (text === undefined) return undefined;
  const amount = amountOf(text);
  return amount >= amountOf(least) && amount <= amountOf(most) ? text : undefined;
}

/** Millicores of a canonical CPU quantity. */
export function millicoresOf(cpu: string): number {
  return Math.round((quantityOf(cpu) ?? Number.NaN) * 1000);
}

/** Bytes of a canonical memory quantity. */
export function bytesOf(memory: string): number {
  return quantityOf(memory) ?? Number.NaN;
}

/** Millicores as a canonical CPU quantity. */
export function formatMillicores(millicores: number): string {
  return millicores % 1000 === 0 ? String(millicores / 1000) : `${millicores}m`;
}

/** Bytes as a canonical memory quantity, in the largest unit that stays whole. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = -1;
  while (unit < MEMORY_UNITS.length - 1 && amount > 0 && amount % KIBI === 0) {
    amount /= KIBI;
    unit += 1;
  }
  return unit < 0 ? String(amount) : `${amount}${MEMORY_UNITS[unit]}`;
}
