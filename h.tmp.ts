import { readInput } from './src/io/read-input.ts';
import { loadEnvironments } from './src/config/load.ts';
import { synthesize } from './src/synth/synthesize.ts';
import { renderHelm } from './src/outputs/helm/render.ts';
import { factsOf } from './src/outputs/helm/facts.ts';
import { writeYaml } from './src/yaml/write.ts';
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
const envs = loadEnvironments(readInput('environments', 'mindflow'));
const map = new Map(envs.map(e => [e.name, { manifests: [...synthesize(e)], facts: factsOf(e) }]));
const t = performance.now();
const tree = renderHelm('mindflow', map);
console.log('ms', performance.now() - t);
rmSync('/tmp/helmout', { recursive: true, force: true });
for (const [p, s] of tree) { mkdirSync(dirname('/tmp/helmout/mindflow/' + p), { recursive: true }); writeFileSync('/tmp/helmout/mindflow/' + p, s); }
for (const [n, e] of map) writeFileSync(`/tmp/helmout/${n}.json`, JSON.stringify(e.manifests.map(m => m.object)));
