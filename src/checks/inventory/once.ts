import type { Inventory } from './inventory.ts';

/** A lookup made from the inventory when it is first asked for, then shared by every check of the run. */
export function oncePerInventory<Value>(
  make: (inventory: Inventory) => Value,
): (inventory: Inventory) => Value {
  const made = new WeakMap<Inventory, { readonly value: Value }>();
  return (inventory) => {
    const known = made.get(inventory);
    if (known) return known.value;
    const value = make(inventory);
    made.set(inventory, { value });
    return value;
  };
}
