import { expect, test } from 'vitest';
import { servedGroups } from '../../outputs/argocd/needed-add-ons.ts';
import { takeInventory } from '../inventory/inventory.ts';
import { sizeWithinLimits } from './check.ts';

const MEBIBYTE = 1024 * 1024;

test.each([
  ['a ConfigMap of one mebibyte', 'ConfigMap', { data: { a: 'x'.repeat(MEBIBYTE) } }, []],
  [
    'a byte more',
    'ConfigMap',
    { data: { a: 'x'.repeat(MEBIBYTE), b: 'x' } },
    ['data: expected at most 1048576 bytes, found 1048577'],
  ],
  [
    'as many letters of two bytes',
    'ConfigMap',
    { data: { a: 'é'.repeat(MEBIBYTE) } },
    ['data: expected at most 1048576 bytes, found 2097152'],
  ],
  ['a Secret of one mebibyte, in base64', 'Secret', { data: { a: btoa('x'.repeat(MEBIBYTE)) } }, []],
  [
    'a Secret that is larger',
    'Secret',
    { data: { a: btoa('x'.repeat(MEBIBYTE + 2)) } },
    ['data: expected at most 1048576 bytes, found 1048578'],
  ],
])('%s', (_, kind, fields, expected) => {
  const object = { apiVersion: 'v1', kind, metadata: { name: 'web' }, ...fields };
  const told: string[] = [];
  const cluster = { kubernetesMinor: 33, configMaps: [], registries: [], servedGroups, today: '2026-11-21' };
  const inventory = takeInventory([{ object, flaws: [], isSound: true }], cluster);
  sizeWithinLimits.examine(inventory, (_object, field, message) => told.push(`${field}: ${message}`));
  expect(told).toEqual(expected);
});
