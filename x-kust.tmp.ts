import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { renderKustomize } from './src/outputs/kustomize/render.ts';
import { overlayFigures } from './src/outputs/kustomize/figures.ts';
import { renderManifests } from './src/outputs/manifests/render.ts';
import { firstDifference } from './src/diff/first-difference.ts';
import { parseAllDocuments } from 'yaml';
const byP = new Map<string, Map<string, any>>();
import { readdirSync, readFileSync } from 'node:fs';
for (const p of readdirSync('/tmp/kz/manifests')) { const m = new Map(); byP.set(p, m);
  for (const e of readdirSync('/tmp/kz/manifests/' + p)) m.set(e, readdirSync(`/tmp/kz/manifests/${p}/${e}`).flatMap((f) => parseAllDocuments(readFileSync(`/tmp/kz/manifests/${p}/${e}/${f}`, 'utf8')).map((d: any) => ({ file: f.replace('.yaml', ''), object: d.toJSON() })))); }
for (const [p, envs] of byP) {
  const t = performance.now(); const tree = renderKustomize(envs); console.log(p, performance.now() - t, 'ms');
  const fig = overlayFigures(tree);
  const root = `/tmp/kz/out/${p}`; rmSync(root, { recursive: true, force: true });
  for (const [f, text] of tree) { mkdirSync(dirname(`${root}/${f}`), { recursive: true }); writeFileSync(`${root}/${f}`, text); }
  for (const [env, ms] of envs) {
    let lines = 0; for (const t of renderManifests(ms).values()) lines += t.split('\n').length - 1;
    for (const k of ['/usr/bin/kubectl', 'node_modules/.cache/charthouse/kubectl']) {
      const out = execFileSync(k, ['kustomize', `${root}/overlays/${env}`], { encoding: 'utf8', maxBuffer: 1e9 });
      const found = parseAllDocuments(out, {maxAliasCount: -1} as any).map((d: any) => d.toJSON());
      console.log(p, env, ms.length, 'objects', fig.get(env), 'of', lines, JSON.stringify(firstDifference(ms.map((m: any) => JSON.parse(JSON.stringify(m.object))), found)));
    }
  }
}
