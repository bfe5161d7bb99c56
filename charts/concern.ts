import type { Construct } from 'constructs';
import type { Environment } from '../src/model/environment.ts';
import type { Service } from '../src/model/service.ts';

/**
 * One concern of an environment: it creates its API objects under `scope`, one per file.
 * Objects of the whole environment go to `_<name>.yaml`, or to a file for each thing there is several of,
 * `_<name>-<thing>.yaml`; those of a service to `<service>.yaml`.
 * Labels that every object carries are added by the scope; a concern writes only its own.
 */
export interface Concern {
  readonly name: string;
  /** One line for the reference: which objects it makes. */
  readonly summary: string;
  readonly perEnvironment?: (scope: Construct, environment: Environment) => void;
  readonly perThing?: (environment: Environment) => readonly ConcernFile[];
  readonly perService?: (scope: Construct, service: Service, environment: Environment) => void;
}

/** The objects of one thing of a concern, `_<name of the concern>-<name>.yaml`. */
export interface ConcernFile {
  readonly name: string;
  /** The part of the concern that it belongs to, in the word by which the input turns that on. */
  readonly part: string;
  readonly addTo: (scope: Construct) => void;
}
