import type { ILifecycleHandler } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';
import type { Workload } from '../inventory/workload.ts';

/** The API's default. */
const GRACE = 30;

export const stopsGracefully: Check = {
  name: 'stops-gracefully',
  topic: 'reliability',
  severity: 'error',
  summary: 'Pods have time left to stop once their `preStop` hook is over.',
  why: 'The grace period counts from the start of the hook: when the hook takes all of it, the program is killed in the middle of its requests.',
  fix: 'Write a longer grace than drain: `stop: {drain: 10s, grace: 45s}`.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination'],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      if (!workload.isKeptRunning) continue;
      for (const { field, message } of haste(workload)) tell(workload.object, field, message);
    }
  },
};

interface Haste {
  readonly field: string;
  readonly message: string;
}

function haste({ pod, podField, containers }: Workload): readonly Haste[] {
  const grace = pod.terminationGracePeriodSeconds ?? GRACE;
  if (grace === 0) {
    return [
      { field: `${podField}.terminationGracePeriodSeconds`, message: 'expected time to stop, found 0' },
    ];
  }
  return containers.flatMap(({ container, field }) => {
    const slept = secondsSlept(container.lifecycle?.preStop);
    const message = `expected less than the grace of ${grace} s, found ${slept} s`;
    return slept < grace ? [] : [{ field: `${field}.lifecycle.preStop`, message }];
  });
}

const SLEEP = /\bsleep (\d+)/;

/** 0 when the hook does something else. */
function secondsSlept(hook: ILifecycleHandler | undefined): number {
  if (hook?.sleep) return hook.sleep.seconds;
  return Number(SLEEP.exec((hook?.exec?.command ?? []).join(' '))?.[1] ?? 0);
}
