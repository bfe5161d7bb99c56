import { z } from 'zod';
import { field, text } from '../../../src/config/schema/field.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What there is to say of a cluster of AKS. */
export const shape = {
  cloud: z.literal('azure').describe('Where it runs'),
  region: text('a region of Azure such as westeurope or eastus2', /^[a-z]{4,}[0-9]?$/),
  subscription: text('the id of a subscription of Azure, a UUID in lower case', UUID),
  tenant: text('the id of a tenant of Microsoft Entra, a UUID in lower case', UUID),
  zones: z
    .array(
      field('the number of a zone: 1, 2 or 3', { enum: [1, 2, 3] }, (value) =>
        [1, 2, 3].includes(Number(value)) ? String(value) : undefined,
      ),
    )
    .min(1)
    .describe('Numbers of the zones nodes are in'),
};
