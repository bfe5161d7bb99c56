import { PARTS } from '../../../src/model/observability.ts';

/** What of the input turns a rule file on, where it is more than metrics: the part, or the concern, of its name. */
export function rulesPart(file: string): string | undefined {
  if (PARTS.some((part) => part === file)) return `observability.${file}`;
  return file === 'backups' ? file : undefined;
}
