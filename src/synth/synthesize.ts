import { App, Chart } from 'cdk8s';
import type { Concern } from '../../charts/concern.ts';
import { concerns } from '../../charts/index.ts';
import { environmentLabels } from '../../charts/labels.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import { turnsOf } from '../model/turns.ts';
import { annotateExceptions } from './exception-annotations.ts';
import { objectsOf } from './objects-of.ts';
import { rejectDuplicates } from './reject-duplicates.ts';
import { afterTurns, inTurn, sideBySide, type Waves } from './sync-wave.ts';

/**
 * Renders an environment: every concern for the environment as a whole, then for each service.
 * The same environment gives the same manifests in the same order, one file after the other. They are made as they
 * are asked for, and each file has an App of its own, so that what has been used can be let go of at once: keeping
 * every construct of a large platform doubles the time, all of it spent collecting garbage.
 */
export function* synthesize(environment: Environment): Generator<Manifest> {
  const check = rejectDuplicates();
  const annotate = annotateExceptions(environment.checking.exceptions);
  for (const { file, addTo, waves } of filesOf(environment)) {
    const labels = environmentLabels(environment);
    const chart = new Chart(new App(), file, { labels, disableResourceNameHashes: true });
    addTo(chart);
    for (const object of objectsOf(chart, waves)) {
      check(object, file);
      yield { file, object: annotate(object) };
    }
  }
}

interface RenderedFile {
  readonly file: string;
  readonly addTo: (chart: Chart) => void;
  readonly waves: Waves;
}

function* filesOf(environment: Environment): Generator<RenderedFile> {
  const turns = turnsOf(environment.services);
  const last = afterTurns(Math.max(0, ...turns.values()));
  const wavesOf = (concern: string) => (concern === 'observability' ? sideBySide : last);
  for (const { name, perEnvironment, perThing } of concerns) {
    if (perEnvironment)
      yield {
        file: `_${name}`,
        addTo: (chart) => perEnvironment(chart, environment),
        waves: wavesOf(name),
      };
    for (const thing of perThing?.(environment) ?? []) {
      yield { file: `_${name}-${thing.name}`, addTo: thing.addTo, waves: wavesOf(name) };
    }
  }
  for (const service of environment.services) {
    const addTo = (chart: Chart) => {
      for (const { perService } of PER_SERVICE) perService(chart, service, environment);
    };
    yield { file: service.name, addTo, waves: inTurn(turns.get(service.name) ?? 0) };
  }
}

const PER_SERVICE = concerns.filter(
  (concern): concern is Concern & Required<Pick<Concern, 'perService'>> => concern.perService !== undefined,
);
