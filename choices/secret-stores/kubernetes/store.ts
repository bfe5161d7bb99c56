import type { SecretStoreChoice } from '../secret-store.ts';
import { shape } from './schema.ts';

/** Secrets that somebody else makes. */
export const kubernetes = { name: 'kubernetes', shape } as const satisfies SecretStoreChoice;
