import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** A program that Go builds: a package of the module in `proofs/<module>`, which pins every version with its checksum. */
export interface GoProgram {
  readonly name: string;
  readonly module: string;
  readonly package: string;
  /** Values of variables that a release sets when it is linked, such as its version. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Where what is built is kept between runs: beside the releases that are brought. */
const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'charthouse', 'proofs');

/** Path of the program, which is built when it is not there; the first time that takes minutes. */
export async function built(program: GoProgram): Promise<string> {
  const path = join(CACHE, `${program.name}-${fingerprint(program)}`);
  if (existsSync(path)) return path;
  console.error(`building ${program.name}`);
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  await go(program, partial);
  renameSync(partial, path);
  return path;
}

/** Version of a Go module that the module of a proof asks for: `v1.9.1`. */
export function pinnedVersion(module: string, dependency: string): string {
  const lines = readFileSync(join('proofs', module, 'go.mod'), 'utf8').split('\n');
  const words = lines.map((line) => line.replace('require ', '').trim().split(' '));
  const version = words.find(([name, second]) => name === dependency && second?.startsWith('v'))?.[1];
  if (version === undefined) throw new Error(`proofs/${module}/go.mod does not require ${dependency}`);
  return version;
}

function fingerprint({ module, ...rest }: GoProgram): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join('proofs', module, file)));
  return hash.digest('hex').slice(0, 12);
}

function go({ module, package: name, variables = {} }: GoProgram, target: string): Promise<void> {
  const set = Object.entries(variables).map(([key, value]) => `-X ${key}=${value}`);
  const args = ['build', '-ldflags', ['-s', '-w', ...set].join(' '), '-o', target, name];
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
  const run = spawn('go', args, { cwd: join('proofs', module), env, stdio: ['ignore', 2, 2] });
  return new Promise((done, reject) => {
    run.once('error', reject);
    run.once('exit', (code) => (code === 0 ? done() : reject(new Error(`go could not build ${name}`))));
  });
}
