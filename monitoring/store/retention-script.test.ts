import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logTemplateText } from '../logs/log-index.ts';
import { FakeStore } from './fake-store.fixture.ts';
import { indexPolicyText } from './index-policy.ts';
import {
  AUTHORIZATION_FILE,
  POLICY_FILE,
  RETENTION_FILES,
  RETENTION_SCRIPT,
  RETENTION_SECRET,
  TEMPLATE_FILE,
} from './retention-script.ts';

const missing = ['curl', 'jq'].filter((program) => spawnSync(program, ['--version']).status !== 0);
if (missing.length > 0) {
  process.stderr.write(
    `not proven: that a store keeps what it should, as PATH has no ${missing.join(', ')}\n`,
  );
}

let folder: string;
let store: FakeStore;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retention-'));
  for (const name of ['files', 'secret', 'tmp']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'secret', AUTHORIZATION_FILE), 'Authorization: Basic dXNlcjpwYXNz');
  store = new FakeStore();
  url = await store.start();
});

afterEach(async () => {
  await store.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the job with folders of the test's own. */
async function run(retentionDays: number, template?: string) {
  const policy = indexPolicyText({ indices: 'shop-logs', retentionDays });
  writeFileSync(join(folder, 'files', POLICY_FILE), policy);
  if (template) writeFileSync(join(folder, 'files', TEMPLATE_FILE), template);
  const script = RETENTION_SCRIPT.replaceAll(RETENTION_FILES, join(folder, 'files'))
    .replaceAll(RETENTION_SECRET, join(folder, 'secret'))
    .replaceAll('/tmp/answer', join(folder, 'tmp', 'answer'));
  const child = spawn('sh', ['-euc', script], {
    env: { PATH: process.env['PATH'], STORE: url, INDICES: 'shop-logs' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, output };
}

const POLICY = '/_plugins/_ism/policies/shop-logs';

describe.skipIf(missing.length > 0)('the retention job', () => {
  test('gives a new store a template and a policy, and puts what is there under it', async () => {
    const { status, output } = await run(15, logTemplateText('shop'));
    expect([status, output]).toEqual([0, '3 indices put under the policy\n']);
    expect(store.asked).toEqual([
      'PUT /_index_template/shop-logs',
      `GET ${POLICY}`,
      `PUT ${POLICY}`,
      'POST /_plugins/_ism/add/shop-logs-*',
    ]);
    expect(store.template).toMatchObject({ index_patterns: ['shop-logs-*'] });
    expect(store.policy?.policy).toMatchObject({
      states: [{ transitions: [{ conditions: { min_index_age: '16d' } }] }, { actions: [{ delete: {} }] }],
    });
    expect([...store.authorizations]).toEqual(['Basic dXNlcjpwYXNz']);
  });

  test('changes nothing the second time', async () => {
    await run(15);
    store.asked.length = 0;
    expect(await run(15)).toMatchObject({ status: 0 });
    expect(store.asked).toEqual([`GET ${POLICY}`, 'POST /_plugins/_ism/add/shop-logs-*']);
  });

  test('another number of days changes the policy, of indices that are there too', async () => {
    await run(15);
    store.asked.length = 0;
    expect(await run(7)).toMatchObject({ status: 0 });
    expect(store.asked).toEqual([
      `GET ${POLICY}`,
      `PUT ${POLICY}?if_seq_no=1&if_primary_term=1`,
      'POST /_plugins/_ism/change_policy/shop-logs-*',
      'POST /_plugins/_ism/add/shop-logs-*',
    ]);
    expect(JSON.stringify(store.policy)).toContain('"min_index_age":"8d"');
  });

  test('is content with a store that has no index yet', async () => {
    store.hasIndices = false;
    expect(await run(15)).toEqual({ status: 0, output: 'no indices yet\n' });
  });

  test('fails, and says why, where the store refuses', async () => {
    store.refuses = true;
    const { status, output } = await run(15);
    expect(status).toBe(1);
    expect(output).toContain('HTTP 403');
    expect(output).toContain('security_exception');
    expect(output).not.toContain('dXNlcjpwYXNz');
  });
});

test('what is in no file of the account is in no argument either', () => {
  expect(RETENTION_SCRIPT).not.toMatch(/--user|password/);
});
