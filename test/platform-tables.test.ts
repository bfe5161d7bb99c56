import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { follow } from '../src/fields/field-value.ts';
import type { ManifestObject } from '../src/model/manifest.ts';
import { readDocuments } from '../src/yaml/read-documents.ts';
import { isAsClaimed, type ObjectRow, readTable } from './platform-table.ts';

const FOLDER = 'docs/platforms';
const LEAST_CHECKED_ROWS = 40;
/** Of a value that is not as expected: a file of rules is many pages. */
const LONGEST_SHOWN = 1000;

const read = new Map<string, readonly ManifestObject[]>();
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

test('every platform has its page, and every page its platform', () => {
  const platforms = readdirSync('environments', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(pages.map((name) => name.replace(/\.md$/, '')).sort()).toEqual(
    platforms.map(({ name }) => name).sort(),
  );
});

describe.each(pages)('docs/platforms/%s', (page) => {
  const path = join(FOLDER, page);
  const markdown = readFileSync(path, 'utf8');

  it('says what is rendered, field by field', () => {
    const rows = readTable(markdown, path).filter((row) => 'field' in row);
    const platform = page.replace(/\.md$/, '');
    expect(
      rows.flatMap((row) => problemOf(row, platform).map((text) => `${path}:${row.line} ${text}`)),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(LEAST_CHECKED_ROWS);
  });

  it('links only to what is there', () => {
    const links = Array.from(markdown.matchAll(/\]\((?!https?:)([^)\s]+)/g), ([, link = '']) => link);
    expect(links.filter((link) => !isThere(link, markdown))).toEqual([]);
  });
});

test.each([
  ['| web | `a` | `1` |', 'expected 4 columns, found 3'],
  ['| web | [Service web](w.yaml) | `a` | `1`', 'a row of a table begins and ends with |'],
  ['and so on', 'a row of a table begins and ends with |'],
  ['| | [Service web](w.yaml) | `a` | `1` |', 'the first row of a table says nothing in column 1'],
  ['| web | Service web | `a` | `1` |', 'expected [Kind name](file) or **reason**, found Service web'],
  ['| web | [Service web](w.yaml) | a | `1` |', 'expected a field in backticks, found "a"'],
  ['| web | [Service web](w.yaml) | `a..b` | `1` |', 'cannot read the field path a..b from "..b" on'],
  ['| web | [Service web](w.yaml) | `a[b` | `1` |', 'cannot read the field path a[b from "[b" on'],
  ['| web | [Service web](w.yaml) | `a["b"]c` | `1` |', 'cannot read the field path a["b"]c from "c" on'],
  ['| web | [Service web](w.yaml) | `a` | |', 'expected a value in backticks, found ""'],
  ['| web | [Service web](w.yaml) | `a` | `null` |', 'expected one YAML value, found `null`'],
  ['| web | [Service web](w.yaml) | `a` | has `1` |', 'expected a value in backticks, found "has `1`"'],
  ['| web | [Service web](w.yaml) | `a` | contains `{}` |', 'everything contains `{}`; say more'],
  ['| web | [Service web](w.yaml) | `a.image` | `b:1` |', 'a.image changes with each release'],
  ['| web | **later** | a sentence that explains it | |', 'found later'],
  ['| web | **not Kubernetes** | too short | |', 'expected an explanation in column 3, found "too short"'],
])('a mistake in a table is told, not passed over: %s', (row, message) => {
  const markdown = `| Shop asks for | Object | Field | Value |\n|---|---|---|---|\n${row}\n`;
  expect(() => readTable(markdown, 'shop.md')).toThrow(`shop.md:3 `);
  expect(() => readTable(markdown, 'shop.md')).toThrow(message);
});

test.each([
  ['argocd/mindflow/apps/production.yaml', []],
  ['manifests/spywatcher/production/web.yaml', ['found dist/manifests/spywatcher/production/web.yaml']],
  ['argocd/spywatcher/apps/production.yaml', ['found dist/argocd/spywatcher/apps/production.yaml']],
  ['kustomize/mindflow/base/web.yaml', ['found dist/kustomize/mindflow/base/web.yaml']],
])('a page may speak of what its platform gives to Argo CD alone: %s', (file, problems) => {
  const link = `[Application mindflow-production.base](../../dist/${file})`;
  const table = `| Shop asks for | Object | Field | Value |\n|---|---|---|---|\n| web | ${link} | \`spec.project\` | \`mindflow\` |\n`;
  const rows = readTable(table, 'shop.md').filter((row) => 'field' in row);
  expect(rows.flatMap((row) => problemOf(row, 'mindflow'))).toEqual(
    problems.map((problem) => expect.stringContaining(problem)),
  );
});

/** Whether a link leads to a file, or to a heading of its own page or another. */
function isThere(link: string, markdown: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = join(FOLDER, file);
  if (!existsSync(path)) return false;
  if (anchor === undefined) return true;
  const text = file === '' ? markdown : readFileSync(path, 'utf8');
  const headings = text.split('\n').filter((line) => /^#+ /.test(line));
  return headings.some((line) => anchor === anchorOf(line));
}

/** As GitHub makes them: small letters, hyphens for spaces, no punctuation. */
function anchorOf(heading: string): string {
  const text = heading.replace(/^#+ /, '').toLowerCase();
  return text.replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-');
}

/** What is wrong with a claim, in one text; nothing when it holds. */
function problemOf(row: ObjectRow, platform: string): readonly string[] {
  const file = normalize(join(FOLDER, row.file));
  const manifests = join('dist/manifests', platform);
  const argocd = join('dist/argocd', platform);
  if (dirname(dirname(file)) !== manifests && ![argocd, join(argocd, 'apps')].includes(dirname(file))) {
    return [`expected a file of ${manifests} or ${argocd}, found ${file}`];
  }
  if (!existsSync(file)) return [`there is no ${file}`];
  const [object, ...others] = objectsOf(file).filter((candidate) => isMeant(candidate, row));
  if (object === undefined) return [`${file} has no ${row.kind} ${row.name}`];
  if (others.length > 0)
    return [`${file} has ${others.length + 1}; write ${row.kind} <namespace>/${row.name}`];
  const found = follow(object, row.steps);
  if (found.length === 1 && isAsClaimed(found[0], row)) return [];
  const claim = `${row.isPart ? 'something with ' : ''}${JSON.stringify(row.value)}`;
  const expected = `${row.kind} ${row.name} ${row.field}: expected ${claim}`;
  const values = found.map((value) => JSON.stringify(value).slice(0, LONGEST_SHOWN));
  return [`${expected}, found ${values.join(' and ') || 'nothing'}`];
}

/** Read once: hundreds of rows ask for the same few files, some of which are long. */
function objectsOf(file: string): readonly ManifestObject[] {
  const objects = read.get(file) ?? (readDocuments(readFileSync(file, 'utf8')) as readonly ManifestObject[]);
  read.set(file, objects);
  return objects;
}

function isMeant({ kind, metadata }: ManifestObject, row: ObjectRow): boolean {
  const isInPlace = row.namespace === undefined || row.namespace === metadata.namespace;
  return kind === row.kind && metadata.name === row.name && isInPlace;
}
