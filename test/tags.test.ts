import { describe, expect, it } from 'vitest';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { foldersIn, readInput } from '../src/io/read-input.ts';
import type { Environment } from '../src/model/environment.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { synthesize } from '../src/synth/synthesize.ts';

const ENVIRONMENTS = foldersIn('environments').flatMap((name) =>
  loadEnvironments(readInput('environments', name), loadContext(today())),
);

/** Where a tag may stand: nothing restarts, and nothing is refused as immutable, when one of these changes. */
const PLACES = [
  // Every object's own labels.
  /^[A-Za-z]+ metadata\.labels$/,
  // Those of the Secret that an ExternalSecret makes: Reloader and pods look at its data.
  /^ExternalSecret spec\.target\.template\.metadata\.labels$/,
  // What AWS bills by.
  /^Ingress metadata\.annotations$/,
];

/** Kind and path of every map that differs: `Deployment metadata.labels`. */
function changedPlaces(environment: Environment): ReadonlySet<string> {
  const tagged = { ...environment, tags: { ...environment.tags, CostCenter: 'another', Added: 'tag' } };
  const after = [...synthesize(tagged)];
  const places = [...synthesize(environment)].flatMap(({ object }, index) =>
    changed(object, after[index]?.object, '').map((path) => `${object.kind} ${path}`),
  );
  return new Set(places);
}

function changed(before: unknown, after: unknown, path: string): readonly string[] {
  if (!isCollection(before) || !isCollection(after))
    return before === after ? [] : [path.replace(/\.[^.]*$/, '')];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changed(before[key], after[key], path === '' ? key : `${path}.${key.replaceAll('.', '_')}`),
  );
}

function isCollection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

describe('another tag is written on objects, and restarts nothing', () => {
  it.each(ENVIRONMENTS.map((one) => [`${one.platform}/${one.name}`, one] as const))(
    'in %s',
    (_, environment) => {
      const places = changedPlaces(environment);
      expect([...places].filter((place) => !PLACES.some((allowed) => allowed.test(place)))).toEqual([]);
      expect(places).toContain('Namespace metadata.labels');
    },
  );

  it('so a tag in pods would be seen', () => {
    const inPods = { spec: { template: { metadata: { labels: { CostCenter: 'one' } } } } };
    const other = { spec: { template: { metadata: { labels: { CostCenter: 'two' } } } } };
    const [path] = changed(inPods, other, '');
    expect(path).toBe('spec.template.metadata.labels');
    expect(PLACES.some((allowed) => allowed.test(`Deployment ${path}`))).toBe(false);
  });
});
