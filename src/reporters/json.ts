import type { CheckPage } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { type Report, tally } from './report.ts';

/** Of the shape of the report: it grows when a reader of the old shape would misread the new one. */
const VERSION = 1;

/**
 * The report for programs. Every key is always there, `null` where there is nothing to say; two runs over the same
 * objects give the same bytes. docs/checks.md documents the shape.
 */
export function reportJson(report: Report): string {
  const { error, warning, info, excepted } = tally(report);
  const content = {
    version: VERSION,
    charthouse: report.version,
    strict: report.isStrict,
    summary: { errors: error, warnings: warning, infos: info, excepted },
    checks: report.checks.map(toCheck),
    environments: report.environments.map(({ platform, environment, objects, findings }) => ({
      platform,
      environment,
      objects,
      findings: findings.map((finding) => toFinding(finding, report)),
    })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function toCheck({ name, topic, severity, summary, why, fix, sources }: CheckPage) {
  return { name, topic, severity, summary, why, fix, sources };
}

function toFinding(
  { check, severity, object, field, message, file, place, exception }: Finding,
  report: Report,
) {
  const { apiVersion, kind, namespace, name } = object;
  return {
    check,
    severity,
    object: { apiVersion, kind, namespace: namespace ?? null, name },
    field,
    message,
    rendered: file === '' ? null : `${report.output}/${file}`,
    input: place ? { file: place.file, line: place.line, column: place.column } : null,
    exception: exception ? toException(exception) : null,
  };
}

function toException({ name, justification, owner, expires }: NonNullable<Finding['exception']>) {
  return { name, justification, owner, expires };
}
