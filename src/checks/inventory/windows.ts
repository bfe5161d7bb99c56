import type { Workload } from './workload.ts';

/** Whether pods run on Windows nodes, where the Linux settings of the pod security standards are refused. */
export function isWindows({ pod }: Workload): boolean {
  return pod.os?.name === 'windows';
}
