import type { Check } from '../check.ts';
import { applyOrderOf, isAfter, orderText } from '../inventory/apply-order.ts';
import { type Need, needsOf } from '../inventory/needs.ts';

export const syncWavesOrdered: Check = {
  name: 'sync-waves-ordered',
  topic: 'delivery',
  severity: 'error',
  summary: 'What an object needs is applied in its own sync wave or in an earlier one.',
  why: 'Argo CD waits until a wave is healthy before it goes on. What waits for a later wave never is: the first sync into an empty namespace stops there.',
  fix: 'Lower `argocd.argoproj.io/sync-wave` of what is needed, or raise that of what needs it. A PreSync hook comes before everything else.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/'],
  examine: (inventory, tell) => {
    for (const need of needsOf(inventory)) {
      const message = lateness(need);
      if (message) tell(need.object, need.field, message);
    }
  },
};

/** Undefined when something that is needed comes in time. */
function lateness({ object, needed }: Need): string | undefined {
  const own = applyOrderOf(object);
  if (!own) return undefined;
  for (const other of needed) {
    const order = applyOrderOf(other);
    if (!order || !isAfter(order, own)) return undefined;
  }
  const [last] = needed;
  const order = last && applyOrderOf(last);
  if (!last || !order) return undefined;
  return `expected ${last.kind} ${last.metadata.name} by ${orderText(own)}, found it in ${orderText(order)}`;
}
