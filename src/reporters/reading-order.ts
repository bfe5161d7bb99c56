import type { Severity } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from './report.ts';

/** One thing found, in every environment where it is the same. */
export interface Reading {
  /** The finding of the first environment. */
  readonly finding: Finding;
  /** Rendered files of all these environments, below the folder of all output. */
  readonly files: readonly string[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The findings of a report in the order people work through them: by severity, then file and line. What environments
 * of a platform have in common is told once, with every file it is in.
 */
export function inReadingOrder(report: Report): readonly Reading[] {
  const readings = new Map<string, { finding: Finding; files: string[] }>();
  for (const { findings } of report.environments) {
    for (const finding of findings) {
      const key = sameness(finding);
      const reading = readings.get(key);
      if (reading) reading.files.push(finding.file);
      else readings.set(key, { finding, files: [finding.file] });
    }
  }
  return [...readings.values()].sort(compare);
}

function sameness({ platform, check, severity, object, field, message, exception, place }: Finding): string {
  return JSON.stringify([platform, check, severity, object, field, message, exception?.name, place]);
}

function compare({ finding: a }: Reading, { finding: b }: Reading): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareText(fileOf(a), fileOf(b)) ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compareText(a.check, b.check) ||
    compareText(a.field, b.field)
  );
}

function fileOf({ place, file }: Finding): string {
  return place?.file ?? file;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
