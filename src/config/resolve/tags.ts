import type { Report } from '../report.ts';
import type { DocumentInput } from '../schema/document.ts';

/** What a label value may be (Kubernetes, labels and selectors: syntax and character set). */
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

/** The tags, keys sorted. Reports values no label can have. */
export function resolveTags({ tags }: DocumentInput, report: Report): Readonly<Record<string, string>> {
  const keys = Object.keys(tags).sort();
  for (const key of keys) {
    if (LABEL_VALUE.test(tags[key] as string)) continue;
    report(['tags', key], `expected the value of a label, found "${tags[key]}"`, {
      fix: 'use at most 63 letters, digits, hyphens, underscores and dots',
    });
  }
  return Object.fromEntries(keys.map((key) => [key, tags[key] as string]));
}
