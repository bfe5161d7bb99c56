import type { Relabel } from './scrape-config.ts';

/** Labels that discovery gives to a pod; they are gone once a target is chosen. */
export const POD = {
  container: '__meta_kubernetes_pod_container_name',
  name: '__meta_kubernetes_pod_name',
  namespace: '__meta_kubernetes_namespace',
  node: '__meta_kubernetes_pod_node_name',
  port: '__meta_kubernetes_pod_container_port_name',
  phase: '__meta_kubernetes_pod_phase',
} as const;

/** What discovery calls a label of a pod: every character Prometheus does not know in names becomes `_`. */
export function podLabel(label: string): string {
  return `__meta_kubernetes_pod_label_${label.replace(/[^A-Za-z0-9_]/g, '_')}`;
}

/** Keeps targets, or series, whose label matches the whole of an expression. */
export function keep(label: string, regex: string): Relabel {
  return { source_labels: [label], regex, action: 'keep' };
}

/** Drops targets, or series, whose label matches the whole of an expression. */
export function drop(label: string, regex: string): Relabel {
  return { source_labels: [label], regex, action: 'drop' };
}

/** Takes over a label as it is. An empty one is none. */
export function copy(from: string, to: string): Relabel {
  return { source_labels: [from], target_label: to, action: 'replace' };
}

/** Takes over a part of a label, where the whole of it matches. */
export function copyPart(from: string, regex: string, to: string, replacement = '$1'): Relabel {
  return { source_labels: [from], regex, target_label: to, replacement, action: 'replace' };
}

/** Sets a label to a fixed value. */
export function set(label: string, value: string): Relabel {
  return { target_label: label, replacement: value, action: 'replace' };
}

/**
 * Goes to another port of the same pod. Discovery lists a pod once for each declared port; the copies become equal,
 * and Prometheus keeps one.
 */
export function onPort(port: number): Relabel {
  return copyPart('__address__', '(.+):\\d+', '__address__', `$1:${port}`);
}

/** Pods that have ended answer no more. */
export const STILL_RUNNING = drop(POD.phase, 'Failed|Succeeded');
