import type { ServiceInput } from '../schema/service.ts';
import type { Scope } from './scope.ts';

/** Reports a number that two ports of a service have, and those that the sidecar beside it listens on. */
export function reportPortNumbers(name: string, input: ServiceInput, { document, report }: Scope): void {
  const seen = new Map<number, string>();
  for (const [port, number] of Object.entries(input.ports ?? {})) {
    const path = ['services', name, 'ports', port];
    const other = seen.get(number);
    if (other !== undefined) {
      report(path, `${number} is the number of \`${other}\` already`, { fix: 'choose another' });
    }
    if (document.mesh !== 'none' && OF_SIDECAR.has(number)) {
      const fix = 'choose another, such as 8080: every pod has a sidecar';
      report(path, 'expected a port that the sidecar does not listen on', { found: number, fix });
    }
    seen.set(number, port);
  }
}

/** https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio, and 15009 for HBONE. */
const OF_SIDECAR: ReadonlySet<number> = new Set([
  15000, 15001, 15002, 15004, 15006, 15008, 15009, 15020, 15021, 15053, 15090,
]);
