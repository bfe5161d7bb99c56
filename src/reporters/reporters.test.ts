import { expect, test } from 'vitest';
import { type ReportFormat, reporters } from './index.ts';
import { isFailed, type Report } from './report.ts';
import { SAMPLE_REPORT, SMALL_REPORT, sampleFinding } from './sample-report.fixture.ts';
import { countsText } from './wording.ts';

/** To write the goldens anew, then read them: npx vitest run src/reporters --update */
test.each(Object.keys(reporters) as ReportFormat[])('%s tells everything of the sample', async (format) => {
  const report = format === 'sarif' || format === 'json' ? SMALL_REPORT : SAMPLE_REPORT;
  await expect(reporters[format](report, false)).toMatchFileSnapshot(`goldens/${format}.txt`);
});

const NOTHING: Report = { ...SAMPLE_REPORT, environments: [] };

test.each(Object.keys(reporters) as ReportFormat[])('%s says so when nothing is found', (format) => {
  expect(reporters[format](NOTHING, false)).toMatch(/nothing found|"results": \[\]|"errors": 0|failures="0"/);
});

test('colours are in the terminal report when wanted, and take nothing away', () => {
  const coloured = reporters.terminal(SAMPLE_REPORT, true);
  expect(coloured).toContain('\u001b[31merror');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how colours are written
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(reporters.terminal(SAMPLE_REPORT, false));
});

test('what has one place in the input is told once, with every file it is rendered into', () => {
  const told = reporters.terminal(SAMPLE_REPORT, false);
  expect(told.match(/found registry\.example\/shop\/orders:latest/g)).toHaveLength(1);
  expect(told).toContain('rendered into dist/manifests/shop/dev/orders.yaml');
  expect(told).toContain('rendered into dist/manifests/shop/production/orders.yaml');
});

test('errors fail a run, warnings only a strict one, what is excepted never', () => {
  const having = (severity: 'error' | 'warning' | 'info', exception?: 'exception') => ({
    environments: [
      {
        platform: 'shop',
        environment: 'dev',
        objects: 1,
        findings: [
          sampleFinding('dev', {
            severity,
            exception: exception && SAMPLE_REPORT.environments[1]?.findings[1]?.exception,
          }),
        ],
      },
    ],
  });
  const verdicts = (isStrict: boolean) => [
    isFailed({ ...having('error'), isStrict }),
    isFailed({ ...having('warning'), isStrict }),
    isFailed({ ...having('info'), isStrict }),
    isFailed({ ...having('error', 'exception'), isStrict }),
  ];
  expect(verdicts(false)).toEqual([true, false, false, false]);
  expect(verdicts(true)).toEqual([true, true, false, false]);
  expect(countsText(having('error', 'exception'))).toBe('1 excepted');
});

test('SARIF results name their rule and level, and have a line and the object', () => {
  const { rules, results } = sarifOf(SAMPLE_REPORT);
  expect(results.map(({ ruleId, ruleIndex, level }) => [rules[ruleIndex]?.id === ruleId, level])).toEqual([
    [true, 'note'],
    [true, 'error'],
    [true, 'warning'],
    [true, 'error'],
    [true, 'error'],
  ]);
  for (const { locations } of results) {
    expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(0);
    expect(locations[0]?.logicalLocations[0]?.fullyQualifiedName).toMatch(/^shop\/(dev|production)\//);
  }
});

test('fingerprints tell findings apart and do not change with lines or messages', () => {
  const fingerprints = (message: string) => {
    const findings = [sampleFinding('dev', { message, place: undefined }), sampleFinding('dev')];
    const environments = [{ platform: 'shop', environment: 'dev', objects: 1, findings }];
    const { results } = sarifOf({ ...SAMPLE_REPORT, environments });
    return results.map(({ partialFingerprints }) => partialFingerprints['charthouseFinding/v1']);
  };
  expect(fingerprints('one')).toEqual(fingerprints('other'));
  expect(new Set(fingerprints('one')).size).toBe(2);
});

test('a strict run has its warnings among the failures of JUnit', () => {
  expect(reporters.junit(SAMPLE_REPORT)).toContain('failures="2"');
  expect(reporters.junit({ ...SAMPLE_REPORT, isStrict: true })).toContain('failures="3"');
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation: { readonly region: { readonly startLine: number } };
    readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  }[];
}

function sarifOf(report: Report) {
  const [run] = JSON.parse(reporters.sarif(report)).runs;
  return { rules: run.tool.driver.rules as { id: string }[], results: run.results as SarifResult[] };
}
