/** What was most likely meant by CPU that is no whole number of cores or millicores: `500m` for 0.5 and "500 m". */
export function nearestCpu(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^([0-9]*\.?[0-9]+) *(m?)$/.exec(String(value));
  if (!match) return undefined;
  const millicores = Number(match[1]) * (match[2] === 'm' ? 1 : 1000);
  return millicores >= 1 && millicores < 1e6 ? `${Math.round(millicores)}m` : undefined;
}

/** What was most likely meant by memory in another form: `1536Mi` for "1.5Gi", `512Mi` for "512M". */
export function nearestMemory(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^([0-9]*\.?[0-9]+) *([KMGT])i?B?$/i.exec(value);
  if (!match) return undefined;
  const [, amount = '', prefix = ''] = match;
  const units = 'KMGT';
  const unit = units.indexOf(prefix.toUpperCase());
  if (/^[1-9][0-9]*$/.test(amount)) return `${amount}${units[unit]}i`;
  const smaller = Math.round(Number(amount) * 1024);
  return unit > 0 && smaller >= 1 ? `${smaller}${units[unit - 1]}i` : undefined;
}

/**
 * What was most likely meant by a number, taken for seconds, or by another unit: `72h` for "3d", `15m` for "15 minutes".
 * Only what is within the bounds.
 */
export function nearestDuration(value: unknown, minimum: number, maximum: number): string | undefined {
  const milliseconds = typeof value === 'number' ? value * 1000 : millisecondsIn(value);
  const seconds = (milliseconds ?? Number.NaN) / 1000;
  const isWithin = Number.isInteger(seconds) && seconds >= minimum && seconds <= maximum;
  if (!isWithin) return undefined;
  return typeof value === 'number' ? `${seconds}s` : durationText(seconds * 1000);
}

/** A duration in its largest whole unit. */
export function durationText(milliseconds: number): string {
  const unit = ['h', 'm', 's'].find((one) => milliseconds % (UNITS[one] as number) === 0) ?? 'ms';
  return `${milliseconds / (UNITS[unit] as number)}${unit}`;
}

/** A duration as people write it, with decimals and words: 500 for "0.5s", 900000 for "15 minutes". */
export function millisecondsIn(text: unknown): number | undefined {
  const pattern =
    /^([0-9]*\.?[0-9]+) *(ms|s|m|h|d)(?:(?<=s)ec(?:ond)?s?|(?<=m)in(?:ute)?s?|(?<=h)(?:ou)?rs?|(?<=d)ays?)?$/;
  const [, amount, unit = ''] = pattern.exec(String(text)) ?? [];
  return amount === undefined ? undefined : Number((Number(amount) * (UNITS[unit] ?? 0)).toPrecision(12));
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
