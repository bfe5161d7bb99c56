import * as registered from './index.ts';
import type { Output, Scope } from './output.ts';

const SCOPES: readonly Scope[] = ['environment', 'platform', 'all'];

/** Every output, in the order they are rendered: those of environments first, and by name. */
export const outputs: readonly Output[] = Object.values(registered).sort(
  (a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) || (a.name < b.name ? -1 : 1),
);
