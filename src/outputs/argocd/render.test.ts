import { describe, expect, it, test } from 'vitest';
import { delivered, renamed } from '../../../test/delivered.ts';
import { today } from '../../cli/clock.ts';
import { loadEnvironments } from '../../config/load.ts';
import { foldersIn, readInput } from '../../io/read-input.ts';
import { loadContext } from '../../pipeline/load-context.ts';
import { synthesize } from '../../synth/synthesize.ts';
import { readDocuments } from '../../yaml/read-documents.ts';
import { deliveredEnvironment } from './delivered-environment.ts';
import { startInventory } from './inventory.ts';
import { servedGroups } from './needed-add-ons.ts';
import { renderArgocd } from './render.ts';

test('what is applied by hand and what the root brings lie apart', () => {
  const one = delivered({ addOns: {} });
  const { files, manifests } = renderArgocd('shop', [one, renamed(one, 'staging', 'shop-staging')]);
  expect([...files.keys()]).toEqual([
    'argocd-cm.yaml',
    'argocd-notifications-cm.yaml',
    'bootstrap.yaml',
    'apps/_project.yaml',
    'apps/_add-ons.yaml',
    'apps/production.yaml',
    'apps/staging.yaml',
  ]);
  const written = manifests.map(({ file }) => files.get(`${file}.yaml`));
  expect([...new Set(written)].flatMap((text) => readDocuments(text ?? ''))).toEqual(
    manifests.map(({ object }) => JSON.parse(JSON.stringify(object))),
  );
});

test('the root may bring the kinds in its folder and no other, to the namespace of Argo CD', () => {
  const { files } = renderArgocd('shop', [delivered({ argocd: { namespace: 'delivery' } })]);
  const [project, root] = readDocuments(files.get('bootstrap.yaml') ?? '') as unknown[];
  expect(project).toMatchObject({
    spec: {
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
      ],
      destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'delivery' }],
    },
  });
  expect(root).toMatchObject({ spec: { project: 'shop-root', source: { path: 'dist/argocd/shop/apps' } } });
});

test('settings of Argo CD are single keys that no other platform and no catalog writes otherwise', () => {
  const { files } = renderArgocd('shop', [delivered()]);
  const keysOf = (file: string) => {
    const [map] = readDocuments(files.get(file) ?? '') as { readonly data: object }[];
    return Object.keys(map?.data ?? {});
  };
  expect(keysOf('argocd-cm.yaml')).toEqual([
    'resource.customizations.health.argoproj.io_Application',
    'resource.customizations.health.argoproj.io_Rollout',
  ]);
  const keys = keysOf('argocd-notifications-cm.yaml');
  expect(keys.every((key) => /^(template|trigger)\.charthouse-/.test(key))).toBe(true);
  expect(keys).toHaveLength(6);
});

describe.each(foldersIn('environments'))('environments/%s', (platform) => {
  const environments = loadEnvironments(readInput('environments', platform), loadContext(today())).map(
    (environment) => {
      const manifests = [...synthesize(environment)];
      const { inventory, see } = startInventory();
      for (const manifest of manifests) see(manifest);
      return { environment, manifests, inventory };
    },
  );

  it('renders no kind that neither Kubernetes nor an add-on brings', () => {
    const groups = environments.flatMap(({ manifests }) =>
      manifests.map(({ object }) => /^(?:(.+)\/)?/.exec(object.apiVersion)?.[1] ?? ''),
    );
    expect([...new Set(groups)].filter((group) => !servedGroups.has(group))).toEqual([]);
    expect(environments.length).toBeGreaterThan(1);
  });

  it('ignores differences only in objects that it renders', () => {
    const known = environments.flatMap(({ environment, inventory }) => {
      return deliveredEnvironment(environment, inventory) ?? [];
    });
    const rendered = new Set(
      environments.flatMap(({ manifests }) =>
        manifests.map(({ object: { kind, metadata } }) => `${kind} ${metadata.namespace}/${metadata.name}`),
      ),
    );
    const { files } = renderArgocd(platform, known);
    const ignored = known.flatMap(({ outline }) => {
      const applications = readDocuments(files.get(`apps/${outline.name}.yaml`) ?? '') as Ignoring[];
      return applications.flatMap(({ spec }) => spec.ignoreDifferences ?? []);
    });
    const names = ignored.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
    expect(names.filter((name) => !rendered.has(name))).toEqual([]);
  });
});

interface Ignoring {
  readonly spec: {
    readonly ignoreDifferences?: readonly {
      readonly kind: string;
      readonly namespace: string;
      readonly name: string;
    }[];
  };
}
