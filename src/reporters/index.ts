import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { reportSarif } from './sarif.ts';
import { reportTerminal } from './terminal.ts';

/** Writes a report in one format. Colours are for those formats that can have them. */
export type Reporter = (report: Report, isColoured: boolean) => string;

/** The formats of `charthouse check --format`, the usual one first. */
export const reporters = {
  terminal: reportTerminal,
  json: reportJson,
  sarif: reportSarif,
  junit: reportJunit,
  github: reportGithub,
  markdown: reportMarkdown,
} as const satisfies Readonly<Record<string, Reporter>>;

/** Name of a format. */
export type ReportFormat = keyof typeof reporters;
