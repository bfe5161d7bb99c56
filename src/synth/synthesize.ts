import { App, Chart } from 'cdk8s';
import type { Concern } from '../../charts/concern.ts';
import { concerns } from '../../charts/index.ts';
import { environmentLabels } from '../../charts/labels.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest, Origin } from '../model/manifest.ts';
import { turnsOf } from '../model/turns.ts';
import { annotateExceptions } from './exception-annotations.ts';
import { objectsOf } from './objects-of.ts';
import { environmentOrigin, namespaceParts, ownedOrigin } from './origin.ts';
import { ownManifests } from './own-manifests.ts';
import { startPatching } from './patches/patching.ts';
import { afterLastTurn, inTurn, sideBySide, type Waves } from './sync-wave.ts';
import { identityOf, watchIdentities } from './watch-identities.ts';

/**
 * Renders an environment: every concern for the environment as a whole, then for each service, then what the user wrote.
 * The same environment gives the same manifests in the same order, one file after the other. They are made as they
 * are asked for, and each file has an App of its own, so that what has been used can be let go of at once: keeping
 * every construct of a large platform doubles the time, all of it spent collecting garbage. `only` one file
 * can be asked for, at the cost of that file.
 */
export function* synthesize(environment: Environment, only?: string): Generator<Manifest> {
  const otherLike = watchIdentities();
  const annotate = annotateExceptions(environment.checking.exceptions);
  const labels = environmentLabels(environment);
  const inNamespace = namespaceParts(environment);
  const { patch, finish } = startPatching(environment);
  for (const rendered of wantedFiles(environment, only)) {
    const chart = new Chart(new App(), rendered.file, { labels, disableResourceNameHashes: true });
    for (const manifest of manifestsOf(rendered, chart)) {
      const { file, origin } = manifest;
      const object = patch(manifest);
      const other = otherLike(object, file);
      if (other !== undefined)
        throw new Error(`${identityOf(object)} is rendered twice, in ${other} and in ${file}`);
      yield { file, origin: inNamespace(origin, object), object: annotate(object) };
    }
  }
  const own = ownManifests(environment, labels, otherLike);
  for (const manifest of only === undefined ? own : own.filter(({ file }) => file === only)) {
    yield { ...manifest, object: annotate(patch(manifest)) };
  }
  if (only === undefined) finish();
}

/** What is made last may still change what was made first, so nothing is collected before everything is there. */
function* manifestsOf({ file, makings, waves }: RenderedFile, chart: Chart): Generator<Manifest> {
  const ends = makings.map(({ addTo }) => {
    addTo(chart);
    return chart.node.children.length;
  });
  const constructs = chart.node.children;
  for (const [index, { origin }] of makings.entries()) {
    const made = constructs.slice(ends[index - 1] ?? 0, ends[index]);
    for (const { object, owner } of made.flatMap((construct) => objectsOf(construct, waves))) {
      yield { file, origin: owner ? ownedOrigin(origin, owner) : origin, object };
    }
  }
}

interface RenderedFile {
  readonly file: string;
  readonly makings: readonly Making[];
  readonly waves: Waves;
}

/** What adds the objects of one origin to a file. */
interface Making {
  readonly origin: Origin;
  readonly addTo: (chart: Chart) => void;
}

function* wantedFiles(environment: Environment, only: string | undefined): Generator<RenderedFile> {
  const isThing = only?.startsWith('_') && only.includes('-');
  for (const rendered of isThing ? listedFiles(environment) : filesOf(environment, only)) {
    if (only === undefined || rendered.file === only) yield rendered;
  }
}

/** What a concern makes several files of is worked out for all of them, so it is kept for who asks for one by one. */
const listed = new WeakMap<Environment, readonly RenderedFile[]>();

function listedFiles(environment: Environment): readonly RenderedFile[] {
  const files = listed.get(environment) ?? [...filesOf(environment, undefined)];
  listed.set(environment, files);
  return files;
}

/** Things of a concern are only made where `only` can be one of them. */
function* filesOf(environment: Environment, only: string | undefined): Generator<RenderedFile> {
  const turns = turnsOf(environment.services);
  const last = afterLastTurn(turns);
  for (const concern of concerns) yield* filesOfConcern(concern, environment, { last, only });
  for (const service of environment.services) {
    const makings = PER_SERVICE.map(({ name: concern, perService }): Making => {
      const origin = { concern, part: undefined, service: service.name, variant: undefined };
      return { origin, addTo: (chart) => perService(chart, service, environment) };
    });
    yield { file: service.name, makings, waves: inTurn(turns.get(service.name) ?? 0) };
  }
}

function* filesOfConcern(
  { name, perEnvironment, perThing }: Concern,
  environment: Environment,
  { last, only }: { readonly last: Waves; readonly only: string | undefined },
): Generator<RenderedFile> {
  const waves = name === 'observability' ? sideBySide : last;
  if (perEnvironment) {
    const addTo = (chart: Chart) => perEnvironment(chart, environment);
    yield { file: `_${name}`, makings: [{ origin: environmentOrigin(name), addTo }], waves };
  }
  if (only !== undefined && !only.startsWith(`_${name}-`)) return;
  for (const { name: thing, part, addTo } of perThing?.(environment) ?? []) {
    yield { file: `_${name}-${thing}`, makings: [{ origin: environmentOrigin(name, part), addTo }], waves };
  }
}

const PER_SERVICE = concerns.filter(
  (concern): concern is Concern & Required<Pick<Concern, 'perService'>> => concern.perService !== undefined,
);
