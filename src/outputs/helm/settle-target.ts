import { testHolds } from './conditions.ts';
import type { FactTable } from './fact-table.ts';
import type { Node } from './node.ts';
import { strategyTest } from './release-conditions.ts';
import { fieldPath, type Site } from './site.ts';
import { isConstant, type Vector } from './value-path.ts';

/** What an autoscaler scales: a Deployment where a service rolls, a Rollout elsewhere. Undefined for any other field. */
export function settleTarget(site: Site, vector: Vector, table: FactTable): Node | undefined {
  const { service } = site.object;
  if (service === undefined || isConstant(vector) || !fieldPath(site).includes('scaleTargetRef'))
    return undefined;
  const test = strategyTest(service, 'is', 'rolling');
  const isRolling = vector.map((_, index) => testHolds(test, index, table));
  const yes = wordWhere(isRolling, true, vector);
  const no = wordWhere(isRolling, false, vector);
  return yes === undefined || no === undefined ? undefined : { type: 'choice', test, yes, no };
}

/** The one text that all environments have in which it holds; undefined where there is none, or several. */
function wordWhere(holds: readonly (boolean | undefined)[], wanted: boolean, vector: Vector) {
  const isThere = vector.map((value, index) => value !== undefined && holds[index] !== !wanted);
  const words = new Set(vector.filter((_, index) => isThere[index]));
  const [word] = words;
  return words.size === 1 && typeof word === 'string' ? word : undefined;
}
