import type { RemoteNames } from './secret-store.ts';

type Joined = Pick<RemoteNames, 'below' | 'nearest' | 'prefix'>;

/** Names with slashes in them: `shop/production/postgres`. */
export const WITH_SLASHES: Joined = {
  below: (prefix, name) => `${prefix}/${name}`,
  nearest: (name) => name.replaceAll(/[^A-Za-z0-9/_.-]+/g, '-'),
  prefix: (platform, environment) => `${platform}/${environment}`,
};

/** Names that may not have slashes: `shop-production-postgres`. */
export const WITH_HYPHENS: Joined = {
  below: (prefix, name) => `${prefix}-${name}`,
  nearest: (name) => name.replaceAll(/[^A-Za-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, ''),
  prefix: (platform, environment) => `${platform}-${environment}`,
};
