/** A map of plain data, as YAML and JSON have it. */
export type DataMap = Readonly<Record<string, unknown>>;

/** Whether a value of plain data is a map, and not a list, a scalar or null. */
export function isMap(value: unknown): value is DataMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
