import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCdk8sSynth } from './run-cdk8s.ts';
import { contentOf, useWorkspace } from './workspace.ts';

const workspace = useWorkspace();
const { charthouse, edit, havePast, path } = workspace;

/** The input accepts it, a check does not: the image of a repository that was given up. A warning, if not said otherwise. */
function plantWarning(): void {
  edit(
    'platform.yaml',
    '\n  query-service:\n',
    '\n  query-service:\n    repository: docker.io/bitnami/query\n',
  );
}

function plantError(): void {
  plantWarning();
  edit('platform.yaml', '\nservices:', '\nchecks: {image-still-published: error}\nservices:');
}

/** Permits it at the two workloads that have the image, until a day. */
function except(expires: string): void {
  const exception = `
  query-image:
    check: image-still-published
    kind: Deployment
    name: query-service
    justification: Moving to our own image, which is being reviewed
    owner: query-team
    expires: ${expires}
`;
  edit('platform.yaml', '\nexceptions:\n', `\nexceptions:${exception}`);
}

describe('charthouse check', () => {
  test('finds no error in this repository', () => {
    const run = charthouse(['check']);
    expect(run.stdout).toMatch(/: \d+ checks, \d+ objects, \d+ environments/);
    expect(run.stdout).not.toMatch(/ (error|warning) /);
    expect(run.status).toBe(0);
  });

  test('writes nothing, and judges one environment alone', () => {
    const run = charthouse(['check', 'mindflow', 'dev']);
    expect(run.stdout).toContain('1 environment, ');
    expect(run.status).toBe(0);
    expect(readdirSync(path('.'))).toEqual(['environments']);
  });

  test('tells a warning and exits 0, or 1 with --strict', () => {
    plantWarning();
    const run = charthouse(['check', 'mindflow', 'dev']);
    expect(run.stdout).toContain('warning image-still-published');
    expect(run.stdout).toContain('found docker.io/bitnami/query:');
    expect(run.status).toBe(0);
    expect(charthouse(['check', 'mindflow', 'dev', '--strict']).status).toBe(1);
  });

  test('exits 1 on an error, with the file and the fix', () => {
    plantError();
    const run = charthouse(['check', 'mindflow', 'production']);
    expect(run.stdout).toContain('error image-still-published');
    expect(run.stdout).toContain('dist/manifests/mindflow/production/query-service.yaml');
    expect(run.stdout).toContain('  image-still-published: Use the repository that follows it');
    expect(run.status).toBe(1);
  });

  test('lets an exception permit it until its last day, and not after', () => {
    plantError();
    except('2027-02-01');
    const permitted = charthouse(['check', '--now', '2027-02-01']);
    expect(permitted.stdout).toContain(
      'exception query-image: Moving to our own image, which is being reviewed (query-team, until 2027-02-01)',
    );
    expect(permitted.status).toBe(0);
    const expired = charthouse(['check', '--now', '2027-02-02']);
    expect(expired.stdout).toContain('error exception-current');
    expect(expired.stdout).toContain('error image-still-published');
    expect(expired.status).toBe(1);
  });

  test('writes a report to a file, and its counts to the terminal', () => {
    plantError();
    const run = charthouse(['check', '--format', 'json', '--output', 'reports/checks.json']);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('reports/checks.json: 3 errors');
    const { version, summary } = JSON.parse(readFileSync(path('reports/checks.json'), 'utf8'));
    expect({ version, errors: summary.errors }).toEqual({ version: 1, errors: 3 });
    expect(readdirSync(path('reports'))).toEqual(['checks.json']);
  });

  test('gives the same bytes twice', () => {
    plantError();
    for (const format of ['json', 'sarif', 'junit', 'github', 'markdown']) {
      const args = ['check', 'mindflow', 'dev', '--format', format];
      const [first, second] = [1, 2].map(() => charthouse(args).stdout);
      expect(first?.length).toBeGreaterThan(100);
      expect(second).toBe(first);
    }
  });
});

