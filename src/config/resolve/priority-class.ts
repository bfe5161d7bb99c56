import type { Priority } from '../../model/environment.ts';
import type { Observability } from '../../model/observability.ts';
import { nearest } from '../../words/nearest.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

/** The PriorityClass of a priority: they belong to no namespace, so their names start with the platform's. Reports one that does not exist. */
export function priorityClass(priority: string, path: Path, { document, report }: Scope): string {
  if (!Object.hasOwn(document.priorities, priority)) {
    const known = Object.keys(document.priorities);
    const guess = nearest(priority, known);
    report(path, `no priority is named \`${priority}\``, {
      fix: guess ? `write \`${guess}\`` : `use one of: ${known.sort().join(', ')}`,
    });
  }
  return `${document.platform}-${priority}`;
}

/** The class of that name which comes with `observability`. Reports a priority of the platform's own that has it. */
export function classNamed(name: string, { document, report }: Scope): string {
  if (Object.hasOwn(document.priorities, name)) {
    const fix = 'choose another name';
    report(['priorities', name], `\`${name}\` is a priority of observability`, { fix, at: 'key' });
  }
  return `${document.platform}-${name}`;
}

/**
 * The PriorityClasses of an environment, which belong to no namespace, so their names start with the platform's. Above
 * those that are written stand what pages people, which is needed most when room is short, and the agents of nodes:
 * a pod of a DaemonSet that is pushed out has no other node to go to.
 */
export function prioritiesOf(
  { platform, priorities }: DocumentInput,
  observability: Observability | undefined,
): readonly Priority[] {
  const written = Object.entries(priorities).sort(([a], [b]) => (a < b ? -1 : 1));
  const highest = Math.max(0, ...written.map(([, value]) => value));
  return [
    ...written.map(([name, value]) => ({
      className: `${platform}-${name}`,
      value,
      description: `Pods of ${platform} with priority ${name}`,
    })),
    ...(observability ? watching(platform, highest, observability) : []),
  ];
}

function watching(platform: string, highest: number, { mode, parts, classes }: Observability): Priority[] {
  const isPaging = (mode === 'standalone' && parts.metrics) || parts.uptime;
  const hasAgents = parts.nodes || parts.logs;
  const alerting = { className: classes.alerting, description: `What alerts of ${platform} depend on` };
  const agents = { className: classes.agents, description: `What watches the nodes of ${platform}` };
  return [
    ...(isPaging ? [{ ...alerting, value: highest + 1 }] : []),
    ...(hasAgents ? [{ ...agents, value: highest + 2 }] : []),
  ];
}
