import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { kind } from './api-object.ts';
import type { PodTemplate } from './kubernetes.ts';
import type { Plain } from './plain.ts';

/** Argo Rollouts' kinds, typed by @kubernetes-models/argo-rollouts. */
export class AnalysisTemplate extends kind<Plain<IAnalysisTemplate>>(
  'argoproj.io/v1alpha1',
  'AnalysisTemplate',
) {}
export class Rollout extends kind<RolloutFields>('argoproj.io/v1alpha1', 'Rollout') {}

type Spec = NonNullable<Plain<IRollout>['spec']>;

/** Pods are those of any workload: this package has types of its own for them, which differ in nothing that matters. */
interface RolloutFields {
  readonly spec: Omit<Spec, 'template'> & { readonly template: PodTemplate };
}

type Strategy = NonNullable<Spec['strategy']>;

/** Parts of those kinds that charts build in functions of their own. */
export type RolloutStrategy = Strategy;
export type CanaryStrategy = NonNullable<Strategy['canary']>;
export type BlueGreenStrategy = NonNullable<Strategy['blueGreen']>;
export type AnalysisMetric = NonNullable<Plain<IAnalysisTemplate>['spec']['metrics']>[number];
