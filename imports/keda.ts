import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** KEDA's kinds, typed by @kubernetes-models/keda. */
export class ScaledObject extends kind<Plain<IScaledObject>>('keda.sh/v1alpha1', 'ScaledObject') {}

/** One thing that a ScaledObject scales by. */
export type Trigger = NonNullable<Plain<IScaledObject>['spec']>['triggers'][number];
