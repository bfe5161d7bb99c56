import type { Relabeling } from '../../../imports/prometheus-operator.ts';
import type { Relabel } from '../../../monitoring/forms/scrape-config.ts';

/** Labels that the operator gives to targets of PodMonitors and Probes by itself. */
const GIVEN: Relabeling = { action: 'labeldrop', regex: 'container|endpoint|namespace|pod' };

/**
 * The steps of a job that finds its targets by itself, as the operator takes them, after its own: what those have set
 * is taken away, so that series have the same labels as in mode standalone.
 */
export function discoveredRelabelings(job: string, steps: readonly Relabel[]): readonly Relabeling[] {
  return [GIVEN, ...relabelings(job, steps)];
}

/** The steps of a job whose targets are listed. */
export function relabelings(job: string, steps: readonly Relabel[]): readonly Relabeling[] {
  return [{ action: 'replace', targetLabel: 'job', replacement: job }, ...steps.map(relabeling)];
}

/** One step, of targets or of series. `action` is always said, as the operator would add it to the object. */
export function relabeling(step: Relabel): Relabeling {
  const { action, regex, replacement, separator, source_labels, target_label } = step;
  return { action, sourceLabels: source_labels, separator, regex, targetLabel: target_label, replacement };
}
