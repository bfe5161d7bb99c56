import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { type ApplyOrder, applyOrderOf, isAfter, orderText } from '../inventory/apply-order.ts';
import { type Need, needsOf } from '../inventory/needs.ts';
import { oncePerItem } from '../inventory/once.ts';

export const syncWavesOrdered: Check = {
  name: 'sync-waves-ordered',
  topic: 'delivery',
  severity: 'error',
  summary: 'What an object needs is applied in its own sync wave or in an earlier one.',
  why: 'Argo CD waits until a wave is healthy before it goes on. What waits for a later wave never is: the first sync into an empty namespace stops there.',
  fix: 'Lower `argocd.argoproj.io/sync-wave` of what is needed, or raise that of what needs it. A PreSync hook comes before everything else.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/'],
  examine: (inventory, tell) => {
    const orderOf = orders(inventory);
    for (const need of needsOf(inventory)) {
      const message = lateness(need, orderOf);
      if (message) tell(need.object, need.field, message);
    }
  },
};

/** Objects are needed by many others. */
const orders = oncePerItem(applyOrderOf);

type OrderOf = (object: ManifestObject) => ApplyOrder | undefined;

/** Undefined when something that is needed comes in time. */
function lateness({ object, needed }: Need, orderOf: OrderOf): string | undefined {
  const own = orderOf(object);
  if (!own) return undefined;
  for (const other of needed) {
    const order = orderOf(other);
    if (!order || !isAfter(order, own)) return undefined;
  }
  const [last] = needed;
  const order = last && orderOf(last);
  if (!last || !order) return undefined;
  return `expected ${last.kind} ${last.metadata.name} by ${orderText(own)}, found it in ${orderText(order)}`;
}
