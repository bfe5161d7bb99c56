import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerExport } from './register-export.ts';

/** Creates a check to be written, and registers it: `npm run new:check -- NAME`. */
const REGISTRY = 'src/checks/index.ts';
const LONGEST = 50;

const name = process.argv[2] ?? '';
const fault = faultOf(name);
if (fault) {
  console.error(`${fault}\nusage: npm run new:check -- NAME, named for the good state, as image-tag-pinned`);
  process.exitCode = 2;
} else {
  create(name);
}

function faultOf(name: string): string | undefined {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name))
    return `expected words in small letters with - between, found "${name}"`;
  if (name.length > LONGEST) return `expected at most ${LONGEST} letters, found ${name.length}`;
  return existsSync(`src/checks/${name}`) ? `there is src/checks/${name} already` : undefined;
}

function create(name: string): void {
  const folder = `src/checks/${name}`;
  const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  mkdirSync(`${folder}/cases/first-fault`, { recursive: true });
  writeFileSync(`${folder}/check.ts`, checkFile(name, constant));
  for (const state of ['broken', 'mended']) {
    writeFileSync(
      `${folder}/cases/first-fault/${state}.yaml`,
      `# What of src/checks/cases/base is ${state}\n`,
    );
  }
  writeFileSync(REGISTRY, registerExport(readFileSync(REGISTRY, 'utf8'), constant, `./${name}/check.ts`));
  console.log(`${folder}/check.ts: say what it is about, and examine
${folder}/cases/first-fault: rename it for the fault, and write it; add a case for each other fault
${REGISTRY}: registered

npx vitest run src/checks/checks.test.ts -t ${name}
fails until broken.yaml has what the check finds, and mended.yaml has not. Then: npm run schema`);
}

function checkFile(name: string, constant: string): string {
  return `import type { Check } from '../check.ts';

export const ${constant}: Check = {
  name: '${name}',
  topic: 'pods',
  severity: 'warning',
  summary: 'TODO: what holds when it passes.',
  why: 'TODO: what goes wrong at run time otherwise.',
  fix: 'TODO: what to write in the input.',
  sources: [],
  examine: ({ workloads }, tell) => {
    for (const { object, podField, pod } of workloads) {
      if (pod.hostNetwork === undefined) continue;
      tell(object, \`\${podField}.hostNetwork\`, \`expected TODO, found \${pod.hostNetwork}\`);
    }
  },
};
`;
}
