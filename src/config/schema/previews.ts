import { z } from 'zod';
import { text } from './field.ts';
import * as scalar from './scalars.ts';

const githubName = text('a name on GitHub', /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/, 100);
const tag = text('an image tag other than latest', /^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, 63);

const pullRequests = z.strictObject({
  owner: githubName.describe('Organisation or user on GitHub that has the repository of the services'),
  repo: githubName.describe('That repository'),
  label: text('a label', /^[^\s,][^,\r\n]*$/, 50)
    .default('preview')
    .describe('Pull requests with this label get a preview'),
  tokenSecret: scalar.namespace.describe(
    'Secret in the namespace of Argo CD with a token that may read pull requests',
  ),
  tokenKey: text('a key of a Secret', /^[A-Za-z0-9._-]+$/)
    .default('token')
    .describe('Key of the token in that Secret'),
  every: scalar
    .secondsFrom(60, 3600, 'a duration from 1m to 1h')
    .prefault('3m')
    .describe('How often pull requests are looked for, beside the webhook'),
});

const instance = z.strictObject({
  tag: tag.optional().describe('Tag of the images of `services`; those of the environment if left out'),
});

/** Small copies of an environment for pull requests and developers. */
export const previews = z.strictObject({
  services: z
    .array(scalar.name)
    .min(1)
    .describe('Services whose images a pull request builds; what they use is copied with them'),
  pullRequests: pullRequests.optional().describe('Every pull request with the label gets a preview'),
  instances: z
    .record(
      text(
        'a name of at most 20 lower-case letters, digits and hyphens that starts with a letter',
        scalar.NAME,
        20,
      ),
      instance,
    )
    .default({})
    .describe('Previews that stand here under a name, one for each developer who wants one'),
  ttl: scalar
    .secondsFrom(3600, 28 * 24 * 3600, 'a duration from 1h to 672h')
    .prefault('72h')
    .describe('How long the pods of a version run'),
  domain: scalar.host
    .optional()
    .describe(
      'Hosts are `<host>-<preview>.<domain>`; `previews.` and the domain of the environment if left out',
    ),
  certificateArn: scalar.arn
    .optional()
    .describe("ACM certificate of `*.<domain>`, if the load balancer's own does not cover it"),
  migrate: z
    .boolean()
    .default(false)
    .describe('Migrations run too, on the data of the environment: every preview changes it for all'),
});

/** An image that jobs of Charthouse's own run. */
export const toolbox = text(
  'an image with a tag other than latest or a digest, such as docker.io/alpine/k8s:1.33.1',
  /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)+((:(?!latest(@|$))[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})(@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$/,
  400,
);
