import type { FileTree } from '../../model/manifest.ts';
import { alignObjects } from './align-objects.ts';
import { blameOf } from './blame.ts';
import { chartFile, notesFile, readmeFile } from './chart-files.ts';
import { claimsOn } from './claim-values.ts';
import { type ChartEnvironment, columnsOf } from './columns.ts';
import { changeable, DECIDED_FILE, decidedFile, decidedIn, decidedTemplate, rulesOf } from './decided.ts';
import { factTable } from './fact-table.ts';
import { derivedFile } from './go-template.ts';
import { longTexts } from './long-texts.ts';
import { QUANTITIES } from './quantities.ts';
import { quotaTemplate, quotaTemplateName } from './quota.ts';
import type { Unmoved } from './simplify.ts';
import { templatesOf } from './templates-of.ts';
import { valueStore } from './value-store.ts';
import { defaultsFile, derivedText, environmentFile } from './values-files.ts';
import { valuesSchema } from './values-schema.ts';
import { writeFile } from './write-file.ts';

/**
 * A Helm chart of a platform: with `values-<environment>.yaml` it renders exactly the environment's manifests. Values are
 * what the input decides, under its names; what follows from that is in files of the chart, one per environment. A value
 * moves all that the input moves, or it is refused.
 */
export function renderHelm(platform: string, environments: ReadonlyMap<string, ChartEnvironment>): FileTree {
  const names = [...environments.keys()];
  const all = [...environments.values()];
  const columns = columnsOf(all);
  const table = factTable(columns);
  const files = alignObjects(columns.renderings.map(({ manifests }) => manifests));
  const stores = { values: valueStore(), derived: valueStore() };
  stores.values.claim({ path: ['environment'], vector: names, isOptional: false });
  const texts = longTexts(names);
  const claims = claimsOn(stores, table, texts, quotaTemplateName(platform));
  const unmoved: Unmoved[] = [];
  const note = (one: Unmoved) => unmoved.push(one);
  const tree = new Map<string, string>();
  tree.set('Chart.yaml', chartFile(platform));
  tree.set('templates/NOTES.txt', notesFile(platform));
  tree.set('templates/decided.yaml', decidedTemplate(platform));
  for (const [file, templates] of templatesOf(platform, files, table, note)) {
    const service = file.startsWith('_') ? undefined : file;
    if (templates.length > 0) tree.set(templatePath(file), writeFile(templates, service, claims));
  }
  tree.set('templates/_quantities.tpl', QUANTITIES);
  if (table.quotaNamespace !== undefined)
    tree.set('templates/_quota.tpl', quotaTemplate({ platform, table, claims, note }));
  for (const [path, text] of texts.files) tree.set(path, text);
  const values = stores.values.all();
  const decided = decidedIn(values, blameOf(unmoved, table), table);
  const defaults = smallest(all);
  const isOpen = values.map((value) => changeable(value, names, decided));
  tree.set('README.md', readmeFile(platform, names, values, { defaults, isOpen }));
  tree.set(DECIDED_FILE, decidedFile(names, decided, rulesOf(values)));
  tree.set('values.yaml', defaultsFile(values, defaults, names[defaults] ?? ''));
  tree.set('values.schema.json', valuesSchema(values));
  names.forEach((name, index) => {
    tree.set(`values-${name}.yaml`, environmentFile(values, index, defaults));
    tree.set(derivedFile(name), derivedText(stores.derived.all(), index));
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
