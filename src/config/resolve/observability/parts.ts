import { PARTS, type Part } from '../../../model/observability.ts';
import type { LEVELS, ObservabilityInput } from '../../schema/observability.ts';

const MINIMAL = ['metrics', 'dashboards'] as const;
const STANDARD = [...MINIMAL, 'nodes', 'uptime', 'resources', 'tracing'] as const;

/** The parts of each level. */
const OF_LEVEL: Readonly<Record<(typeof LEVELS)[number], readonly Part[]>> = {
  minimal: MINIMAL,
  standard: STANDARD,
  full: PARTS,
};

/** Which parts an environment has: those of its level that there is anything for, but for those it names itself. */
export function partsOf(
  { level, parts }: ObservabilityInput,
  { hasMesh, hasCloudWatch }: { readonly hasMesh: boolean; readonly hasCloudWatch: boolean },
): Readonly<Record<Part, boolean>> {
  const had: Readonly<Partial<Record<Part, boolean>>> = { mesh: hasMesh, cloud: hasCloudWatch };
  const ofLevel = OF_LEVEL[level].filter((part) => had[part] ?? true);
  const entries = PARTS.map((part) => [part, parts[part] ?? ofLevel.includes(part)]);
  return Object.fromEntries(entries) as Record<Part, boolean>;
}

/** Whether there are agents on the nodes, which have a namespace of their own. */
export function hasNodeAgents(parts: Readonly<Record<Part, boolean>>): boolean {
  return parts.nodes || parts.logs;
}
