import manifest from '../../package.json' with { type: 'json' };
import type { LoadContext } from '../config/load-context.ts';
import { placeOwn } from '../config/manifests/place-own.ts';
import type { Finding } from '../model/finding.ts';
import type { InputFile } from '../model/input-file.ts';
import { placeFindings } from '../provenance/place-findings.ts';
import type { JudgedEnvironment, Report } from '../reporters/report.ts';
import { checkPages } from './judge.ts';

/** Of a run: the folder of what it renders, whether warnings fail it, and how long it took. */
export interface ReportOptions {
  readonly output?: string;
  readonly isStrict?: boolean | undefined;
  /** Whether people are told infos one by one. */
  readonly tellsInfos?: boolean | undefined;
  readonly seconds: number;
}

/** The report of a run over environments. */
export function toReport(environments: readonly JudgedEnvironment[], options: ReportOptions): Report {
  const { output = 'dist', isStrict = false, tellsInfos = true, seconds } = options;
  const { version } = manifest;
  return { version, checks: checkPages, environments, output, isStrict, tellsInfos, seconds };
}

/**
 * The same with the lines of the input at fault, for findings that somebody is told: `isTold` says which. Nothing is
 * worked out where there are none.
 */
export function withPlaces(report: Report, { files, context, isTold = () => true }: Placing): Report {
  const told = report.environments.flatMap(({ findings }) => findings.filter(isTold));
  const placed = placeFindings(files, placeOwn(files, told), context);
  const located = new Map(told.map((finding, index) => [finding, placed[index] ?? finding]));
  const environments = report.environments.map((environment) => ({
    ...environment,
    findings: environment.findings.map((finding) => located.get(finding) ?? finding),
  }));
  return { ...report, environments };
}

/** What places are found out from. */
export interface Placing {
  readonly files: readonly InputFile[];
  readonly context: LoadContext;
  readonly isTold?: (finding: Finding) => boolean;
}
