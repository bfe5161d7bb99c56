import type { SecretKey } from '../../model/service.ts';
import { REFERENCE, reportUnclosed } from '../fill-facts.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { Path } from '../source.ts';
import { outputOf } from './outputs.ts';
import type { Scope } from './scope.ts';

/** What a text comes to: itself with its references filled in, or a key of the service's Secret. */
export type ResolvedText =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'secret'; readonly key: SecretKey };

/** What a reference may stand in: a service's own configuration, and where to report. */
export interface ReferenceContext {
  readonly name: string;
  readonly service: ServiceInput;
  readonly scope: Scope;
}

/**
 * Fills in the references of a text. A secret must stand alone, because a text around it would have to be
 * written down with the secret inside. Reports references that lead nowhere; undefined then.
 */
export function resolveText(text: string, path: Path, context: ReferenceContext): ResolvedText | undefined {
  if (!text.includes('${')) return { kind: 'literal', text };
  let isResolved = true;
  let secret: SecretKey | undefined;
  const literal = text.replace(REFERENCE, (whole, reference: string | undefined) => {
    if (whole === '$${') return '${';
    if (reference === undefined) {
      reportUnclosed(path, context.scope.report);
      isResolved = false;
      return whole;
    }
    const output = outputOf(reference, path, context);
    if (output?.kind === 'literal') return output.text;
    if (output?.kind === 'secret') secret = output.key;
    else isResolved = false;
    return whole;
  });
  if (!isResolved) return undefined;
  if (secret === undefined) return { kind: 'literal', text: literal };
  if (/^\$\{[^}]*\}$/.test(text)) return { kind: 'secret', key: secret };
  context.scope.report(path, 'a secret cannot be part of a longer text', {
    fix: 'let the value be the reference alone; outputs such as `url` have the text around it already',
  });
  return undefined;
}
