import type { FileTree, Manifest } from '../../model/manifest.ts';
import { alignObjects } from './align-objects.ts';
import { chartFile, notesFile, readmeFile } from './chart-files.ts';
import { claimsOn } from './claim-values.ts';
import { factTable } from './fact-table.ts';
import type { Facts } from './facts.ts';
import { longTexts } from './long-texts.ts';
import { templatesOf } from './templates-of.ts';
import { valueStore } from './value-store.ts';
import { defaultsFile, environmentFile } from './values-files.ts';
import { valuesSchema } from './values-schema.ts';
import { writeFile } from './write-file.ts';

/** An environment as a chart needs it. */
export interface ChartEnvironment {
  readonly manifests: readonly Manifest[];
  readonly facts: Facts;
}

/**
 * A Helm chart of a platform: with `values-<environment>.yaml` it renders exactly the environment's manifests.
 * What differs between environments is a value; what only some have stands behind a condition.
 */
export function renderHelm(platform: string, environments: ReadonlyMap<string, ChartEnvironment>): FileTree {
  const names = [...environments.keys()];
  const all = [...environments.values()];
  const table = factTable(all.map(({ facts }) => facts));
  const files = alignObjects(all.map(({ manifests }) => manifests));
  const store = valueStore();
  const texts = longTexts(names);
  const claims = claimsOn(store, table, texts);
  const tree = new Map<string, string>();
  tree.set('Chart.yaml', chartFile(platform));
  tree.set('templates/NOTES.txt', notesFile(platform));
  for (const [file, templates] of templatesOf(platform, files, table)) {
    const service = file.startsWith('_') ? undefined : file;
    tree.set(templatePath(file), writeFile(templates, service, claims));
  }
  for (const [path, text] of texts.files) tree.set(path, text);
  const values = store.all();
  const defaults = smallest(all);
  tree.set('README.md', readmeFile(platform, names, values, defaults));
  tree.set('values.yaml', defaultsFile(values, defaults, names[defaults] ?? ''));
  tree.set('values.schema.json', valuesSchema(values));
  names.forEach((name, index) => {
    tree.set(`values-${name}.yaml`, environmentFile(values, index, defaults));
  });
  return tree;
}

/** Helm takes a template whose name starts with `_` for one that makes no objects. */
function templatePath(file: string): string {
  return file.startsWith('_')
    ? `templates/environment/${file.slice(1)}.yaml`
    : `templates/services/${file}.yaml`;
}

/** Who installs without a values file gets the environment with the fewest objects: it costs least. */
function smallest(environments: readonly ChartEnvironment[]): number {
  const sizes = environments.map(({ manifests }) => manifests.length);
  return sizes.indexOf(Math.min(...sizes));
}
