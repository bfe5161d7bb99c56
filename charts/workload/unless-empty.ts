/** The list, or undefined for an empty one: Kubernetes drops empty lists, so written ones would be a lasting difference. */
export function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}
