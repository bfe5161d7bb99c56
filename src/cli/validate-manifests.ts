import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ValidationContext, ValidationViolatingResource } from 'cdk8s-cli/plugins';
import { eachEnvironment } from '../config/load.ts';
import { selectInput } from '../io/select-input.ts';
import type { CheckPage } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { FiledObject, ManifestObject } from '../model/manifest.ts';
import { createJudge } from '../pipeline/judge.ts';
import { loadContext } from '../pipeline/load-context.ts';
import { toReport, withPlaces } from '../pipeline/report-of.ts';
import { isFailed, tally } from '../reporters/report.ts';
import { countsText, exceptionText, extentText, objectName, placeName } from '../reporters/wording.ts';
import { readDocuments } from '../yaml/read-documents.ts';
import { secondsSince, today } from './clock.ts';
import { describeError } from './describe-error.ts';

const INPUT = 'environments';

/**
 * Judges the manifests that cdk8s has written, and reports a violation for each check that finds anything. Errors fail
 * the validation; warnings are told, infos counted. What an exception permits is logged.
 */
export async function validateManifests(context: ValidationContext): Promise<void> {
  try {
    await validate(context);
  } catch (error) {
    context.logger.log(describeError(error));
    context.report.submit('failure', { fault: 'the checks could not run' });
  }
}

async function validate({ manifests: paths, report: told, logger }: ValidationContext): Promise<void> {
  const started = performance.now();
  const files = selectInput(INPUT, {});
  const context = loadContext(today());
  const judge = createJudge({ input: INPUT, today: context.today });
  const byEnvironment = groupPaths(paths);
  for (const environment of eachEnvironment(files, context)) {
    const own = byEnvironment.get(`${environment.platform}/${environment.name}`) ?? [];
    await judge.environment(environment, own.flatMap(manifestsIn));
  }
  const report = withPlaces(toReport(judge.findings, { seconds: secondsSince(started) }), {
    files,
    context,
  });
  const findings = report.environments.flatMap((environment) => environment.findings);
  const written = new Map(
    paths.map((path) => [`manifests/${path.split(/[\\/]/).slice(-3).join('/')}`, path]),
  );
  for (const page of report.checks) {
    const counting = findings.filter((finding) => finding.check === page.name && asksForSomething(finding));
    if (counting.length > 0) told.addViolation(violationOf(page, counting, written));
  }
  for (const finding of findings) if (finding.exception) logger.log(exceptedText(finding));
  const { error, warning, info, excepted } = tally(report);
  logger.log(`Charthouse: ${countsText(report)}: ${extentText(report)}`);
  told.submit(isFailed(report) ? 'failure' : 'success', {
    errors: String(error),
    warnings: String(warning),
    infos: String(info),
    excepted: String(excepted),
  });
}

/** There can be an info for every image: `charthouse check --infos` tells them. */
function asksForSomething({ severity, exception }: Finding): boolean {
  return severity !== 'info' && !exception;
}

/** Paths end in `PLATFORM/ENVIRONMENT/FILE.yaml`, wherever cdk8s was told to write. */
function groupPaths(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of [...paths].sort()) {
    const name = path.split(/[\\/]/).slice(-3, -1).join('/');
    const group = groups.get(name);
    if (group) group.push(path);
    else groups.set(name, [path]);
  }
  return groups;
}

function manifestsIn(path: string): readonly FiledObject[] {
  const file = basename(path, '.yaml');
  return readDocuments(readFileSync(path, 'utf8')).map((object) => ({
    file,
    object: object as ManifestObject,
  }));
}

/** cdk8s knows no severities: the recommendation says which it is. */
function violationOf(page: CheckPage, findings: readonly Finding[], written: ReadonlyMap<string, string>) {
  const severity = findings[0]?.severity ?? page.severity;
  return {
    ruleName: page.name,
    recommendation: `[${severity}] ${page.summary} ${page.why}`,
    fix: page.fix,
    violatingResources: findings.map(
      ({ object, file, field, message, place }): ValidationViolatingResource => ({
        resourceName: objectName(object),
        manifestPath: written.get(file) ?? file,
        locations: [`${field === '' ? '' : `${field}: `}${message}${place ? ` (${placeName(place)})` : ''}`],
      }),
    ),
  };
}

function exceptedText({ check, object, exception }: Finding): string {
  return `${check} ${objectName(object)}: ${exception ? exceptionText(exception) : ''}`;
}
