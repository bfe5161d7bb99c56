import { aws } from './aws/cloud.ts';
import { azure } from './azure/cloud.ts';
import { gcp } from './gcp/cloud.ts';
import { none } from './none/cloud.ts';

/** The clouds that clusters run in. */
export const CLOUDS = [aws, gcp, azure, none] as const;
