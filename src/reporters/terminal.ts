import pc from 'picocolors';
import type { Severity } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { inReadingOrder, type Reading } from './reading-order.ts';
import { type Report, tally } from './report.ts';
import { visible } from './visible.ts';
import { countsText, exceptionText, extentText, placeName, subjectOf } from './wording.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** The report for people at a terminal, in colours if wanted. Says everything it is to tell, however much it is. */
export function reportTerminal(report: Report, isColoured = false): string {
  const colours = pc.createColors(isColoured);
  const readings = inReadingOrder(report).filter(
    ({ finding }) => report.tellsInfos || finding.severity !== 'info' || finding.exception,
  );
  const counting = readings.filter(({ finding }) => !finding.exception);
  const excepted = readings.filter(({ finding }) => finding.exception);
  const seconds = `${report.seconds.toFixed(2)} s`;
  const isInfo = ({ finding }: Reading) => finding.severity === 'info';
  const infos = counting.filter(isInfo).map((reading) => infoText(reading, report, colours));
  const paragraphs = [
    ...counting.filter((reading) => !isInfo(reading)).map((reading) => readingText(reading, report, colours)),
    ...(infos.length > 0 ? [infos.join('\n')] : []),
    ...fixes(counting, report, colours),
    ...exceptions(excepted, report, colours),
    `${colours.bold(countsText(report))}: ${extentText(report)}, ${seconds}${hidden(report)}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function hidden(report: Report): string {
  return report.tellsInfos || tally(report).info === 0 ? '' : '; --infos tells the infos';
}

function readingText({ finding, files }: Reading, report: Report, colours: Colours): string {
  const [first, ...others] = placesOf({ finding, files }, report);
  return [
    `${first} ${headOf(finding, colours)}`,
    `  ${factsOf(finding, colours)}`,
    ...others.map((file) => colours.dim(`  rendered into ${file}`)),
  ].join('\n');
}

/** Infos ask for nothing, and there can be one for every image: a line each. */
function infoText(reading: Reading, report: Report, colours: Colours): string {
  const [first, ...others] = placesOf(reading, report);
  const places = reading.finding.place ? [first] : [first, ...others];
  return `${places.join(' ')} ${headOf(reading.finding, colours)} ${factsOf(reading.finding, colours)}`;
}

/** The line of the input, where it is known, then the rendered files. */
function placesOf({ finding, files }: Reading, { output }: Report): readonly string[] {
  const { place, platform, environment } = finding;
  const rendered = files.filter((file) => file !== '').map((file) => visible(`${output}/${file}`));
  if (place) return [visible(placeName(place)), ...rendered];
  return rendered.length > 0 ? rendered : [`${platform}/${environment}`];
}

function headOf({ severity, check }: Finding, colours: Colours): string {
  return `${PAINT[severity](colours, severity)} ${colours.bold(check)}`;
}

function factsOf(finding: Finding, colours: Colours): string {
  return `${colours.bold(visible(subjectOf(finding)))}: ${visible(finding.message).replaceAll('\n', '\\n')}`;
}

const PAINT: Readonly<Record<Severity, (colours: Colours, text: string) => string>> = {
  error: (colours, text) => colours.red(text),
  warning: (colours, text) => colours.yellow(text),
  info: (colours, text) => colours.blue(text),
};

function fixes(readings: readonly Reading[], report: Report, colours: Colours): readonly string[] {
  const found = new Set(readings.map(({ finding }) => finding.check));
  const lines = report.checks
    .filter(({ name }) => found.has(name))
    .map(({ name, fix }) => `  ${colours.bold(name)}: ${colours.cyan(indented(fix))}`);
  if (lines.length === 0) return [];
  return [['How to mend it (charthouse explain-check NAME says why):', ...lines].join('\n')];
}

function exceptions(readings: readonly Reading[], report: Report, colours: Colours): readonly string[] {
  if (readings.length === 0) return [];
  const told = readings.map(({ finding, files }) => {
    const places = files.map((file) => `${report.output}/${file}`).join(' ');
    return [
      `  ${colours.bold(finding.check)} ${factsOf(finding, colours)}`,
      `    ${visible(permission(finding))}`,
      colours.dim(`    rendered into ${visible(places)}`),
    ].join('\n');
  });
  return [['Permitted by an exception:', ...told].join('\n')];
}

function permission({ exception }: Finding): string {
  return exception ? exceptionText(exception) : '';
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
