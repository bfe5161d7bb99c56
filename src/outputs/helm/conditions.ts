import type { Json } from '../../model/manifest.ts';
import type { FactTable } from './fact-table.ts';
import type { Condition, Test, When } from './node.ts';
import { originPath } from './origin-path.ts';
import { fieldPath, type Site } from './site.ts';
import type { ValuePath, Vector } from './value-path.ts';

/** Says when something is there that some columns do not have: by what the input says about it, where that fits. */
export function presence(
  site: Site,
  isIn: readonly boolean[],
  among: readonly boolean[],
  table: FactTable,
): When {
  const known = candidates(site, table).find((condition) => fits(condition, isIn, among, table));
  return { site, isIn, known };
}

/** The conditions that may rule this place, by what it is and never by how its environments happen to fall. */
function candidates(site: Site, table: FactTable): readonly Condition[] {
  const { kind, origin } = site.object;
  if (site.path !== undefined) {
    if (ROUTING.has(kind)) return switches(site, table);
    return RUNNING.has(kind) && site.path.key === 'replicas' ? scaled(site, 'equal') : [];
  }
  const exists: Condition = [{ test: 'enabled', path: originPath(origin) }];
  const ruled = AUTOSCALERS.has(kind) ? scaled(site, 'differ') : BUDGETS.has(kind) ? severalPods(site) : [];
  return [...ruled, ...ruled.map((condition) => [...exists, ...condition]), exists];
}

const AUTOSCALERS: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);
const BUDGETS: ReadonlySet<string> = new Set(['PodDisruptionBudget']);
const ROUTING: ReadonlySet<string> = new Set(['VirtualService', 'DestinationRule']);
const RUNNING: ReadonlySet<string> = new Set(['Deployment', 'Rollout']);

/** Routes come with variants and releases; several may be in the same environments, so those that the path names are first. */
function switches(site: Site, table: FactTable): readonly Condition[] {
  const path = fieldPath(site);
  const isNamed = (names: ValuePath) => path.some((key) => names.some((name) => key.includes(name)));
  const conditions = table.switches.map((fact): { readonly condition: Condition; readonly rank: number } => ({
    condition: [{ test: 'enabled', path: fact.path }],
    rank: Number(isNamed(fact.path.slice(1, 2))) + Number(isNamed(fact.path.slice(3, -1))),
  }));
  return conditions.sort((a, b) => b.rank - a.rank).map(({ condition }) => condition);
}

/** The path of what the input says of the scaling of a service, or of one of its variants. */
export function scalingPath({ object }: Site, key: string): ValuePath | undefined {
  const { service, variant } = object.origin;
  if (service === undefined) return undefined;
  const own = ['services', service, ...(variant === undefined ? [] : ['variants', variant])];
  return [...own, 'scaling', key];
}

function scaled(site: Site, test: 'differ' | 'equal'): readonly Condition[] {
  const min = scalingPath(site, 'min');
  const max = scalingPath(site, 'max');
  return min && max ? [[{ test, paths: [min, max] }]] : [];
}

/** A budget for a single pod would permit everything, so there is none. */
function severalPods(site: Site): readonly Condition[] {
  const max = scalingPath(site, 'max');
  return max ? [[{ test: 'atLeast', path: max, number: 2 }]] : [];
}

function fits(
  condition: Condition,
  isIn: readonly boolean[],
  among: readonly boolean[],
  table: FactTable,
): boolean {
  return isIn.every((there, column) => !among[column] || holds(condition, column, table) === there);
}

/** Whether the condition holds in a column; undefined where its values are not known there. */
function holds(condition: Condition, column: number, table: FactTable): boolean | undefined {
  for (const test of condition) {
    const result = testHolds(test, column, table);
    if (result !== true) return result;
  }
  return true;
}

/** Whether one test holds in a column; undefined where its values are not known there. */
export function testHolds(test: Test, column: number, table: FactTable): boolean | undefined {
  const value = (path: ValuePath): Json | undefined =>
    (table.find(path)?.vector as Vector | undefined)?.[column];
  if (test.test === 'enabled') return value(test.path) as boolean | undefined;
  if (test.test === 'atLeast') {
    const number = value(test.path);
    return number === undefined ? undefined : Number(number) >= test.number;
  }
  const [min, max] = test.paths.map(value);
  if (min === undefined || max === undefined) return undefined;
  return (min !== max) === (test.test === 'differ');
}
