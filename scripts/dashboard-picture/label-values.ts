import type { PlacedPanel } from '../../monitoring/forms/panels/panel.ts';

/** Values that stand for a label: those of the platform where they are known, else its name in angle brackets. */
export type LabelValues = (label: string) => readonly string[];

const FIXED: Readonly<Record<string, readonly string[]>> = {
  alertname: ['CPUThrottlingHigh'],
  class: ['2xx', '4xx', '5xx'],
  namespace: [''],
  reason: ['ContainerCreating'],
  resource: [''],
  response_flags: ['UO', 'UT'],
  rollouts_pod_template_hash: ['5d8f7c9b4', '7b9c6d5f8'],
  severity: ['info'],
  slo: ['availability', 'latency'],
  version: ['3f2c1ab', '9d04e7c'],
};

/** Whose page it is, and who is around it; undefined on pages of the platform. */
export interface Around {
  readonly service: string;
  readonly callers: readonly string[];
  readonly called: readonly string[];
}

/** What labels may be in a platform with these services, on the page of one of them if it is one. */
export function labelValues(services: readonly string[], around?: Around): LabelValues {
  const pods = ['7c9d4-x2k8p', '7c9d4-q5m1z', '7c9d4-h7w3n'].map(
    (end) => `${around?.service ?? 'pod'}-${end}`,
  );
  const known: Readonly<Record<string, readonly string[]>> = {
    ...FIXED,
    pod: pods,
    service: services.slice(0, 8),
    source_workload: around?.callers ?? services,
    destination_service_name: around?.called ?? services,
  };
  return (label) => known[label] ?? [`‹${label}›`];
}

/** What its curves and numbers are called: one for each value of the label in a legend, three at most. */
export function namesOf({ targets = [] }: PlacedPanel, values: LabelValues): readonly string[] {
  return targets.flatMap(({ expr = '', legendFormat = '' }) => {
    const [, first] = /\{\{(\w+)\}\}/.exec(legendFormat) ?? [];
    if (first === undefined) return [legendFormat.replace('__auto', 'value')];
    // Behind TCP are hosts outside, which have no names in a dashboard.
    const known = expr.includes('istio_tcp_') ? ['‹host›'] : values(first);
    return known
      .slice(0, 3)
      .map((value) =>
        legendFormat
          .replace(`{{${first}}}`, value)
          .replace(/\{\{(\w+)\}\}/g, (_, label: string) => values(label)[0] ?? label),
      );
  });
}
