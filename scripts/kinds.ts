// Writes src/checks/schemas/kinds/ anew from the Go modules in scripts/kinds/sources.ts: npm run kinds
import { writeFileSync } from 'node:fs';
import { customKinds } from './kinds/custom.ts';
import { kindsText } from './kinds/kinds-file.ts';
import { kubernetesKinds } from './kinds/kubernetes.ts';
import { MAKERS } from './kinds/sources.ts';

const FOLDER = 'src/checks/schemas/kinds';
const all = [
  { file: 'kubernetes', make: kubernetesKinds },
  ...MAKERS.map((maker) => ({ file: maker.file, make: () => customKinds(maker) })),
];
const names: Record<string, object> = {};
for (const { file, make } of all) {
  const kinds = make();
  const text = kindsText(kinds);
  names[file] = Object.fromEntries(
    Object.entries(kinds.kinds).map(([key, { definition: _, ...span }]) => [key, span]),
  );
  writeFileSync(`${FOLDER}/${file}.json`, text);
  console.log(`${file}: ${Object.keys(kinds.kinds).length} kinds in ${Math.round(text.length / 1000)} kB`);
}
writeFileSync(`${FOLDER}/names.json`, `${JSON.stringify(names, undefined, 2)}\n`);
