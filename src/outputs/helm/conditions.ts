import type { Json } from '../../model/manifest.ts';
import type { FactTable } from './fact-table.ts';
import type { Condition, Test, When } from './node.ts';
import { releaseConditions, releasedObject } from './release-conditions.ts';
import { fieldPath, type Site } from './site.ts';
import type { ValuePath, Vector } from './value-path.ts';

/** Says when something is there that some environments do not have: by what the input says about it, where that fits. */
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
  const { kind, service, variant } = site.object;
  const key = site.path?.key;
  if (site.path === undefined) return objectConditions(site);
  if (RUNNING.has(kind) && key === 'replicas') return scaled(service, variant, 'equal');
  if (kind === 'Telemetry' && key === 'tracing') return [[enabled(['mesh', 'tracing', 'enabled'])]];
  const released = releaseConditions(site, table);
  return ROUTING.has(kind) ? [...variantConditions(site, table), ...released] : released;
}

const AUTOSCALERS: ReadonlySet<string> = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);
const RUNNING: ReadonlySet<string> = new Set(['Deployment', 'Rollout']);
const ROUTING: ReadonlySet<string> = new Set(['VirtualService', 'DestinationRule']);

function objectConditions({ object }: Site): readonly Condition[] {
  const { kind, service, variant } = object;
  if (service === undefined) return [];
  const own = ['services', service];
  const exists = variant === undefined ? own : [...own, 'variants', variant];
  const ruled = AUTOSCALERS.has(kind)
    ? scaled(service, variant, 'differ')
    : releasedObject(object.kind, service, variant);
  const both = ruled.map((condition) => [enabled([...exists, 'enabled']), ...condition]);
  return variant === undefined
    ? [...ruled, ...both, [enabled([...own, 'enabled'])]]
    : [...both, [enabled([...exists, 'enabled'])]];
}

function scaled(
  service: string | undefined,
  variant: string | undefined,
  test: 'differ' | 'equal',
): readonly Condition[] {
  if (service === undefined) return [];
  const scaling = ['services', service, ...(variant === undefined ? [] : ['variants', variant]), 'scaling'];
  return [
    [
      {
        test,
        paths: [
          [...scaling, 'min'],
          [...scaling, 'max'],
        ],
      },
    ],
  ];
}

/** A variant whose name the path holds comes first: several may be in the same environments. */
function variantConditions(site: Site, table: FactTable): readonly Condition[] {
  const { owner } = site;
  if (owner === undefined) return [];
  const path = fieldPath(site);
  const variants = table.variantsOf(owner);
  const named = variants.filter((variant) => path.includes(variant));
  return [...named, ...variants].map((variant) => [
    enabled(['services', owner, 'variants', variant, 'enabled']),
  ]);
}

function enabled(path: ValuePath): Test {
  return { test: 'enabled', path };
}

function fits(
  condition: Condition,
  isIn: readonly boolean[],
  among: readonly boolean[],
  table: FactTable,
): boolean {
  return isIn.every((there, index) => !among[index] || holds(condition, index, table) === there);
}

/** Whether the condition holds in an environment; undefined where its values are not known there. */
function holds(condition: Condition, index: number, table: FactTable): boolean | undefined {
  for (const test of condition) {
    const result = testHolds(test, index, table);
    if (result !== true) return result;
  }
  return true;
}

/** Whether one test holds in an environment; undefined where its values are not known there. */
export function testHolds(test: Test, index: number, table: FactTable): boolean | undefined {
  const value = (path: ValuePath): Json | undefined =>
    (table.find(path)?.vector as Vector | undefined)?.[index];
  if (test.test === 'enabled') return value(test.path) as boolean | undefined;
  if ('word' in test) {
    const word = value(test.path);
    return word === undefined ? undefined : (word === test.word) === (test.test === 'is');
  }
  const [min, max] = test.paths.map(value);
  if (min === undefined || max === undefined) return undefined;
  return (min !== max) === (test.test === 'differ');
}
