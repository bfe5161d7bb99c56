import type { Construct } from 'constructs';
import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';

/** Makes the objects of one part of what watches an environment, where the environment has it. */
export type PartChart = (scope: Construct, environment: Environment, observability: Observability) => void;
