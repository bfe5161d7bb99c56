import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notExported, RUN } from './exported.ts';

const FOLDER = join(import.meta.dirname, 'exported');

describe('what rules and dashboards ask for is what the programs really exported', () => {
  test.each(Object.entries(RUN))('%s', (file, exporter) => {
    const [, ...lines] = readFileSync(join(FOLDER, `${file}.txt`), 'utf8')
      .trim()
      .split('\n');
    const found = new Map(lines.map((line) => line.split(' ') as [string, string]));
    expect(found.size).toBeGreaterThan(5);
    expect(notExported(exporter, found)).toEqual([]);
  });

  test('every kept file is of an exporter', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(RUN).map((file) => `${file}.txt`));
  });
});
