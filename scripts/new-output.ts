import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { outputFiles } from './output-files.ts';
import { registerExport } from './register-export.ts';

/** Creates an output to be written, and registers it: `npm run new:output -- NAME`. */
const REGISTRY = 'src/outputs/index.ts';

const name = process.argv[2] ?? '';
const fault = faultOf(name);
if (fault) {
  console.error(`${fault}\nusage: npm run new:output -- NAME, the name of its folder in dist/, as kustomize`);
  process.exitCode = 2;
} else {
  create(name);
}

function faultOf(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `expected words in small letters with - between, found "${name}"`;
  return existsSync(`src/outputs/${name}`) ? `there is src/outputs/${name} already` : undefined;
}

function create(name: string): void {
  const folder = `src/outputs/${name}`;
  const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  mkdirSync(folder);
  for (const [file, text] of outputFiles(name, constant)) writeFileSync(`${folder}/${file}`, text);
  writeFileSync(REGISTRY, registerExport(readFileSync(REGISTRY, 'utf8'), constant, `./${name}/output.ts`));
  console.log(`${folder}/output.ts: say what it is, what its folders are about, and what it keeps of an environment
${folder}/render.ts: write its files, and test them in render.test.ts
${REGISTRY}: registered

npm run synth -- --only ${name}
renders it. Then: say in docs/output.md whom it is for`);
}
