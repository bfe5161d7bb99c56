import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { container, variables } from '../../test/backed-up-shop.ts';

/** Answers as a cluster would: one variable for each question. */
const KUBECTL = `#!/bin/sh
case "$*" in
  *"get backups"*) echo "$BACKUPS" ;;
  *"get restores"*) printf %s "$PHASE" ;;
  "get "*) sed "s/RESTORE/$(jq -r .metadata.name "$HOME/restore")/g" "$HOME/cluster" ;;
  "delete "*|*" delete "*) echo "$*" >> "$HOME/deleted"; exit "\${DELETE:-0}" ;;
  "patch "*) echo "patched $7" ;;
  *) echo "$*" ;;
esac
`;

const hasJq = spawnSync('jq', ['--version']).status === 0;
if (!hasJq) process.stderr.write('drills are not proven: jq is not on PATH\n');

describe.runIf(hasJq)('a drill', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'charthouse-drill-'));
    writeFileSync(join(folder, 'kubectl'), KUBECTL);
    chmodSync(join(folder, 'kubectl'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  interface Cluster {
    readonly age?: number;
    readonly backup?: string;
    readonly phase?: string;
    readonly items?: readonly object[];
    readonly canDelete?: boolean;
  }

  /** What a drill says of a cluster with that newest backup, and what of it comes back. */
  function drill({
    age = 3600,
    backup = 'Completed',
    phase = 'Completed',
    items = ALL,
    canDelete = true,
  }: Cluster) {
    writeFileSync(join(folder, 'cluster'), JSON.stringify({ items }));
    const startTimestamp = new Date(Date.now() - age * 1000).toISOString().replace(/\.\d+Z/, 'Z');
    const old = {
      metadata: { name: 'shop-1' },
      status: { phase: 'Completed', startTimestamp: '2020-01-01T00:00:00Z' },
    };
    const newest = { metadata: { name: 'shop-2' }, status: { phase: backup, startTimestamp } };
    const env = {
      ...variables(),
      PATH: `${folder}:${process.env['PATH']}`,
      HOME: folder,
      POLL_SECONDS: '0.1',
      WAIT_SECONDS: '1',
      BACKUPS: JSON.stringify({ items: [newest, old] }),
      PHASE: phase,
      DELETE: canDelete ? '0' : '1',
    };
    const [shell = '', ...args] = container()?.command ?? [];
    const { stdout, stderr, status } = spawnSync(shell, args, { env, encoding: 'utf8' });
    const line = stdout.split('\n').find((text) => /^(passed|failed)/.test(text)) ?? stderr;
    return {
      line: line.replace(/after \d+ s/, 'after N s'),
      status,
      isReported: stdout.includes('patched {"data":'),
    };
  }

  const labels = { 'velero.io/restore-name': 'RESTORE' };
  const web = { kind: 'Deployment', metadata: { name: 'web', labels }, spec: { replicas: 0 } };
  const set = (readyReplicas: number) => ({
    kind: 'StatefulSet',
    metadata: { name: 'ledger', labels },
    spec: { replicas: 1 },
    status: { readyReplicas },
  });
  const claim = (phase: string, own: object = labels) => ({
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-ledger-0', labels: own },
    status: { phase },
  });
  const ALL = [web, set(1), claim('Bound')];

  test('that finds everything passes, and says so', () => {
    expect(drill({})).toEqual({
      line: 'passed after N s: shop-2, 1 hours old, was restored with all that is expected',
      status: 0,
      isReported: true,
    });
  });

  test.each<[string, Cluster, string]>([
    ['no backup is young enough', { age: 50 * 3600 }, 'the newest backup, shop-2, is 50 hours old'],
    ['the last backup failed', { backup: 'Failed' }, 'the newest backup, shop-1, is'],
    ['the restore fails', { phase: 'PartiallyFailed' }, 'the restore of shop-2 ended as PartiallyFailed'],
    ['the restore never ends', { phase: 'InProgress' }, 'the restore of shop-2 took too long'],
    ['a workload is missing', { items: [set(1), claim('Bound')] }, 'but for: there Deployment/web'],
    ['a claim is not bound', { items: [web, set(1), claim('Pending')] }, 'but for: bound data-ledger-0'],
    [
      'a claim is new and empty',
      { items: [web, set(1), claim('Bound', {})] },
      'but for: bound data-ledger-0',
    ],
    ['pods are not ready', { items: [web, set(0), claim('Bound')] }, 'but for: ready StatefulSet/ledger'],
    ['it cannot clean up', { canDelete: false }, 'not everything it restored could be removed'],
  ])('fails and says why when %s', (_, cluster, why) => {
    const { line, status, isReported } = drill(cluster);
    expect(line).toContain(why);
    expect(line).toMatch(/^failed/);
    expect([status, isReported]).toEqual([1, true]);
  });
});
