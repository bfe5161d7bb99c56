import type { CheckPage, Severity } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { reportFingerprints } from './fingerprint.ts';
import type { Report } from './report.ts';
import { exceptionText, objectName, renderedFile, subjectOf } from './wording.ts';

/**
 * The report as SARIF 2.1.0, for code scanning. A finding is at the line of the input where that is known, else in the
 * rendered file; excepted ones are suppressed with their justification.
 */
export function reportSarif(report: Report): string {
  const ruleIndexes = new Map(report.checks.map(({ name }, index) => [name, index]));
  const findings = report.environments.flatMap((environment) => environment.findings);
  const fingerprints = reportFingerprints(findings);
  const results = findings.map((finding, at) => ({
    ruleId: finding.check,
    ruleIndex: ruleIndexes.get(finding.check),
    level: LEVELS[finding.severity],
    message: { text: `${subjectOf(finding)}: ${finding.message}` },
    ...locationsOf(finding, report),
    partialFingerprints: { 'charthouseFinding/v1': fingerprints[at] },
    suppressions: suppressionsOf(finding),
    properties: { platform: finding.platform, environment: finding.environment },
  }));
  const driver = { name: 'Charthouse', semanticVersion: report.version, rules: report.checks.map(toRule) };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** `problem.severity` and `tags` are what GitHub reads. */
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

function toRule({ name, topic, severity, summary, why, fix, sources }: CheckPage) {
  const links = sources.map((source) => `- <${source}>`).join('\n');
  return {
    id: name,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nTo mend it: ${fix}\n\n${sources.join('\n')}`,
      markdown: `${why}\n\n**To mend it:** ${fix}\n\n${links}`,
    },
    ...(sources[0] === undefined ? {} : { helpUri: sources[0] }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [topic], 'problem.severity': PROBLEMS[severity] },
  };
}

function locationsOf(finding: Finding, report: Report) {
  const { object, place } = finding;
  const rendered = renderedFile(finding, report);
  const logicalLocations = [
    {
      name: object.name,
      fullyQualifiedName: `${finding.platform}/${finding.environment}/${subjectOf(finding)}`,
      kind: 'object',
    },
  ];
  const inRendered = rendered === undefined ? undefined : artifact(rendered, 1, 1);
  if (!place) return { locations: [{ ...(inRendered ?? {}), logicalLocations }] };
  const location = { ...artifact(place.file, place.line, place.column), logicalLocations };
  const message = { text: `rendered as ${objectName(object)}` };
  return {
    locations: [location],
    ...(inRendered ? { relatedLocations: [{ id: 1, ...inRendered, message }] } : {}),
  };
}

/** GitHub shows no finding without a line, so that a rendered file as a whole is its first one. */
function artifact(path: string, startLine: number, startColumn: number) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } } };
}

/** An empty list says that suppressions were looked for; without the key, nobody would know. */
function suppressionsOf({ exception }: Finding) {
  if (!exception) return [];
  return [{ kind: 'external', status: 'accepted', justification: exceptionText(exception) }];
}
