import { expect, test } from 'vitest';
import { type Part, problemsOf } from '../../../test/shop-input.ts';
import { readYaml } from '../../yaml/read.ts';
import { OF_SECTIONS, OF_SERVICES } from './known-elsewhere.ts';

/** What a fix says to write: the first text in backticks that is a map. */
function toWrite(fix: string): Part | undefined {
  const texts = [...fix.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll('...', 'x'));
  const maps = texts.filter((text) => /^\w+: /.test(text));
  return maps[0] === undefined ? undefined : (readYaml(maps[0]) as Part);
}

/** What is wrong with the keys of a service, or a section, that has some more. */
function unknownKeys(part: Part): readonly string[] {
  const problems = problemsOf({ ...part, owner: 'the-known-fault: ${' });
  return problems.filter(({ message }) => message.startsWith('unknown')).map(({ path }) => path);
}

test.each(Object.keys(OF_SERVICES))('`%s` of a service is answered with what can be written', (word) => {
  const [problem, ...others] = problemsOf({ services: { api: { [word]: 'x' } } });
  expect([problem?.path, others]).toEqual([`services.api.${word}`, []]);
  const fix = problem?.fix ?? '';
  expect(fix).toMatch(/^write /);
  const part = toWrite(fix);
  const isOfService = part !== undefined && !Object.hasOwn(part, 'images');
  if (isOfService) expect(unknownKeys({ services: { api: part } })).toEqual([]);
});

test.each(Object.keys(OF_SECTIONS))('the section `%s` is answered with what can be written', (word) => {
  const problem = problemsOf({ [word]: 'x' }).find(({ path }) => path === word);
  const fix = problem?.fix ?? '';
  expect(fix).toMatch(/^write /);
  expect(unknownKeys(toWrite(fix) ?? {})).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['replicas', 4, '`scaling: {min: 4, max: 4}`'],
  ['replicaCount', 3, '`scaling: {min: 3, max: 3}`'],
  ['minReplicas', 5, '`scaling: {min: 5, max: 6, cpu: 70}`'],
  ['maxReplicas', 12, '`scaling: {min: 2, max: 12, cpu: 70}`'],
  ['replicas', 'four', '`scaling: {min: 2, max: 2}`'],
  ['port', 3000, '`ports: {http: 3000}`'],
  ['cron', '*/5 * * * *', '`schedule: {cron: "*/5 * * * *"}`'],
  ['terminationGracePeriodSeconds', 90, '`stop: {grace: 90s}`'],
  [
    'image',
    'registry.example/shop/api:1.20',
    '`repository: registry.example/shop/api` here, and the version in `images: {api: {tag: "1.20"}}` of the environment',
  ],
  [
    'image',
    'api',
    '`repository: api` here, and the version in `images: {api: {tag: ...}}` of the environment',
  ],
  [
    'image',
    { tag: 'x' },
    '`repository: ...` here, and the version in `images: {api: {tag: ...}}` of the environment',
  ],
])('`%s: %o` is answered with what was written', (key, value, fix) => {
  const [problem] = problemsOf({ services: { api: { [key]: value } } });
  expect(problem?.fix).toBe(`write ${fix}`);
});

test('what looks like a secret is not repeated in a fix', () => {
  const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
  const [problem] = problemsOf({ services: { api: { tag: token } } });
  expect(JSON.stringify(problem)).not.toContain(token);
});
