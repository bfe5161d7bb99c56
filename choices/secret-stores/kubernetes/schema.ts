import { z } from 'zod';

/** What there is to say of it. */
export const shape = { store: z.literal('kubernetes').describe('Where secrets come from') };
