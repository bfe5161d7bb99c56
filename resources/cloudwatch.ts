import type { CloudMetric, CloudMetrics } from '../monitoring/forms/cloudwatch.ts';
import { cloudPanel } from '../monitoring/forms/panels/of-resources.ts';
import type { Panel } from '../monitoring/forms/panels/panel.ts';
import type { AlertRule } from '../monitoring/forms/rule.ts';
import type { CloudResource } from '../src/model/watched.ts';

/** A metric as the CloudWatch exporter writes it, and what its values are multiplied with. */
export interface ScaledMetric {
  readonly name: string;
  readonly factor: number;
}

/** What the alerts that all databases share look at. */
export interface DatabaseMetrics {
  readonly cpu: ScaledMetric;
  /** Bytes that are free. Aurora and DocumentDB grow by themselves. */
  readonly storage?: ScaledMetric;
  /** Milliseconds that readers are behind. Exporters cannot ask Aurora and DocumentDB for it. */
  readonly lag?: ScaledMetric;
}

/** What CloudWatch knows of a type of resource, and how it is asked, shown and judged. */
export interface CloudWatch {
  /** What AWS calls a resource, from what the environment says of it. */
  readonly nameOf: (said: {
    readonly name?: string | undefined;
    readonly url?: string | undefined;
    readonly arn?: string | undefined;
    readonly host: string;
  }) => string;
  /** What is asked for by that name, as every metric costs money: https://aws.amazon.com/cloudwatch/pricing/ */
  readonly metrics: readonly CloudMetrics[];
  /** Nodes that are found by asking, as only AWS knows how many there are. */
  readonly nodes?: {
    readonly namespace: string;
    readonly metrics: readonly CloudMetric[];
    /** Label with the name of a node, and the expression that those of a resource match. */
    readonly label: string;
    readonly named: (cloudName: string) => string;
    /** Expression of the names of these metrics; those of nobody's nodes are dropped. */
    readonly exported: string;
  };
  /** A metric that every one of them has, which lists them at the head of their dashboard; left out where they have none. */
  readonly listedBy?: string;
  readonly panels: readonly Panel[];
  readonly database?: DatabaseMetrics;
  readonly alerts?: (resources: readonly CloudResource[]) => readonly AlertRule[];
  /** PromQL of how much waits in the resource of that name. */
  readonly waiting?: (resource: string) => string;
}

/** The name that AWS made a host from, in its first label. */
export function firstLabel({ host }: { readonly host: string }): string {
  return host.split('.')[0] ?? '';
}

/** A metric that is taken as it is. */
export function plain(name: string): ScaledMetric {
  return { name, factor: 1 };
}

/** What CloudWatch has of every database. */
export const OF_DATABASE: readonly CloudMetric[] = [
  ['CPUUtilization', 'Average'],
  ['DatabaseConnections', 'Maximum'],
  ['FreeableMemory', 'Minimum'],
];

/** The panels of every database, and those that only some have. */
export function databasePanels(
  prefix: 'aws_rds' | 'aws_docdb',
  more: readonly Panel[] = [],
): readonly Panel[] {
  return [
    cloudPanel('CPU', 'Share of the CPU in use.', 'percent', 'max', {
      [`${prefix}_cpuutilization_average`]: 'CPU',
    }),
    cloudPanel('Free memory', 'Memory that is free. With none, it swaps.', 'bytes', 'min', {
      [`${prefix}_freeable_memory_minimum`]: 'free',
    }),
    cloudPanel('Connections to AWS', 'Connections that are open, as AWS counts them.', 'short', 'max', {
      [`${prefix}_database_connections_maximum`]: 'connections',
    }),
    ...more,
  ];
}
