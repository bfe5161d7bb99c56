import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Binaries } from './binaries.ts';
import type { Command } from './measure.ts';
import { ENVIRONMENTS } from './platform.ts';

/** One way to render the platform, as processes to run. */
export interface Contender {
  readonly name: string;
  readonly commands: readonly Command[];
  /** All commands are started together instead of one after another. */
  readonly isParallel: boolean;
  /** The environments it renders; all but kustomize render every one. */
  readonly environments: readonly string[];
}

/** Names that the aims and the tables refer to. */
export const NAMES = {
  charthouse: 'Charthouse',
  floor: 'floor: JSON.stringify',
  kosko: 'kosko generate',
  cdk8s: 'cdk8s App.synth',
  helm: 'helm template',
  helmParallel: 'helm template, all at once',
  kustomize: 'kubectl kustomize, one environment',
} as const;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The bundled command line, as its users run it. */
export const CHARTHOUSE: string = join(ROOT, 'build/charthouse.js');

/** Charthouse on the platforms of a folder. */
export function charthouseOn(input: string, output: string): Contender {
  const args = [CHARTHOUSE, 'synth', '--only', 'manifests', '--input', input, '--output', output];
  const commands = [{ file: process.execPath, args }];
  return { name: NAMES.charthouse, commands, isParallel: false, environments: ENVIRONMENTS };
}

/** Everything that is compared. `folder` is what prepare.ts made, `output` where files go. */
export function contendersIn(folder: string, output: string, binaries: Binaries): readonly Contender[] {
  const all = { isParallel: false, environments: ENVIRONMENTS };
  const node = (...args: string[]): Command => ({ file: process.execPath, args });
  const script = (name: string) =>
    node(join(ROOT, 'scripts/bench/contenders', name), folder, output, ...ENVIRONMENTS);
  const contenders: Contender[] = [
    charthouseOn(join(folder, 'environments'), output),
    { ...all, name: NAMES.floor, commands: [script('floor.mjs')] },
    { ...all, name: NAMES.cdk8s, commands: [script('plain-cdk8s.mjs')] },
  ];
  if ('path' in binaries.kosko) {
    const generate = node(binaries.kosko.path, 'generate', '--cwd', join(folder, 'kosko'));
    const stdout = join(output, 'all.yaml');
    contenders.push({ ...all, name: NAMES.kosko, commands: [{ ...generate, stdout }] });
  }
  if ('path' in binaries.helm) {
    const commands = helmCommands(binaries.helm.path, folder, output);
    contenders.push({ ...all, name: NAMES.helm, commands });
    contenders.push({ ...all, name: NAMES.helmParallel, commands, isParallel: true });
  }
  if ('path' in binaries.kubectl) {
    const stdout = join(output, 'production.yaml');
    const build: Command = {
      file: binaries.kubectl.path,
      args: ['kustomize', join(folder, 'kustomize')],
      stdout,
    };
    contenders.push({ ...all, name: NAMES.kustomize, commands: [build], environments: ['production'] });
  }
  return contenders;
}

function helmCommands(helm: string, folder: string, output: string): readonly Command[] {
  return ENVIRONMENTS.map((name) => ({
    file: helm,
    args: ['template', 'shop', join(folder, 'chart'), '--values', join(folder, `values/${name}.json`)],
    stdout: join(output, `${name}.yaml`),
  }));
}
