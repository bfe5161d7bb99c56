import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { providers } from '../providers/index.ts';
import { resourceTypes } from './index.ts';
import type { OutputType } from './resource-type.ts';

const TYPES = Object.entries(resourceTypes);

test('every folder is registered by its name, and nothing else is', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(TYPES.map(([name]) => name).sort());
});

test('nothing is left to do', () => {
  const said = JSON.stringify([resourceTypes, providers]);
  expect(said).not.toContain('TODO');
  expect(said).not.toContain('"port":0');
});

describe.each(TYPES)('%s', (_, type) => {
  test('outputs are made of what a provider fills in', () => {
    const texts = Object.values(type.outputs).flatMap((output: OutputType) =>
      output.kind === 'property' ? [] : [output.text],
    );
    const filledIn = new Set(
      texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
    );
    const known = [
      'host',
      'port',
      'database',
      'region',
      'name',
      'url',
      'arn',
      'verify',
      'username',
      'password',
    ];
    expect([...filledIn].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    if (filledIn.has('verify')) expect(type.verify).toBeDefined();
    if (filledIn.has('username') || filledIn.has('password')) expect(type.optional).toContain('secret');
  });

  test('has one main endpoint, or a writer first', () => {
    expect([['main'], ['writer', 'reader']]).toContainEqual(type.endpoints.map(({ name }) => name));
  });
});

const WATCHED = TYPES.flatMap(([name, { watching }]) => (watching ? [[name, watching] as const] : []));

describe.each(WATCHED)('%s, which is watched,', (_, watching) => {
  test('has alerts that say what to do, and are tested both ways', () => {
    const alerts = watching.alerts();
    expect(alerts.length).toBeGreaterThan(0);
    for (const { runbook, test: proof } of alerts) {
      expect(runbook.diagnosis.length * runbook.mitigation.length).toBeGreaterThan(0);
      expect(proof.quiet.length).toBeGreaterThan(0);
    }
  });

  test('has a dashboard that lists what it exports', () => {
    expect(Object.keys(watching.metrics.metrics)).toContain(watching.listedBy);
  });
});
