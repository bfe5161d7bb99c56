import { external } from './external/resolve.ts';
import type { Provider } from './provider.ts';

/** Every provider by the name of its folder, which is its name in the input. */
export const providers = {
  external,
} as const satisfies Readonly<Record<string, Provider>>;

/** Name of a provider. */
export type ProviderName = keyof typeof providers;
