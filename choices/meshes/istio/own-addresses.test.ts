import { expect, test } from 'vitest';
import type { OutsideHost } from '../../../src/model/dependency.ts';
import { ownAddresses } from './own-addresses.ts';

function tcp(name: string, fields: Partial<OutsideHost> = {}): OutsideHost {
  return { name, host: `${name}.example`, ports: [{ number: 5432, protocol: 'TCP' }], ...fields };
}

test('no two hosts have one address, and none has the first or last of 256', () => {
  const many = Array.from({ length: 5000 }, (_, index) => tcp(`database-${index}`));
  const addresses = [...ownAddresses(many).values()];
  expect(new Set(addresses).size).toBe(5000);
  for (const address of addresses) {
    const [a, b, c, d] = address.split('.').map(Number);
    expect([a, b, Number(c) < 256, d !== 0 && d !== 255]).toEqual([240, 241, true, true]);
  }
});

test('an address stays when others come, or the host is called otherwise', () => {
  const alone = ownAddresses([tcp('postgres-writer')]).get('postgres-writer');
  const among = [tcp('audit'), tcp('mail'), tcp('postgres-writer', { host: 'db.staging.example' })];
  expect(ownAddresses(among).get('postgres-writer')).toBe(alone);
});

test.each<[string, OutsideHost]>([
  ['that sidecars know by its server name', tcp('api', { ports: [{ number: 443, protocol: 'TLS' }] })],
  ['with nodes that clients find', tcp('cache', { nodeRanges: ['10.0.16.0/20'] })],
  ['that is many', tcp('files', { host: '*.files.example' })],
])('a host %s has none', (_, host) => {
  expect([...ownAddresses([host])]).toEqual([]);
});
