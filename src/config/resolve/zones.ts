import type { ServiceInput } from '../schema/service.ts';
import type { Scope } from './scope.ts';

/**
 * Reports callers that are to stay in their zone where not every zone has a pod: those of the others would all go to
 * the few there are.
 */
export function checkZones(
  name: string,
  { zones, scaling }: ServiceInput,
  { document, report }: Scope,
): void {
  const count = document.cluster.zones.length;
  if (zones !== 'prefer' || !scaling || scaling.min >= count) return;
  const message = `callers cannot prefer their zone: ${scaling.min} pods at least, and ${count} zones`;
  const fix = `raise scaling.min to ${count}, or write zones: spread`;
  report(['services', name, 'zones'], message, { fix });
}
