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
