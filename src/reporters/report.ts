import type { CheckPage, Severity } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';

/** What the checks found in one environment. */
export interface JudgedEnvironment {
  readonly platform: string;
  readonly environment: string;
  /** Objects that were looked at. */
  readonly objects: number;
  readonly findings: readonly Finding[];
}

/** What one run of the checks has to tell: everything a report format may need. */
export interface Report {
  /** Version of Charthouse. */
  readonly version: string;
  /** Every check that ran, in the order of the topics. */
  readonly checks: readonly CheckPage[];
  /** Sorted by platform and name. */
  readonly environments: readonly JudgedEnvironment[];
  /** Folder of all output: `dist`. */
  readonly output: string;
  /** Warnings fail the run like errors. */
  readonly isStrict: boolean;
  /** Infos are told one by one, and not only counted, to people at a terminal. */
  readonly tellsInfos: boolean;
  readonly seconds: number;
}

/** How many findings of a report count, by severity, and how many an exception permits. */
export interface Tally extends Readonly<Record<Severity, number>> {
  readonly excepted: number;
}

/** Counts the findings of a report. */
export function tally({ environments }: Pick<Report, 'environments'>): Tally {
  const counts = { error: 0, warning: 0, info: 0, excepted: 0 };
  for (const { findings } of environments) {
    for (const { severity, exception } of findings) counts[exception ? 'excepted' : severity] += 1;
  }
  return counts;
}

/** Whether what was found fails the run: an error does, and a warning where the report is strict. */
export function isFailed(report: Pick<Report, 'environments' | 'isStrict'>): boolean {
  return report.environments.some(({ findings }) => findings.some((finding) => fails(finding, report)));
}

/** Whether a single finding fails the run. */
export function fails(finding: Finding, { isStrict }: Pick<Report, 'isStrict'>): boolean {
  if (finding.exception) return false;
  return finding.severity === 'error' || (isStrict && finding.severity === 'warning');
}
