import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';

/** What there is to say of a cluster on machines of one's own. */
export const shape = {
  cloud: z.literal('none').describe('Where it runs'),
  zones: z
    .array(text('the name of a zone', /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/, 63))
    .default([])
    .describe('Zones its nodes are in, by their label `topology.kubernetes.io/zone`; none if left out'),
};
