import type { Severity } from '../model/check.ts';
import { inReadingOrder, type Reading } from './reading-order.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';
import { countsText, exceptionText, extentText, renderedFile, subjectOf } from './wording.ts';

/**
 * The report as workflow commands, which GitHub Actions shows beside the lines of a pull request. Excepted findings are
 * notices. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function reportGithub(report: Report): string {
  const fixes = new Map(report.checks.map(({ name, fix }) => [name, fix]));
  const lines = inReadingOrder(report).map((reading) => commandOf(reading, report, fixes));
  return `${[...lines, `${countsText(report)}: ${extentText(report)}`].join('\n')}\n`;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function commandOf({ finding, files }: Reading, report: Report, fixes: ReadonlyMap<string, string>): string {
  const { severity, check, message, place, exception } = finding;
  const at = place
    ? { file: place.file, line: String(place.line), col: String(place.column) }
    : { file: renderedFile(finding, report) };
  const properties = Object.entries({ ...at, title: exception ? `excepted: ${check}` : check })
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const last = exception ? exceptionText(exception) : `fix: ${fixes.get(check) ?? ''}`;
  const rendered = files.filter((file) => file !== '').map((file) => `in ${report.output}/${file}`);
  const text = [`${subjectOf(finding)}: ${message}`, ...rendered, last].join('\n');
  const command = exception ? 'notice' : COMMANDS[severity];
  return `::${command} ${properties.join(',')}::${escapeData(visible(text))}`;
}

/** As the runner undoes it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
