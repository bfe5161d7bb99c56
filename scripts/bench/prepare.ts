import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { helmSource } from './helm-source.ts';
import { javascriptSource } from './javascript-source.ts';
import { deriveMaterial, type Material } from './material.ts';
import { platformFiles } from './platform.ts';
import { readRendered } from './rendered.ts';

// kosko asks for this package even when no component reads its variables; the objects here need none.
const KOSKO_ENVIRONMENT = 'module.exports = { paths: {}, setReducers() {} };\n';

// A process of its own, so that the one that measures stays small. Prints the number of objects.
const [folder = '', count = '', charthouse = ''] = process.argv.slice(2);
writeFiles(join(folder, 'environments/shop'), platformFiles(Number(count)));
const folders = ['--input', join(folder, 'environments'), '--output', join(folder, 'rendered')];
execFileSync(process.execPath, [charthouse, 'synth', '--only', 'manifests', ...folders], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
const manifests = join(folder, 'rendered/manifests/shop');
const rendered = readRendered(manifests);
writeFiles(folder, inputsOfOthers(deriveMaterial(rendered)));
writeKustomization(join(manifests, 'production'), join(folder, 'kustomize'));
console.log(rendered.length);

/** What kosko, cdk8s, the floor and Helm read. Values are JSON, which Helm takes too. */
function inputsOfOthers({ templates, environments }: Material): ReadonlyMap<string, string> {
  const files = new Map([
    ['objects.cjs', javascriptSource(templates)],
    ['chart/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'],
    ['kosko/kosko.toml', 'components = ["*"]\n'],
    ['kosko/node_modules/@kosko/env/index.js', KOSKO_ENVIRONMENT],
  ]);
  for (const [id, template] of templates) files.set(`chart/templates/${id}.yaml`, helmSource(id, template));
  for (const [name, values] of environments) {
    files.set(`values/${name}.json`, JSON.stringify(values));
    files.set(`kosko/components/${name}.js`, koskoComponent(name));
  }
  return files;
}

function koskoComponent(environment: string): string {
  return `const { objectsOf } = require('../../objects.cjs');
const { environment, services } = require('../../values/${environment}.json');

module.exports = services.flatMap((service) => objectsOf(environment, service));
`;
}

/** One environment as a flat list of files without any patch: the least that kustomize can have to do. */
function writeKustomization(source: string, target: string): void {
  cpSync(source, target, { recursive: true });
  const resources = readdirSync(source).sort();
  writeFileSync(join(target, 'kustomization.yaml'), JSON.stringify({ resources }));
}

function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
