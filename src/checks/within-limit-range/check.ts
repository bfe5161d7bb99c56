import type { ILimitRangeItem } from 'kubernetes-models/v1';
import { quantityOf } from '../../quantities/quantity.ts';
import type { Check } from '../check.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { PodContainer } from '../inventory/workload.ts';

export const withinLimitRange: Check = {
  name: 'within-limit-range',
  topic: 'resources',
  severity: 'error',
  summary: 'The resources of every container are within the LimitRange of its namespace.',
  why: 'The API server refuses other pods: the Deployment is accepted and then makes none. A default limit below what a container requests has the same end.',
  fix: 'Change the `resources` of the service, or the LimitRange.',
  sources: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  examine: (inventory, tell) => {
    const ranges = containerRanges(inventory);
    for (const { object, namespace, containers } of inventory.workloads) {
      for (const range of ranges.get(namespace) ?? []) {
        for (const { field, message } of containers.flatMap((container) => violations(container, range))) {
          tell(object, field, message);
        }
      }
    }
  },
};

function containerRanges({ ofKind }: Inventory): ReadonlyMap<string, readonly ILimitRangeItem[]> {
  const ranges = new Map<string, readonly ILimitRangeItem[]>();
  for (const object of ofKind('LimitRange', '')) {
    const { limits = [] } = specOf<{ limits: readonly ILimitRangeItem[] }>(object);
    const ofContainers = limits.filter(({ type }) => type === 'Container');
    ranges.set(namespaceOf(object), [...(ranges.get(namespaceOf(object)) ?? []), ...ofContainers]);
  }
  return ranges;
}

interface Violation {
  readonly field: string;
  readonly message: string;
}

function violations({ container, field }: PodContainer, range: ILimitRangeItem): readonly Violation[] {
  const { requests = {}, limits = {} } = container.resources ?? {};
  const told: Violation[] = [];
  const compare = (kind: string, name: string, value: unknown, least: unknown, most: unknown) => {
    const at = `${field}.resources.${kind}.${name}`;
    if (isBelow(value, least))
      told.push({ field: at, message: `expected at least ${least}, found ${value}` });
    if (isBelow(most, value)) told.push({ field: at, message: `expected at most ${most}, found ${value}` });
  };
  for (const [name, value] of Object.entries(requests)) {
    const most =
      limits[name] === undefined ? (range.default?.[name] ?? range.max?.[name]) : range.max?.[name];
    compare('requests', name, value, range.min?.[name], most);
  }
  for (const [name, value] of Object.entries(limits)) {
    compare('limits', name, value, range.min?.[name], range.max?.[name]);
  }
  return told;
}

function isBelow(value: unknown, bound: unknown): boolean {
  const [found, least] = [quantityOf(value), quantityOf(bound)];
  return found !== undefined && least !== undefined && found < least;
}
