import { expect, test } from 'vitest';
import { table, withReport } from './report.ts';

test('a report replaces what stood between the markers of its proof, and nothing else', () => {
  const page = (text: string) =>
    `# Proofs\n<!-- proof mesh: made by npm run prove -- mesh --docs -->\n\n${text}\n\n<!-- /proof mesh -->\nend\n`;
  expect(withReport(page('old'), 'mesh', 'new\n')).toBe(page('new'));
  expect(() => withReport(page('old'), 'other', 'new')).toThrow('has no <!-- proof other');
});

test('numbers in tables are told as people write them', () => {
  expect(table(['name', 'objects'], [['shop', 1234]])).toBe(
    '| name | objects |\n|---|---|\n| shop | 1,234 |',
  );
});
