import { ADD_ONS, type AddOnName } from '../../../model/delivery.ts';
import type { AddOn } from './add-on.ts';
import { AWS } from './aws.ts';
import { ISTIO } from './istio.ts';
import { OPERATORS } from './operators.ts';

const byName = new Map<AddOnName, AddOn>(
  [...ISTIO, ...AWS, ...OPERATORS].map((addOn) => [addOn.name, addOn]),
);

/** Every add-on, in the order a cluster takes them. */
export const addOns: readonly AddOn[] = ADD_ONS.flatMap((name) => byName.get(name) ?? []);
