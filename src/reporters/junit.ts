import type { CheckPage } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { fails, type JudgedEnvironment, type Report } from './report.ts';
import { counted, exceptionText, placeName, renderedFile, subjectOf } from './wording.ts';
import { type Element, element, writeXml } from './xml.ts';

/**
 * The report as JUnit XML: a suite per environment, a case per check. What fails the run is a failure; warnings that
 * do not and infos are told as output; a check whose findings are all excepted is skipped, with the reason.
 */
export function reportJunit(report: Report): string {
  const suites = report.environments.map((environment) => suiteOf(environment, report));
  const sum = (count: 'tests' | 'failures' | 'skipped') =>
    String(suites.reduce((total, { attributes }) => total + Number(attributes[count]), 0));
  const attributes = {
    name: 'charthouse check',
    tests: sum('tests'),
    failures: sum('failures'),
    errors: '0',
  };
  return writeXml(element('testsuites', { ...attributes, skipped: sum('skipped') }, suites));
}

function suiteOf({ platform, environment, findings }: JudgedEnvironment, report: Report): Element {
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    const found = byCheck.get(finding.check);
    if (found) found.push(finding);
    else byCheck.set(finding.check, [finding]);
  }
  const name = `${platform}/${environment}`;
  const cases = report.checks.map((check) => caseOf(check, name, byCheck.get(check.name) ?? [], report));
  const having = (child: string) => String(cases.filter((test) => has(test, child)).length);
  const counts = { tests: String(cases.length), failures: having('failure'), errors: '0' };
  return element('testsuite', { name, ...counts, skipped: having('skipped') }, cases);
}

function has({ content }: Element, name: string): boolean {
  return typeof content !== 'string' && content.some((child) => child.name === name);
}

function caseOf(check: CheckPage, suite: string, findings: readonly Finding[], report: Report): Element {
  const failing = findings.filter((finding) => fails(finding, report));
  const told = findings.filter((finding) => !finding.exception && !fails(finding, report));
  const excepted = findings.filter(({ exception }) => exception);
  const content = [
    ...(failing.length > 0 ? [failureOf(check, failing, report)] : []),
    ...(failing.length === 0 && told.length === 0 && excepted.length > 0 ? [skippedOf(excepted)] : []),
    ...(told.length + excepted.length > 0 ? [outputOf([...told, ...excepted], report)] : []),
  ];
  return element('testcase', { name: check.name, classname: `${suite}.${check.topic}` }, content);
}

function failureOf({ summary, fix }: CheckPage, findings: readonly Finding[], report: Report): Element {
  const message = `${counted(findings.length, 'finding')}; expected: ${summary}`;
  const text = [...findings.map((finding) => lineOf(finding, report)), `To mend it: ${fix}`].join('\n');
  return element('failure', { message, type: findings[0]?.severity ?? 'error' }, text);
}

function skippedOf(findings: readonly Finding[]): Element {
  const texts = findings.map(({ exception }) => (exception ? exceptionText(exception) : ''));
  return element('skipped', { message: [...new Set(texts)].join('\n') });
}

function outputOf(findings: readonly Finding[], report: Report): Element {
  return element('system-out', {}, findings.map((finding) => lineOf(finding, report)).join('\n'));
}

function lineOf(finding: Finding, report: Report): string {
  const { severity, message, place, exception } = finding;
  const where = place ? placeName(place) : renderedFile(finding, report);
  const head = `${where === undefined ? '' : `${where} `}${exception ? 'excepted' : severity}`;
  const tail = exception ? `; ${exceptionText(exception)}` : '';
  return `${head} ${subjectOf(finding)}: ${message}${tail}`;
}
