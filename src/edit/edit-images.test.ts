import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { runs } from '../../test/runs.ts';
import { loadEnvironments } from '../config/load.ts';
import { readYaml } from '../yaml/read.ts';
import { editImages } from './edit-images.ts';
import { CONTEXT, DIGEST, fileOf } from './edited.fixture.ts';

const BASE = join(import.meta.dirname, '../config/cases/base');
const PLATFORM = readFileSync(join(BASE, 'platform.yaml'), 'utf8').replace(
  /( {2}orders:\n)/,
  '$1    variants: {canary: {weight: 5, scaling: {min: 1, max: 1}}}\n',
);
const PRODUCTION = readYaml(readFileSync(join(BASE, 'production.yaml'), 'utf8')) as Record<string, unknown>;
const NAMES = ['api', 'orders', 'orders/canary'] as const;

const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,12}$/).filter((text) => text !== 'latest');
const awkward = fc.constantFrom(
  '1e3',
  '0123',
  'yes',
  'null',
  '1.10',
  '0x1F',
  '2026-01-02',
  '_',
  '1_0',
  'NaN',
  '12.e1',
);
const version = fc.oneof(
  tag,
  awkward,
  fc.constant(`@${DIGEST}`),
  tag.map((text) => `${text}@${DIGEST}`),
);

/** The same file in any style that a person or a program would write them in. */
const style = fc.record({
  collectionStyle: fc.constantFrom<'any' | 'block' | 'flow'>('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom<'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE'>(
    'PLAIN',
    'QUOTE_DOUBLE',
    'QUOTE_SINGLE',
  ),
  indent: fc.integer({ min: 1, max: 5 }),
  flowCollectionPadding: fc.boolean(),
  lineWidth: fc.constantFrom(0, 120),
});
const layout = fc.record({
  style,
  comments: fc.boolean(),
  isWindows: fc.boolean(),
  endsWithLineBreak: fc.boolean(),
  hasImages: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

test('after an edit only lines of that image differ, and exactly the new version is loaded', () => {
  const wanted = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), version), {
    selector: ([name]) => name,
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.tuple(version, version, version), wanted, layout, (old, images, how) => {
      const before = textOf(old, { ...how, hasImages: how.hasImages || images.length < NAMES.length });
      const after = edited(before, new Map(images));
      const versions = loaded(after);
      for (const [name, expected] of images) expect(versions[name]).toBe(expected);
      for (const [index, name] of NAMES.entries()) {
        if (!images.some(([changed]) => changed === name)) expect(versions[name]).toBe(old[index]);
      }
      if (how.style.collectionStyle !== 'flow') expect(strangeLines(before, after)).toEqual([]);
      expect(withoutImages(after)).toEqual(withoutImages(before));
    }),
    { numRuns: runs(50) },
  );
});

function textOf([api, orders, canary]: readonly string[], how: Layout): string {
  const images = {
    api: { ...parts(api) },
    orders: { ...parts(orders), variants: { canary: parts(canary) } },
  };
  const { images: _, ...others } = PRODUCTION;
  const whole = stringify({ ...others, ...(how.hasImages && { images }) }, { ...how.style, version: '1.1' });
  const commented = how.comments
    ? whole.replace(/^([a-z][^\n]*[^\n{[])\n/gm, '# About it.\n$1 # here\n')
    : whole;
  const ended = how.endsWithLineBreak ? commented : commented.trimEnd();
  return how.isWindows ? ended.replaceAll('\n', '\r\n') : ended;
}

function parts(text = ''): { readonly tag?: string; readonly digest?: string } {
  const [name, digest] = text.split('@');
  return { ...(name && { tag: name }), ...(digest && { digest }) };
}

function edited(text: string, wanted: ReadonlyMap<string, string>): string {
  const [platform, environment] = inputOf(text);
  const edit = editImages(
    { files: [platform, environment], platform, environment, context: CONTEXT },
    wanted,
  );
  return new TextDecoder().decode(edit.after);
}

function inputOf(text: string) {
  return [fileOf(PLATFORM, 'platform.yaml'), fileOf(text)] as const;
}

function loaded(text: string): Readonly<Record<string, string>> {
  const [environment] = loadEnvironments(inputOf(text), CONTEXT);
  const images = (environment?.services ?? []).flatMap((service) => [
    [service.name, service.image] as const,
    ...service.variants.map((variant) => [`${service.name}/${variant.name}`, variant.image] as const),
  ]);
  return Object.fromEntries(
    images.map(([name, image]) => [name, `${image.tag ?? ''}${image.digest ? `@${image.digest}` : ''}`]),
  );
}

/** Lines that only one of the texts has and that are not about an image, or that changed their line end. */
function strangeLines(before: string, after: string): readonly string[] {
  const [left, right] = [before, after].map((text) => text.split('\n'));
  const changed = [
    ...(left ?? []).filter((line) => !right?.includes(line)),
    ...(right ?? []).filter((line) => !left?.includes(line)),
  ];
  const last = [left, right].map((lines) => lines?.at(-1));
  return changed.filter(
    (line) =>
      !/\b(tag|digest|images|variants|canary|api|orders|sha256)\b/.test(line) &&
      !last.some((end) => end?.trim() === line.trim()),
  );
}

function withoutImages(text: string): unknown {
  return { ...(readYaml(text) as object), images: undefined };
}
