import {
  type DeliveredEnvironment,
  deliveredEnvironment,
} from '../src/outputs/argocd/delivered-environment.ts';
import { startInventory } from '../src/outputs/argocd/inventory.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { type Part, shop } from './shop-input.ts';

/** The shop's production, delivered from one repository by Argo CD, with parts of its files changed. */
export function delivered(
  delivery: Part = {},
  platform: Part = {},
  production: Part = {},
): DeliveredEnvironment {
  const environment = shop({
    platform: {
      ...platform,
      delivery: { repository: 'https://git.shop.example/platform.git', automated: true, ...delivery },
    },
    production,
  });
  const { inventory, see } = startInventory();
  for (const manifest of synthesize(environment)) see(manifest);
  return deliveredEnvironment(environment, inventory) as DeliveredEnvironment;
}

/** The same under another name, as a second environment of the platform. */
export function renamed(one: DeliveredEnvironment, name: string, cluster: string): DeliveredEnvironment {
  return { ...one, outline: { ...one.outline, name, cluster: { ...one.outline.cluster, name: cluster } } };
}
