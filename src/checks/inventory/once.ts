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

/** What is made of an object, or of a workload, when it is first asked for, then shared by every check of the run. */
export function oncePerItem<Item extends object, Value>(
  make: (item: Item, inventory: Inventory) => Value,
): (inventory: Inventory) => (item: Item) => Value {
  return oncePerInventory((inventory) => {
    const made = new Map<Item, Value>();
    return (item) => {
      const known = made.get(item);
      if (known !== undefined) return known;
      const value = make(item, inventory);
      made.set(item, value);
      return value;
    };
  });
}
