import { expect, test } from 'vitest';
import { sampleEnvironment } from '../../test/sample.ts';
import { defineOutput, type RenderedEnvironment, type Scope } from '../outputs/output.ts';
import { outputsOf } from './outputs-of.ts';
import { startFolders } from './started-folders.ts';

/** An output that keeps the names of environments, but for those called `none`. */
const names = (scope: Scope) =>
  defineOutput({
    name: `of-${scope}`,
    summary: 'names',
    scope,
    keep: ({ environment: { platform, name } }) => (name === 'none' ? undefined : `${platform}/${name}`),
    render: (kept) => ({ files: new Map([['names', kept.join(' ')]]), objects: kept.length }),
  });

const environment = (platform: string, name: string): RenderedEnvironment => ({
  environment: { ...sampleEnvironment(), platform, name },
  manifests: [],
  preview: () => undefined,
  input: undefined,
});

/** The folders in the order they come, each with what it says. */
function foldersOf(scopes: readonly Scope[], environments: readonly (readonly [string, string])[]) {
  const started = startFolders(scopes.map(names));
  const folders = environments.flatMap(([platform, name], index) => [
    ...(environments[index - 1]?.[0] === platform ? [] : started.endPlatform()),
    ...started.add(environment(platform, name)),
  ]);
  return [...folders, ...started.endPlatform(), ...started.end()].map(({ folder, platform, files }) => {
    return `${folder} (${platform}): ${[...files].map(([, text]) => text).join()}`;
  });
}

const TWO_PLATFORMS = [
  ['blog', 'dev'],
  ['shop', 'dev'],
  ['shop', 'production'],
] as const;

test('a folder comes as soon as the last environment of its scope has come', () => {
  expect(foldersOf(['environment', 'platform', 'all'], TWO_PLATFORMS)).toEqual([
    'of-environment/blog/dev (blog): blog/dev',
    'of-platform/blog (blog): blog/dev',
    'of-environment/shop/dev (shop): shop/dev',
    'of-environment/shop/production (shop): shop/production',
    'of-platform/shop (shop): shop/dev shop/production',
    'of-all (undefined): blog/dev shop/dev shop/production',
  ]);
});

test('an output has no folder for what it keeps nothing of', () => {
  const environments = [
    ['blog', 'none'],
    ['shop', 'none'],
    ['shop', 'dev'],
  ] as const;
  expect(foldersOf(['environment', 'platform'], environments)).toEqual([
    'of-environment/shop/dev (shop): shop/dev',
    'of-platform/shop (shop): shop/dev',
  ]);
});

test('without input there are no folders', () => {
  expect(foldersOf(['environment', 'platform', 'all'], [])).toEqual([]);
});

test.each([
  [{}, ['environment', 'platform', 'all']],
  [{ platform: 'shop' }, ['environment', 'platform']],
  [{ platform: 'shop', environment: 'dev' }, ['environment']],
])('of %j, outputs of these scopes can be made: %j', (selection, scopes) => {
  const made = outputsOf((['environment', 'platform', 'all'] as const).map(names), selection);
  expect(made.map(({ scope }) => scope)).toEqual(scopes);
});
