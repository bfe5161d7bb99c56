import { expect, test } from 'vitest';
import { previewOf } from '../src/config/preview/preview-of.ts';
import { firstDifference } from '../src/diff/first-difference.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import type { Previews } from '../src/model/previews.ts';
import { renderManifests } from '../src/outputs/manifests/render.ts';
import { filled } from '../src/outputs/previews/template.ts';
import { previewManifests } from '../src/pipeline/render-environment.ts';
import { synthesize } from '../src/synth/synthesize.ts';
import { objectsIn } from './helm-program.ts';
import { shop } from './shop-input.ts';

const PREVIEWS: Previews = {
  domain: 'previews.shop.example',
  certificateArn: undefined,
  services: ['api', 'orders'],
  pullRequests: undefined,
  instances: [],
  ttlSeconds: 72 * 3600,
  isMigrating: true,
  toolbox: 'docker.io/alpine/k8s:1.33.1',
};

test('a preview with its placeholders filled in is what its own name and tags would have made', () => {
  const api = {
    env: { PUBLIC_URL: 'https://api.shop.example', TEMPLATE: '{{ .name }}' },
    migrate: { command: ['migrate'] },
  };
  const environment = shop({ platform: { services: { api } } });
  const tags = new Map([
    ['api', '0012345'],
    ['orders', '1e10000'],
  ]);
  const files = filled(renderManifests(previewManifests(environment, PREVIEWS)), { preview: 'pr-1', tags });
  const found = [...files].flatMap(([, text]) => objectsIn(text));
  const manifests = synthesize(previewOf(environment, PREVIEWS, { name: 'pr-1', tags }));
  const expected = [...manifests].map(({ object }) => JSON.parse(JSON.stringify(object)) as ManifestObject);
  expect(firstDifference(expected.map(withoutChecksum), found.map(withoutChecksum))).toBeUndefined();
  expect(found.length).toBeGreaterThan(30);
});

/** It is that of the configuration with placeholders: it changes with the configuration, not with the name. */
function withoutChecksum(object: ManifestObject): ManifestObject {
  return JSON.parse(
    JSON.stringify(object).replace(/"checksum\/config":"[0-9a-f]+"/g, '"checksum/config":""'),
  );
}
