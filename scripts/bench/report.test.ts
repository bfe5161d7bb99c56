import { expect, test } from 'vitest';
import { judge } from './aims.ts';
import { NAMES } from './contenders.ts';
import { renderReport, type SizeResult } from './report.ts';

const other = { isStopped: false, megabytes: 180, megabytesWritten: 35 };

/** Twice the size takes twice the time. */
function size(services: number): SizeResult {
  return {
    services,
    objects: services * 36,
    rounds: 5,
    results: [
      { ...other, name: NAMES.charthouse, seconds: services / 1000 },
      { ...other, name: NAMES.helm, seconds: services / 250 },
      { ...other, name: NAMES.kosko, seconds: services / 900 },
      { ...other, name: NAMES.kustomize, seconds: 120, isStopped: true },
    ],
  };
}

const sizes = [size(100), size(1000)];

test('aims are judged by the size they are about, those about tools that did not run are left out', () => {
  expect(judge(sizes, 0.6).map(({ name, measured, isReached }) => [name, measured, isReached])).toEqual([
    ['growth exponent, 100 to 1000 services', '1.00', true],
    ['the platforms of this repository', '0.60 s', false],
    ['time of helm template', '0.25 times', true],
    ['time of kosko generate', '0.90 times', false],
    ['peak memory', '180 MiB', true],
  ]);
});

test('the report says what was stopped, what was missed and what was not run', () => {
  const report = renderReport({
    machine: new Map([['node', 'v20.20.2']]),
    versions: new Map([['helm', 'v4.1.4']]),
    sizes,
    aims: judge(sizes, 0.4),
    skipped: ['kubectl: not on this machine'],
  });
  expect(report).toContain('## 1,000 services, 36,000 objects');
  expect(report).toContain('| kubectl kustomize, one environment | > 120 | less than 0.01 times | 180 | - |');
  expect(report).toContain('| time of kosko generate | at most 0.8 times | 0.90 times | **no** |');
  expect(report).toContain('- kubectl: not on this machine');
});
