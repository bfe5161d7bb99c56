import manifest from '../../package.json' with { type: 'json' };
import { locateFindings } from '../config/locate.ts';
import { placeOwn } from '../config/manifests/place-own.ts';
import type { InputFile } from '../model/input-file.ts';
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

/** The same with the lines of the input at fault. It reads the input once more: for reports that somebody reads. */
export function withPlaces(report: Report, files: readonly InputFile[]): Report {
  const findings = report.environments.flatMap((environment) => environment.findings);
  const located = placeOwn(files, locateFindings(files, findings));
  let at = 0;
  const environments = report.environments.map((environment) => {
    const own = located.slice(at, at + environment.findings.length);
    at += environment.findings.length;
    return { ...environment, findings: own };
  });
  return { ...report, environments };
}
