import { expect, test } from 'vitest';
import { measure } from './measure.ts';

const node = (code: string) => ({ file: process.execPath, args: ['-e', code] });

test('time and memory are those of the process', async () => {
  const code = 'const held = Buffer.alloc(100e6, 1); setTimeout(() => held, 200)';
  const { seconds, megabytes, isStopped } = await measure(node(code), {
    limitSeconds: 60,
    isMemoryRead: true,
  });
  expect(isStopped).toBe(false);
  expect(seconds).toBeGreaterThan(0.2);
  if (process.platform === 'linux') expect(megabytes).toBeGreaterThan(95);
});

test('a process that takes too long is stopped', async () => {
  const endless = node('setInterval(() => {}, 1000)');
  expect(await measure(endless, { limitSeconds: 0.3, isMemoryRead: false })).toMatchObject({
    isStopped: true,
  });
});

test('a process that fails is an error with what it said', async () => {
  const failing = node('console.error("no such chart"); process.exit(1)');
  await expect(measure(failing, { limitSeconds: 60, isMemoryRead: false })).rejects.toThrow('no such chart');
});
