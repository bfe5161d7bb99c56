import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { renderKustomize } from './src/outputs/kustomize/render.ts';
const envs = new Map<string, any[]>();
for (const e of ['dev', 'staging', 'production']) {
  const one = readdirSync(`/tmp/kz/manifests/mindflow/${e}`).filter(f => !f.startsWith('_')).flatMap((f) => parseAllDocuments(readFileSync(`/tmp/kz/manifests/mindflow/${e}/${f}`, 'utf8')).map((d: any) => ({ file: f.replace('.yaml', ''), object: d.toJSON() })));
  envs.set(e, one);
}
for (const n of [12, 125, 125]) {
  const big = new Map();
  for (const [e, ms] of envs) big.set(e, Array.from({ length: n }, (_, i) => ms.map((m) => { const c = structuredClone(m); c.file += i; c.object.metadata.name += `-${i}`; return c; })).flat());
  const t = performance.now(); const tree = renderKustomize(big); console.log(n * 8, 'services', [...big.values()].reduce((a: number, b: any) => a + b.length, 0), 'objects', tree.size, 'files', [...tree.values()].reduce((a,b)=>a+b.length,0)/1e6, 'MB', performance.now() - t, 'ms');
}
