import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { today } from '../../src/cli/clock.ts';
import { loadEnvironments } from '../../src/config/load.ts';
import { readInput } from '../../src/io/read-input.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { InputFile } from '../../src/model/input-file.ts';
import type { ManifestObject } from '../../src/model/manifest.ts';
import { loadContext } from '../../src/pipeline/load-context.ts';
import { synthesize } from '../../src/synth/synthesize.ts';

/** Rendering of mindflow's production, by identity, after a change to platform.yaml. */
function render(change: (platform: ReturnType<typeof parse>) => void): ReadonlyMap<string, ManifestObject> {
  const files = readInput('environments', 'mindflow').filter(
    ({ name }) => name === 'platform.yaml' || name === 'production.yaml',
  );
  const changed = files.map((file): InputFile => {
    if (file.name !== 'platform.yaml') return file;
    const platform = parse(new TextDecoder().decode(file.bytes));
    change(platform);
    return { ...file, bytes: new TextEncoder().encode(JSON.stringify(platform)) };
  });
  const [environment] = loadEnvironments(changed, loadContext(today())) as [Environment];
  return new Map(
    [...synthesize(environment)].map(({ object }) => [`${object.kind} ${object.metadata.name}`, object]),
  );
}

function difference(
  before: ReadonlyMap<string, ManifestObject>,
  after: ReadonlyMap<string, ManifestObject>,
): string[] {
  const identities = new Set([...before.keys(), ...after.keys()]);
  return [...identities]
    .filter((identity) => JSON.stringify(before.get(identity)) !== JSON.stringify(after.get(identity)))
    .sort();
}

const whole = render(() => {});

test('removing the one line that makes a service use another changes exactly the objects of that edge', () => {
  const without = render(({ services }) => {
    delete services['graphql-gateway'].uses['media-service'];
    delete services['graphql-gateway'].env.MEDIA_SERVICE_URL;
  });
  expect(difference(whole, without)).toEqual([
    'AuthorizationPolicy media-service',
    'ConfigMap dashboard-service-graphql-gateway',
    'ConfigMap dashboard-service-media-service',
    'NetworkPolicy graphql-gateway',
    'NetworkPolicy media-service',
    'Rollout graphql-gateway',
    'Sidecar graphql-gateway',
    'VirtualService media-service',
  ]);
});

test('an edge that configures nothing changes only policies, routes and the dashboards of both ends', () => {
  const added = render(({ services }) => {
    services['media-service'].uses['query-service'] = {};
  });
  expect(difference(whole, added)).toEqual([
    'AuthorizationPolicy query-service',
    'ConfigMap dashboard-service-media-service',
    'ConfigMap dashboard-service-query-service',
    'NetworkPolicy media-service',
    'NetworkPolicy query-service',
    'Sidecar media-service',
  ]);
});

test('removing the only edge to a host removes the host', () => {
  const without = render(({ services }) => {
    const worker = services['notification-worker'];
    delete worker.uses.mail;
    for (const name of ['MAIL_HOST', 'MAIL_PORT', 'MAIL_PASSWORD_FILE', 'MAIL_USERNAME_FILE'])
      delete worker.env[name];
    delete worker.secretFiles;
  });
  expect(difference(whole, without)).toEqual([
    'ConfigMap dashboard-service-notification-worker',
    'ConfigMap notification-worker',
    'Deployment notification-worker',
    'ExternalSecret notification-worker',
    'NetworkPolicy notification-worker',
    'ServiceEntry mail',
    'Sidecar notification-worker',
  ]);
});
