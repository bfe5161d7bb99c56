import type { Json } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import { isSame } from './value-path.ts';
import type { Value } from './value-store.ts';
import { plainTree, treeOf } from './values-tree.ts';

/**
 * `values.yaml`: every value as the environment `index` has it, and where that has none, as the first that does.
 * Values that may be left out are left out here: Helm could take a default away only by `null`.
 */
export function defaultsFile(values: readonly Value[], index: number, environment: string): string {
  const tree = plainTree(
    treeOf(values.map((value) => ({ path: value.path, leaf: defaultOf(value, index) }))),
  );
  const sections = Object.keys(tree).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const header = `# Rendered by charthouse synth from environments/. Do not edit.
# Names and values are those of the input. The defaults are those of ${environment}; values-<environment>.yaml has what differs
# elsewhere. README.md lists them all, and says which may be changed here: the others are refused, with the reason.
`;
  const texts = sections.map((key) => {
    const about = Object.hasOwn(ABOUT, key) ? `# ${ABOUT[key]}\n` : '';
    return `\n${about}${writeYaml({ [key]: tree[key] })}`;
  });
  return texts.length === 0 ? `${header}{}\n` : header + texts.join('');
}

/** `values-<environment>.yaml`: what differs from the defaults. */
export function environmentFile(values: readonly Value[], index: number, defaults: number): string {
  const differing = values.filter((value) => {
    const own = value.vector[index];
    return own !== undefined && (value.isOptional || !isSame(own, defaultOf(value, defaults)));
  });
  const tree = plainTree(treeOf(differing.map(({ path, vector }) => ({ path, leaf: vector[index] }))));
  return `# Rendered by charthouse synth from environments/. Do not edit.\n${writeYaml(tree)}`;
}

/** `derived/<environment>.yaml`: what follows from an environment's decisions and no value says, by object and field. */
export function derivedText(derived: readonly Value[], index: number): string {
  const tree = plainTree(treeOf(derived.map(({ path, vector }) => ({ path, leaf: vector[index] }))));
  return `# Rendered by charthouse synth from environments/. Do not edit.
# What follows in this environment from what the input decides, by kind, object and field.
${writeYaml(tree['objects'] ?? {})}`;
}

/** What a value is where nothing is said; undefined for one that may be left out. */
export function defaultOf({ vector, isOptional }: Value, index: number): Json | undefined {
  if (isOptional) return undefined;
  return vector[index] ?? vector.find((value) => value !== undefined);
}

const ABOUT: Readonly<Record<string, string>> = {
  environment: 'Name of the environment, one of those of the input',
  domain: 'Public hosts are below it',
  registry: 'Where the images of the services come from',
  images: 'Versions of the services',
  cluster: 'The cluster and the account it is in',
  network: 'Address ranges outside the cluster that services may reach',
  namespaces: 'Namespaces that only some environments have',
  ingress: 'The load balancer',
  mesh: 'The mesh and its sidecars',
  jwt: 'Issuer of the tokens that services accept',
  secrets: 'Where secrets come from',
  tags: 'Labels of every object',
  observability: 'What watches the platform',
  backups: 'Backups of what runs',
  resources: 'What services depend on and is run elsewhere',
  externals: 'Hosts outside the platform that services call',
  services: 'The services',
};

const ORDER = Object.keys(ABOUT);

function rank(key: string): number {
  const place = ORDER.indexOf(key);
  return place < 0 ? ORDER.length : place;
}
