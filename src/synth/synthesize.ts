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
import { afterLastTurn, inTurn, sideBySide, type Waves } from './sync-wave.ts';
import { identityOf, watchIdentities } from './watch-identities.ts';

/**
 * Renders an environment: every concern for the environment as a whole, then for each service, then what the user wrote.
 * The same environment gives the same manifests in the same order, one file after the other. They are made as they
 * are asked for, and each file has an App of its own, so that what has been used can be let go of at once: keeping
 * every construct of a large platform doubles the time, all of it spent collecting garbage.
 */
export function* synthesize(environment: Environment): Generator<Manifest> {
  const otherLike = watchIdentities();
  const annotate = annotateExceptions(environment.checking.exceptions);
  const labels = environmentLabels(environment);
  const inNamespace = namespaceParts(environment);
  for (const rendered of filesOf(environment)) {
    const chart = new Chart(new App(), rendered.file, { labels, disableResourceNameHashes: true });
    for (const { file, origin, object } of manifestsOf(rendered, chart)) {
      const other = otherLike(object, file);
      if (other !== undefined)
        throw new Error(`${identityOf(object)} is rendered twice, in ${other} and in ${file}`);
      yield { file, origin: inNamespace(origin, object), object: annotate(object) };
    }
  }
  for (const manifest of ownManifests(environment, labels, otherLike)) {
    yield { ...manifest, object: annotate(manifest.object) };
  }
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

function* filesOf(environment: Environment): Generator<RenderedFile> {
  const turns = turnsOf(environment.services);
  const last = afterLastTurn(turns);
  const wavesOf = (concern: string) => (concern === 'observability' ? sideBySide : last);
  for (const { name, perEnvironment, perThing } of concerns) {
    const waves = wavesOf(name);
    if (perEnvironment) {
      const addTo = (chart: Chart) => perEnvironment(chart, environment);
      yield { file: `_${name}`, makings: [{ origin: environmentOrigin(name), addTo }], waves };
    }
    for (const { name: thing, part, addTo } of perThing?.(environment) ?? []) {
      yield {
        file: `_${name}-${thing}`,
        makings: [{ origin: environmentOrigin(name, part), addTo }],
        waves,
      };
    }
  }
  for (const service of environment.services) {
    const makings = PER_SERVICE.map(({ name: concern, perService }): Making => {
      const origin = { concern, part: undefined, service: service.name, variant: undefined };
      return { origin, addTo: (chart) => perService(chart, service, environment) };
    });
    yield { file: service.name, makings, waves: inTurn(turns.get(service.name) ?? 0) };
  }
}

const PER_SERVICE = concerns.filter(
  (concern): concern is Concern & Required<Pick<Concern, 'perService'>> => concern.perService !== undefined,
);
