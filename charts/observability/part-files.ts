import type { Environment } from '../../src/model/environment.ts';
import type { Observability, Part } from '../../src/model/observability.ts';
import { addComponent } from '../component/add-component.ts';
import type { Component } from '../component/component.ts';
import type { ConcernFile } from '../concern.ts';

/** The files of one part of what watches an environment; none where the environment does not have it. */
export type PartFiles = (environment: Environment, observability: Observability) => readonly ConcernFile[];

/** The file of a component, which has its name. */
export function componentFile(environment: Environment, part: Part, component: Component): ConcernFile {
  return { name: component.name, part, addTo: (scope) => addComponent(scope, environment, component) };
}
