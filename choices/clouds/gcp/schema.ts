import { z } from 'zod';
import { text } from '../../../src/config/schema/field.ts';

/** What there is to say of a cluster of GKE. */
export const shape = {
  cloud: z.literal('gcp').describe('Where it runs'),
  region: text('a region of Google Cloud such as europe-west4', /^[a-z]+-[a-z]+[0-9]{1,2}$/),
  // https://cloud.google.com/resource-manager/docs/creating-managing-projects
  project: text(
    'the id of a project of Google Cloud: 6 to 30 lower-case letters, digits and hyphens',
    /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  ),
  location: text('a region or zone of Google Cloud', /^[a-z]+-[a-z]+[0-9]{1,2}(-[a-z])?$/)
    .optional()
    .describe(
      'Where its control plane is: a zone, as `europe-west4-a`, of a zonal cluster; the region if left out',
    ),
  zones: z
    .array(text('the letter of a zone', /^[a-z]$/))
    .min(1)
    .describe('Letters of the zones nodes are in'),
};
