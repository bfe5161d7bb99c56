import type { Finding } from '../model/finding.ts';
import { objectName } from './wording.ts';

/**
 * What tells each finding from all others and stays when lines move and messages change: the check, the environment,
 * the object and the field, numbered where one field has several findings.
 */
export function reportFingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { check, platform, environment, object, field } = finding;
    const text = `${check} ${platform}/${environment} ${object.apiVersion} ${objectName(object)} ${field}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} #${count}`;
  });
}
