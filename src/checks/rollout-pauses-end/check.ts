import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

export const rolloutPausesEnd: Check = {
  name: 'rollout-pauses-end',
  topic: 'delivery',
  severity: 'info',
  summary: 'Pauses of a Rollout end by themselves.',
  why: 'While a Rollout waits for a person, the sync of its Application goes on running: hooks after it do not start and newer commits wait. Teams that promote by hand accept this.',
  fix: 'Write `pause: {duration: 10m}` and let an analysis decide.',
  sources: ['https://github.com/argoproj/argo-cd/issues/19422'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('Rollout', 'argoproj.io')) {
      const steps = specOf<RolloutSpec>(object).strategy?.canary?.steps ?? [];
      for (const [index, { pause }] of steps.entries()) {
        if (!pause || pause.duration !== undefined) continue;
        tell(object, `spec.strategy.canary.steps[${index}].pause`, 'expected a duration, found nothing');
      }
    }
  },
};

interface RolloutSpec {
  readonly strategy: {
    readonly canary?: { readonly steps?: readonly { readonly pause?: { readonly duration?: unknown } }[] };
  };
}
