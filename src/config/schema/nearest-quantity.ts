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

/** What was most likely meant by a number, taken for seconds, or by days: `72h` for "3d". Only what is within the bounds. */
export function nearestDuration(value: unknown, minimum: number, maximum: number): string | undefined {
  const [, days] = /^([1-9][0-9]{0,2}) *d(ays?)?$/.exec(String(value)) ?? [];
  const seconds = days === undefined ? value : Number(days) * 24 * 3600;
  const isWithin = Number.isInteger(seconds) && Number(seconds) >= minimum && Number(seconds) <= maximum;
  if (!isWithin) return undefined;
  return days === undefined ? `${seconds}s` : `${Number(days) * 24}h`;
}
