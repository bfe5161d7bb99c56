import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { firstDifference } from '../src/diff/first-difference.ts';
import type { Environment } from '../src/model/environment.ts';
import type { Json } from '../src/model/manifest.ts';
import { renderHelm } from '../src/outputs/helm/render.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { renderEnvironment } from '../src/pipeline/render-environment.ts';
import { everyInput } from './edited-input.ts';
import { type ChartInput, chartInput, helm, inChart, print, rendered } from './helm-program.ts';

/** Each platform with its environments and what its chart is made from. */
const platforms = [...everyInput()].map(([platform, files]) => {
  const environments = loadEnvironments(files, loadContext(today()));
  return { platform, environments, input: chartInput(environments) };
});

/** What a person changes in production of the shop, and what comes of it. */
type Edit = readonly [what: string, path: string, value: Json, refused: RegExp | undefined];

const EDITS: readonly Edit[] = [
  ['more pods, and the quota with them', 'services.api.scaling.max', 40, undefined],
  ['fewer pods', 'services.api.scaling.max', 3, undefined],
  ['more pods always', 'services.api.scaling.min', 4, undefined],
  ['a release', 'images.api.tag', 'aaaaaaa', undefined],
  ['a release of the canary', 'images.api.variants.canary.tag', 'aaaaaaa', undefined],
  ['more requests to the canary', 'services.api.variants.canary.weight', 25, undefined],
  [
    'configuration, which restarts the pods that read it',
    'services.api.env.LOG_LEVEL',
    '{{ trace }}',
    undefined,
  ],
  ['larger pods, and the quota with them', 'services.api.resources.requests.memory', '300Mi', undefined],
  ['more CPU', 'services.api.resources.requests.cpu', '1', undefined],
  ['another domain', 'domain', 'shop.test', undefined],
  [
    'an account, from which roles follow',
    'cluster.account',
    '111122223333',
    /cluster.account is "123456789012"/,
  ],
  ['fewer pods than at least', 'services.api.scaling.max', 1, /min is 2, more than services.api.scaling.max/],
  ['a limit below the request', 'services.api.resources.requests.memory', '1Gi', /more than .*limits.memory/],
  ['a quantity in another form', 'services.api.resources.requests.cpu', '2000m', /writes 2000m as 2/],
  ['an unknown value', 'services.api.scalling.max', 3, /don't meet the specifications/],
  ['text for a number', 'services.api.scaling.max', 'three', /don't meet the specifications/],
  ['a number for a tag', 'images.api.tag', 1234567, /don't meet the specifications/],
  ['a weight above 100', 'services.api.variants.canary.weight', 101, /don't meet the specifications/],
  ['null for a text', 'domain', null, /don't meet the specifications/],
  ['null for a service', 'services.api', null, /don't meet the specifications/],
  ['no pods at all', 'services.api.scaling.max', 0, /don't meet the specifications/],
  ['an empty domain', 'domain', '', /don't meet the specifications/],
  ['an environment that is none', 'environment', 'qa', /don't meet the specifications/],
];

describe.runIf('path' in helm)('a value of the chart', () => {
  const shop = platforms.find(({ platform }) => platform === 'shop') as (typeof platforms)[number];

  it.each<Edit>(EDITS)(
    '%s: %s moves all that the same edit of the input moves, or is refused',
    async (_, path, value, refused) => {
      const outcome = await inChart('shop', shop.input, (folder) =>
        edited(folder, shop, 'production', path.split('.'), value),
      );
      if (refused) expect(outcome).toMatch(refused);
      else expect(outcome).toBe('equal');
    },
  );

  it.each(platforms)('of $platform, whichever it is', async ({ platform, environments, input }) => {
    const outcomes = await inChart(platform, input, async (folder) => {
      const found: (readonly [string, string])[] = [];
      for (const [path, value] of sample(valuesOf(platform, input), SAMPLES)) {
        const other = otherValue(path, value);
        found.push([path.join('.'), await edited(folder, { environments }, 'production', path, other)]);
      }
      return found;
    });
    const refused = outcomes.filter(([, outcome]) => outcome !== 'equal');
    print(
      `${platform}: ${outcomes.length - refused.length} values move what the input moves, ${refused.length} are refused`,
    );
    expect(refused.filter(([, outcome]) => !REFUSED.test(outcome))).toEqual([]);
    expect(outcomes.length - refused.length).toBeGreaterThan(SAMPLES / 4);
  });
});

it.each(platforms)(
  'of $platform is named after what the input decides, or turns on',
  ({ platform, environments, input }) => {
    const decided = new Set([...input.values()].flatMap(({ decisions }) => [...decisions.keys()]));
    const values = valuesOf(platform, input);
    const strange = values.filter(([path]) => !decided.has(path.join('\0')) && path.at(-1) !== 'enabled');
    const kinds = new Set(
      environments.flatMap((one) =>
        renderEnvironment(one).manifests.map(({ object }) => object.kind.toLowerCase()),
      ),
    );
    const ofObjects = values.filter(([path]) =>
      path.some((key) => key === 'objects' || kinds.has(key.toLowerCase())),
    );
    print(
      `${platform}: ${values.length} values, ${strange.length} without a name in the input, ${ofObjects.length} after an object`,
    );
    expect(strange).toEqual([]);
    expect(ofObjects.length).toBeLessThanOrEqual(values.length / 10);
  },
);

/** How many values of a platform are changed. */
const SAMPLES = 10;

const REFUSED = /Change it in environments|don't meet the specifications|more than/;

/** `equal` when helm renders what the input does with the same edit, else what helm says, or where the two part. */
async function edited(
  folder: string,
  { environments }: { readonly environments: readonly Environment[] },
  name: string,
  path: readonly string[],
  value: unknown,
): Promise<string> {
  const environment = environments.find((one) => one.name === name) as Environment;
  const values = join(folder, `values-${name}.yaml`);
  const change = `${path.map((key) => key.replaceAll('.', '\\.')).join('.')}=${JSON.stringify(value)}`;
  let objects: Awaited<ReturnType<typeof rendered>>;
  try {
    objects = await rendered(folder, values, '--set-json', change);
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? String(error);
  }
  const other = renderEnvironment(environment).input?.otherwise([{ path, value }]);
  if (!other) return 'the input cannot say this';
  const expected = other.manifests.map(({ object }) => JSON.parse(JSON.stringify(object)));
  const difference = firstDifference(expected, objects);
  return difference === undefined ? 'equal' : JSON.stringify(difference);
}

/** Each value of production, and its path. */
function valuesOf(platform: string, input: ChartInput): readonly (readonly [readonly string[], unknown])[] {
  const tree = renderHelm(platform, input);
  const [defaults, own] = ['values.yaml', 'values-production.yaml'].map((file) =>
    parse(tree.get(file) ?? ''),
  );
  const values = new Map([...leavesOf(defaults), ...leavesOf(own)]);
  return [...values].map(([key, value]) => [key.split('\0'), value]);
}

function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path.join('\0'), value]];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function sample<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
}

/** Something else that the input can say, where that is easy to know. */
function otherValue(path: readonly string[], value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return path.at(-1) === 'min' ? value : value + 3;
  if (typeof value !== 'string') return value;
  const quantity = /^([0-9]+)(m|Mi|Gi)$/.exec(value);
  return quantity
    ? `${Number(quantity[1]) + 1}${quantity[2]}`
    : `${value.slice(0, -1)}${value.endsWith('7') ? '8' : '7'}`;
}