describe('charthouse synth', () => {
  test('writes nothing when a check finds an error', () => {
    havePast('dist');
    const before = contentOf(path('dist'));
    plantError();
    for (const selection of [[], ['mindflow', 'production'], ['--only', 'helm']]) {
      const run = charthouse(['synth', ...selection]);
      expect(run.stderr).toContain('error image-still-published');
      expect(run.stderr).toContain('nothing was written');
      expect(run.stdout).toBe('');
      expect(run.status).toBe(1);
    }
    expect(contentOf(path('dist'))).toEqual(before);
    expect(readdirSync(path('dist/manifests/mindflow')).sort()).toEqual(['dev', 'production', 'staging']);
  });

  test('tells a warning, and writes', () => {
    plantWarning();
    const run = charthouse(['synth']);
    expect(run.stderr).toContain('warning image-still-published');
    expect(run.status).toBe(0);
    const file = readFileSync(path('dist/manifests/mindflow/dev/query-service.yaml'), 'utf8');
    expect(file).toContain('docker.io/bitnami/query');
  });

  test('--check fails on an error, even where everything is rendered already', () => {
    plantWarning();
    charthouse(['synth']);
    edit('platform.yaml', '\nservices:', '\nchecks: {image-still-published: error}\nservices:');
    expect(charthouse(['synth', '--check']).status).toBe(1);
  });
});

describe('npx cdk8s synth', () => {
  const synth = () => runCdk8sSynth(path, ['--validate']);

  test('fails on an error, and names the object and the file', () => {
    plantError();
    const run = synth();
    expect(run.stdout).toContain('image-still-published (3 occurrences)');
    expect(run.stdout).toContain('Resource Name: Deployment mindflow/query-service');
    expect(run.stdout).toContain('dist/manifests/mindflow/production/query-service.yaml');
    expect(run.stdout).toContain('How to fix: Use the repository that follows it');
    expect(run.status).toBe(2);
  });

  test('tells a warning, and passes', () => {
    plantWarning();
    const run = synth();
    expect(run.stdout).toContain('Status   │ success');
    expect(run.stdout).toContain('Recommendation: [warning]');
    expect(run.status, run.stdout + run.stderr).toBe(0);
  });
});

describe('charthouse explain-check', () => {
  test('lists all checks by topic', () => {
    const { stdout, status } = charthouse(['explain-check']);
    expect(stdout).toMatch(/^images$/m);
    expect(stdout).toMatch(/^ {2}image-tag-pinned +error +Every image has a tag/m);
    expect(status).toBe(0);
  });

  test('lists the checks of a topic', () => {
    const { stdout } = charthouse(['explain-check', 'images']);
    expect(stdout).toMatch(/^images\n {2}image-/);
    expect(stdout).not.toContain('network');
  });

  test('says why, how to mend it, and shows a case', () => {
    const { stdout } = charthouse(['explain-check', 'image-tag-pinned']);
    expect(stdout).toContain('Why: A moving tag means');
    expect(stdout).toContain('To mend it: Name what was built');
    expect(stdout).toMatch(/^ {2}- {9}image: registry\.example\/shop\/orders:latest$/m);
  });
});

describe('what cannot be used exits 2', () => {
  test.each([
    [['check', '--format', 'xml'], 'Allowed choices are terminal, json, sarif, junit, github, markdown.'],
    [['check', '--now', '2027-02-30'], 'Expected a day such as 2026-11-21.'],
    [['check', 'mindflw'], 'no platform mindflw; did you mean mindflow?'],
    [['check', '--output', 'environments'], 'environments cannot be written'],
    [['explain-check', 'image-tag-pined'], 'no check image-tag-pined; did you mean image-tag-pinned?'],
  ])('charthouse %s says: %s', (args, message) => {
    const run = charthouse(args);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });

  test('an input with mistakes', () => {
    edit('production.yaml', 'kubernetes: "1.33"', 'kubernets: "1.33"');
    expect(charthouse(['check']).status).toBe(2);
  });
});
