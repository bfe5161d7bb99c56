import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROGRAM_IMAGES } from '../../src/config/programs.ts';
import { bring } from './bring.ts';
import { archiveOf, type Release, releases, systemOf } from './releases.ts';

const system = systemOf(process.platform, process.arch);
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'charthouse-bring-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

/** An archive as releases are, and the release that pins it. */
function published() {
  const release = { ...(releases[0] as Release), version: '0.0.1' };
  const { folder } = archiveOf(release, system);
  const made = join(cache, 'made');
  mkdirSync(join(made, folder), { recursive: true });
  for (const name of ['promtool', 'prometheus', 'LICENSE']) writeFileSync(join(made, folder, name), name);
  execFileSync('tar', ['-czf', 'archive.tar.gz', folder], { cwd: made });
  const archive = readFileSync(join(made, 'archive.tar.gz'));
  rmSync(made, { recursive: true });
  const sum = createHash('sha256').update(archive).digest('hex');
  return { archive, release: { ...release, sha256: { [system]: sum } } };
}

test('a release is downloaded once, and only its programs are kept', async () => {
  const { archive, release } = published();
  const asked: string[] = [];
  const download = async (url: string) => {
    asked.push(url);
    return archive;
  };
  const folder = await bring(release, cache, download);
  expect(readdirSync(folder).sort()).toEqual(['prometheus', 'promtool']);
  expect(await bring(release, cache, download)).toBe(folder);
  expect(asked).toEqual([archiveOf(release, system).url]);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('another checksum keeps nothing', async () => {
  const { archive, release } = published();
  const wrong = { ...release, sha256: { [system]: '0'.repeat(64) } };
  await expect(bring(wrong, cache, async () => archive)).rejects.toThrow('has the checksum');
  expect(readdirSync(cache)).toEqual([]);
});

test('a machine that nothing is published for says so', async () => {
  const { release } = published();
  await expect(bring({ ...release, sha256: {} }, cache)).rejects.toThrow(`is not pinned for ${system}`);
});

test.each(releases)('$project $version is what platforms run', ({ project, version }) => {
  expect(PROGRAM_IMAGES.get(project)?.tag).toBe(`v${version}`);
});
