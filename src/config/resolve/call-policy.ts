import type { Port } from '../../model/dependency.ts';
import { istioDuration } from '../duration.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { UseInput } from '../schema/traffic.ts';
import { isHttp } from './ports.ts';

/** The service that is called, as far as timeouts and retries depend on it. */
export interface Called {
  readonly name: string;
  readonly port: Port;
  readonly latency: NonNullable<ServiceInput['slo']>['latency'];
}

/** Milliseconds of one attempt: its share of the whole; undefined where there is one attempt, or no end. */
export function timeOfEachTry({ timeout, retries }: UseInput): number | undefined {
  return timeout !== undefined && retries ? Math.floor(timeout / (retries + 1)) : undefined;
}

/** Reports timeouts and retries without effect: they are of requests, and a repeated request is one that is tried again. */
export function checkCallPolicy(
  path: readonly string[],
  use: UseInput,
  called: Called,
  report: Report,
): void {
  const { port } = called;
  for (const key of ['timeout', 'retries'] as const) {
    if (use[key] === undefined || isHttp(port)) continue;
    const fix = 'remove it: the mesh tells no requests apart there';
    report([...path, key], `${key} means nothing on port \`${port.name}\``, { fix, at: 'key' });
  }
  if (use.idempotent && !use.retries) {
    const fix = 'remove it, or write retries: 2';
    report([...path, 'idempotent'], 'idempotent means nothing without retries', { fix, at: 'key' });
  }
  if (use.timeout !== undefined && use.timeout < (use.retries ?? 0) + 1) {
    report([...path, 'timeout'], `expected at least 1ms for each of ${(use.retries ?? 0) + 1} attempts`);
  }
  checkPromise(path, use, called, report);
}

/** An attempt that ends before the service has promised to answer is repeated while the first is still worked on. */
function checkPromise(
  path: readonly string[],
  use: UseInput,
  { name, latency }: Called,
  report: Report,
): void {
  const { idempotent, retries = 0, timeout } = use;
  const perTry = idempotent ? timeOfEachTry(use) : timeout;
  if (perTry === undefined || !latency || perTry >= latency.under) return;
  const attempts = perTry === timeout ? 1 : retries + 1;
  const under = istioDuration(latency.under);
  const share = attempts === 1 ? 'a call ends' : `each of ${attempts} attempts ends`;
  report([...path, 'timeout'], `${share} after ${istioDuration(perTry)}, and \`${name}\` promises ${under}`, {
    fix: `write at least ${istioDuration(latency.under * attempts)}${attempts > 1 ? ', or fewer retries' : ''}`,
  });
}
