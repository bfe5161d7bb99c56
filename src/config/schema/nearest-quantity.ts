/** What was most likely meant by CPU that is no whole number of cores or millicores: `500m` for 0.5 and "500 m". */
export function nearestCpu(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^([0-9]*\.?[0-9]+) *(m?)$/.exec(String(value));
  if (!match) return undefined;
  const millicores = Number(match[1]) * (match[2] === 'm' ? 1 : 1000);
  return millicores >= 1 && millicores < 1e6 ? `${Math.round(millicores)}m` : undefined;
}

/** What was most likely meant by CPU of a container that none has: `200m` for 200, as another tool counts millicores. */
export function plausibleCpu(value: unknown): string | undefined {
  const meant = nearestCpu(value) ?? '';
  const millicores = Number(meant.slice(0, -1));
  return millicores > 96_000 ? nearestCpu(`${millicores / 1000}m`) : meant || undefined;
}

/** What was most likely meant by memory of a container that none has: `512Mi` for 512 and "512m", `10Gi` for 10Ti. */
export function plausibleMemory(value: unknown): string | undefined {
  const [, amount = '', unit = ''] = /^([0-9]+) *(m|Ki|K|Ti|T)?B?$/.exec(String(value)) ?? [];
  if (amount === '') return nearestMemory(value);
  if (/^T/.test(unit)) return Number(amount) > 0 ? `${amount}Gi` : undefined;
  if (/^K/.test(unit) || (unit === '' && Number(amount) >= 2 ** 20)) return bytesAsMebibytes(amount, unit);
  return Number(amount) >= 4 ? `${Number(amount)}Mi` : undefined;
}

function bytesAsMebibytes(amount: string, unit: string): string | undefined {
  const mebibytes = Math.round((Number(amount) * (unit === '' ? 1 : 1024)) / 2 ** 20);
  return mebibytes >= 4 ? `${mebibytes}Mi` : `${amount}Mi`;
}

/** What was most likely meant by memory in another form: `1536Mi` for "1.5Gi", `512Mi` for "512M". */
export function nearestMemory(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^([0-9]*\.?[0-9]+) *([KMGT])i?B?$/i.exec(value);
  if (!match) return undefined;
  const [, amount = '', prefix = ''] = match;
  const units = 'KMGT';
  const unit = units.indexOf(prefix.toUpperCase());
  if (/^[1-9][0-9]*$/.test(amount)) return `${amount}${units[unit]}i${decimalHint(value, amount, unit)}`;
  const smaller = Math.round(Number(amount) * 1024);
  return unit > 0 && smaller >= 1 ? `${smaller}${units[unit - 1]}i` : undefined;
}

/** `500M` is 500 million bytes, which is less than 500Mi. */
function decimalHint(value: string, amount: string, unit: number): string {
  if (!/[MGT]B?$/.test(value)) return '';
  const mebibytes = Math.round((Number(amount) * 1000 ** (unit + 1)) / 2 ** 20);
  return `, or ${mebibytes}Mi for as much as ${value}`;
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
