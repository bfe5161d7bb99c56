import type { Environment } from '../src/model/environment.ts';
import { observedShop } from './observed-shop.ts';

const { observability, ownedNamespaces, priorities } = observedShop();

/** What an environment has with everything that watches. */
export const WATCHED: Partial<Environment> = { observability, ownedNamespaces, priorities };

/** The same with few of the parts. */
export const WATCHED_LITTLE: Partial<Environment> = {
  ownedNamespaces,
  priorities,
  observability: observability && {
    ...observability,
    parts: {
      ...observability.parts,
      nodes: false,
      uptime: false,
      resources: false,
      logs: false,
      mesh: false,
    },
  },
};
