import type { Environment } from '../../src/model/environment.ts';
import type { Observability, Part } from '../../src/model/observability.ts';
import type { ConcernFile } from '../concern.ts';
import { addWatcher, type Watcher } from './watcher.ts';

/** The files of one part of what watches an environment; none where the environment does not have it. */
export type PartFiles = (environment: Environment, observability: Observability) => readonly ConcernFile[];

/** The file of a program that watches, which has its name. */
export function watcherFile(environment: Environment, part: Part, watcher: Watcher): ConcernFile {
  return { name: watcher.name, part, addTo: (scope) => addWatcher(scope, environment, watcher) };
}
