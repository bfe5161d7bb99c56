import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { archiveOf, type Release, systemOf } from './releases.ts';

/**
 * The folder with a release's programs below `cache`, downloaded once. Nothing is kept whose checksum is another than the
 * one that is pinned. Rejects with the reason when it cannot be had.
 */
export async function bring(
  release: Release,
  cache: string,
  download: (url: string) => Promise<Uint8Array> = fromNetwork,
): Promise<string> {
  const system = systemOf(process.platform, process.arch);
  const sum = release.sha256[system];
  if (!sum) throw new Error(`${release.project} ${release.version} is not pinned for ${system}`);
  const { folder, url } = archiveOf(release, system);
  const target = join(cache, folder);
  if (existsSync(target)) return target;
  const archive = await download(url);
  const found = createHash('sha256').update(archive).digest('hex');
  if (found !== sum) throw new Error(`${url} has the checksum ${found}, not ${sum}`);
  unpack(archive, folder, release.programs, target);
  return target;
}

async function fromNetwork(url: string): Promise<Uint8Array> {
  process.stderr.write(`downloading ${url}, once\n`);
  const response = await fetch(url).catch((error: Error) => {
    throw new Error(`it cannot be reached: ${String(error.cause ?? error)}`);
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Put in place whole, so that a second run never starts half a program. */
function unpack(archive: Uint8Array, folder: string, programs: readonly string[], target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const partial = mkdtempSync(`${target}.`);
  try {
    writeFileSync(join(partial, 'archive.tar.gz'), archive);
    const members = programs.map((program) => `${folder}/${program}`);
    execFileSync('tar', ['-xzf', 'archive.tar.gz', ...members], { cwd: partial });
    if (!existsSync(target)) renameSync(join(partial, folder), target);
  } finally {
    rmSync(partial, { recursive: true });
  }
}
