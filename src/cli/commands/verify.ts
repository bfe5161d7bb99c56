import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { foldersBelow } from '../../io/folders.ts';
import { findProgram } from '../../io/programs.ts';
import { inParallel } from '../../io/run-program.ts';
import type { Selection } from '../../io/select-input.ts';
import { UsageError } from '../../io/usage-error.ts';
import {
  type Fault,
  type Programs,
  type Proof,
  type ProvenEnvironment,
  verifyEnvironment,
} from '../verify-environment.ts';

/** Adds `charthouse verify [platform] [environment]`. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('prove with the real kubectl and helm that all formats in dist/ hold the same objects')
    .argument('[platform]', 'name of a platform')
    .argument('[environment]', 'name of one of its environments')
    .option('--output <folder>', 'folder that was rendered into', 'dist')
    .action(
      async (platform: string | undefined, environment: string | undefined, options: { output: string }) => {
        await verify(options.output, { platform, environment });
      },
    );
}

async function verify(root: string, selection: Selection): Promise<void> {
  const started = performance.now();
  const programs = findPrograms();
  const proofs = await inParallel(environmentsIn(root, selection), (environment) =>
    verifyEnvironment(root, environment, programs),
  );
  for (const proof of proofs) console.log(describeProof(proof));
  const total = proofs.reduce((sum, { objects }) => sum + objects, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.error(`${total} objects of ${proofs.length} environments, each in three formats, in ${seconds} s`);
  if (proofs.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

function findPrograms(): Programs {
  const find = (name: 'helm' | 'kubectl') => {
    const found = findProgram(name, process.env['PATH'] ?? '');
    if ('missing' in found) throw new UsageError(`cannot verify: ${found.missing}`);
    return found.path;
  };
  return { kubectl: find('kubectl'), helm: find('helm') };
}

function environmentsIn(root: string, { platform, environment }: Selection): readonly ProvenEnvironment[] {
  const found = foldersBelow(`${root}/manifests`).flatMap((folder) =>
    foldersBelow(folder).map((path) => ({ platform: basename(folder), environment: basename(path) })),
  );
  const selected = found.filter(
    (item) =>
      (platform === undefined || item.platform === platform) &&
      (environment === undefined || item.environment === environment),
  );
  if (selected.length === 0) {
    const what = [platform, environment].filter((part) => part !== undefined).join('/');
    throw new UsageError(
      `${root}/manifests holds nothing${what && ` of ${what}`}; run charthouse synth first`,
    );
  }
  for (const name of new Set(selected.map((item) => item.platform))) {
    for (const format of ['kustomize', 'helm']) {
      if (existsSync(`${root}/${format}/${name}`)) continue;
      throw new UsageError(`${root}/${format}/${name} is not there; run charthouse synth first`);
    }
  }
  return selected;
}

function describeProof({ platform, environment, objects, faults }: Proof): string {
  const name = `${platform}/${environment}`;
  if (faults.length === 0) return `${name}: ${objects} objects, the same in manifests, kustomize and helm`;
  return faults.map((fault) => `${name}: ${describeFault(fault)}`).join('\n');
}

function describeFault({ format, reason }: Fault): string {
  if ('failure' in reason) return `${format} failed: ${reason.failure}`;
  const { object, path, expected, found } = reason.difference;
  const place = path === '' ? object : `${object} ${path}`;
  return `${format} differs at ${place}: expected ${shown(expected)}, found ${shown(found)}`;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
