import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, PROGRAM, useWorkspace } from './workspace.ts';

const { change, charthouse, edit, havePast, path } = useWorkspace();
const COMMITTED = resolve('docs/runbooks');
const written = () => contentOf(path('docs/runbooks'));

/** Takes away what watches Spywatcher, and what is only allowed with it; its services scale by another Prometheus then. */
function unwatch(): void {
  for (const name of ['platform', 'production', 'staging']) {
    const file = path(`environments/spywatcher/${name}.yaml`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^(observability|metrics|exceptions):.*\n(?:[ #].*\n|\n)*/gm, ''));
  }
  const url = 'prometheus: {url: "http://prometheus.elsewhere.svc:9090"}';
  change('environments/spywatcher/platform.yaml', '\nservices:', `\n${url}\nservices:`);
}

describe('charthouse runbooks', () => {
  test('writes what is committed, and nothing a second time', () => {
    expect(charthouse(['runbooks']).stdout).toMatch(/^docs\/runbooks\/mindflow: \d+ pages, written$/m);
    expect(written()).toEqual(contentOf(COMMITTED));
    expect(charthouse(['runbooks']).stdout).not.toContain('written');
  });

  test('writes those of one platform, and leaves the others', () => {
    expect(charthouse(['runbooks', 'spywatcher']).status).toBe(0);
    expect(readdirSync(path('docs/runbooks'))).toEqual(['spywatcher']);
    charthouse(['runbooks', 'mindflow']);
    expect(readdirSync(path('docs/runbooks'))).toEqual(['mindflow', 'spywatcher']);
  });

  test('reads and writes folders elsewhere, however they are written', () => {
    for (const output of ['out', './out', 'out/', path('out')]) {
      const run = charthouse(['runbooks', '--input', path('environments'), '--output', output]);
      expect(run.stdout).toMatch(/out\/mindflow: \d+ pages, /);
      expect(run.status).toBe(0);
    }
    charthouse(['runbooks']);
    // Lists name the input as the folder sees it.
    const pages = (folder: Readonly<Record<string, string>>) =>
      Object.entries(folder).filter(([file]) => !file.endsWith('/.charthouse'));
    expect(pages(contentOf(path('out')))).toEqual(pages(written()));
  });

  test('removes those of a platform that nothing watches any more, and no folder that is something else', () => {
    havePast('docs/runbooks');
    mkdirSync(path('docs/runbooks/on-call'));
    writeFileSync(path('docs/runbooks/on-call/rota.md'), '# Who is on call\n');
    unwatch();
    const run = charthouse(['runbooks']);
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('docs/runbooks/spywatcher: removed, nothing watches that platform');
    expect(readdirSync(path('docs/runbooks'))).toEqual(['mindflow', 'on-call']);
  });

  test('says so when nothing watches anything', () => {
    rmSync(path('environments/mindflow'), { recursive: true });
    unwatch();
    const run = charthouse(['runbooks']);
    expect(run.stdout).toBe('no environment has observability: there are no runbooks\n');
    expect(run.status).toBe(0);
    expect(readdirSync(path('.'))).toEqual(['environments']);
  });
});

describe('charthouse runbooks --check', () => {
  test('is content with what it wrote, and writes nothing', () => {
    havePast('docs/runbooks');
    const run = charthouse(['runbooks', '--check']);
    expect([run.status, run.stdout, run.stderr]).toEqual([0, '', '']);
  });

  test('tells of a page that changed, and of a folder that is not there', () => {
    havePast('docs/runbooks');
    rmSync(path('docs/runbooks/spywatcher'), { recursive: true });
    change('docs/runbooks/mindflow/Watchdog.md', '## Do', '## Do nothing');
    const run = charthouse(['runbooks', '--check']);
    expect(run.stdout).toBe(
      [
        'docs/runbooks/mindflow/Watchdog.md: differs',
        'docs/runbooks/spywatcher: missing',
        'run charthouse runbooks, and commit what it writes\n',
      ].join('\n'),
    );
    expect(run.status).toBe(1);
    expect(existsSync(path('docs/runbooks/spywatcher'))).toBe(false);
  });

  test('tells of runbooks of a platform that nothing watches', () => {
    havePast('docs/runbooks');
    unwatch();
    const run = charthouse(['runbooks', '--check']);
    expect(run.stdout).toContain('docs/runbooks/spywatcher: nothing watches that platform\n');
    expect(run.status).toBe(1);
  });
});

describe('what somebody else wrote stays', () => {
  test.each([
    ['environments', '--output environments is in environments, the folder of the input'],
    ['docs', 'docs/mindflow/README.md\n'],
    ['docs/file', 'docs/file/mindflow: a file is where a folder has to be'],
  ])('--output %s exits 2', (output, message) => {
    mkdirSync(path('docs/mindflow'), { recursive: true });
    writeFileSync(path('docs/mindflow/README.md'), '# Notes\n');
    writeFileSync(path('docs/file'), '');
    const before = contentOf(path('.'));
    const run = charthouse(['runbooks', '--output', output]);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
    expect(contentOf(path('.'))).toEqual(before);
  });

  test('beside the pages, which are written', () => {
    mkdirSync(path('docs/runbooks/mindflow'), { recursive: true });
    writeFileSync(path('docs/runbooks/mindflow/notes.md'), '# Notes\n');
    const run = charthouse(['runbooks']);
    expect(run.stderr).toBe('docs/runbooks/mindflow/notes.md: not made by Charthouse, and left\n');
    expect(Object.keys(written())).toContain('mindflow/notes.md');
    expect(charthouse(['runbooks', '--check']).status).toBe(0);
  });

  test('--output . removes nothing', () => {
    const before = contentOf(path('environments'));
    expect(charthouse(['runbooks', '--output', '.']).status).toBe(0);
    expect(contentOf(path('environments'))).toEqual(before);
    expect(readdirSync(path('.')).sort()).toEqual(['environments', 'mindflow', 'spywatcher']);
  });
});

describe('runs that meet, or end too soon', () => {
  const start = () => spawn(process.execPath, [PROGRAM, 'runbooks'], { cwd: path('.') });
  const ended = (run: ReturnType<typeof start>) => new Promise((done) => run.on('exit', done));

  test('several at once end well and leave nothing behind', async () => {
    havePast('docs/runbooks');
    unwatch();
    edit('platform.yaml', 'slow: 1s', 'slow: 2s');
    edit('platform.yaml', 'index-delay:', 'index-age:');
    expect(await Promise.all([start(), start(), start(), start()].map(ended))).toEqual([0, 0, 0, 0]);
    expect(readdirSync(path('docs/runbooks'))).toEqual(['mindflow']);
    expect(charthouse(['runbooks', '--check']).status).toBe(0);
  });

  test('one that is killed leaves the old pages or the new ones, and the next one clears up', async () => {
    havePast('docs/runbooks');
    const old = written();
    edit('platform.yaml', 'summary: Users who did', 'summary: People who did');
    edit('platform.yaml', 'index-delay:', 'index-age:');
    for (const delay of [150, 300, 450]) {
      const run = start();
      const isEnded = ended(run);
      setTimeout(() => run.kill('SIGKILL'), delay);
      await isEnded;
      const pages = Object.keys(written()).filter((page) => page.startsWith('mindflow/'));
      if (pages.length > 0)
        expect(pages.length).toBe(Object.keys(old).filter((p) => p.startsWith('mindflow/')).length);
    }
    expect(charthouse(['runbooks']).status).toBe(0);
    expect(readdirSync(path('docs/runbooks'))).toEqual(['mindflow', 'spywatcher']);
    expect(charthouse(['runbooks', '--check']).status).toBe(0);
  });
});

test.each([
  [['runbooks', 'mindflw'], 'no platform mindflw; did you mean mindflow?'],
  [['runbooks', 'mindflow', 'dev'], 'too many arguments'],
  [['runbooks', '--input', 'nowhere'], 'no folder nowhere here'],
  [['runbooks', '--now', 'today'], 'Expected a day such as 2026-11-21.'],
])('charthouse %s exits 2 and says: %s', (args, message) => {
  const run = charthouse(args);
  expect(run.stderr).toContain(message);
  expect(run.status).toBe(2);
});

test('an input with mistakes exits 2, and the pages stay', () => {
  havePast('docs/runbooks');
  const before = written();
  edit('platform.yaml', 'deadMansSwitch: true', 'deadMansSwich: true');
  const run = charthouse(['runbooks']);
  expect(run.stderr).toContain('observability.alerts.deadMansSwich: unknown key');
  expect(run.status).toBe(2);
  expect(written()).toEqual(before);
});
