import type { Finding } from '../model/finding.ts';
import { code, text } from './markdown-text.ts';
import type { JudgedEnvironment, Report } from './report.ts';
import { counted, countsText, extentText, objectName, placeName, renderedFile } from './wording.ts';

/** The report for a comment on a pull request: a table per environment, how to mend it, and the exceptions folded. */
export function reportMarkdown(report: Report): string {
  const blocks = [
    `**charthouse check: ${countsText(report)}**`,
    extentText(report),
    ...report.environments.flatMap((environment) => environmentBlocks(environment, report)),
    ...fixesBlock(report),
    ...report.environments.flatMap((environment) => exceptionsBlock(environment, report)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function environmentBlocks(environment: JudgedEnvironment, report: Report): readonly string[] {
  const findings = environment.findings.filter(({ exception }) => !exception);
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => {
    const { severity, check, field, message } = finding;
    const at = field === '' ? '' : `<br>${code(field)}`;
    const subject = `${code(objectName(finding.object))}${at}`;
    return `| ${severity} | ${code(check)} | ${subject} | ${text(message)} | ${where(finding, report)} |`;
  });
  const head = ['| | check | object | found | where |', '|---|---|---|---|---|'];
  return [`### ${titleOf(environment)}`, [...head, ...rows].join('\n')];
}

function where(finding: Finding, report: Report): string {
  const place = finding.place ? placeName(finding.place) : renderedFile(finding, report);
  return place === undefined ? '' : code(place);
}

function titleOf({ platform, environment }: JudgedEnvironment): string {
  return text(`${platform}/${environment}`);
}

/** What checks say of themselves is Markdown already. */
function fixesBlock({ checks, environments }: Report): readonly string[] {
  const found = new Set(
    environments.flatMap(({ findings }) =>
      findings.filter(({ exception }) => !exception).map(({ check }) => check),
    ),
  );
  const items = checks
    .filter(({ name }) => found.has(name))
    .map(({ name, fix }) => `- ${code(name)}: ${fix.replaceAll('\n', '\n  ')}`);
  return items.length === 0 ? [] : ['### How to mend it', items.join('\n')];
}

function exceptionsBlock(environment: JudgedEnvironment, report: Report): readonly string[] {
  const excepted = environment.findings.filter(({ exception }) => exception);
  if (excepted.length === 0) return [];
  const rows = excepted.map((finding) => {
    const { exception, check, object, message } = finding;
    const why = exception ? [exception.justification, exception.owner, exception.expires].map(text) : [];
    const cells = [code(check), code(objectName(object)), text(message), ...why, where(finding, report)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `<details>\n<summary>${counted(excepted.length, 'exception')} in ${titleOf(environment)}</summary>`,
    [
      '| check | object | found | justification | owner | until | where |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
    '</details>',
  ];
}
