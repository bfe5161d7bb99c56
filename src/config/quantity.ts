const MEMORY_UNITS = ['Ki', 'Mi', 'Gi', 'Ti'] as const;
const KIBI = 1024;

/** CPU in Kubernetes' canonical form (`1`, not `1000m`), or undefined for anything but cores and millicores. */
export function cpuText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^([1-9][0-9]{0,8})(m?)$/.exec(String(value));
  if (!match) return undefined;
  return formatMillicores(Number(match[1]) * (match[2] === 'm' ? 1 : 1000));
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
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;
}

/** Bytes of a canonical memory quantity. */
export function bytesOf(memory: string): number {
  const unit = MEMORY_UNITS.findIndex((suffix) => memory.endsWith(suffix));
  return unit < 0 ? Number(memory) : Number(memory.slice(0, -2)) * KIBI ** (unit + 1);
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
