import type { Claims } from './claim-values.ts';
import { conditionExpression } from './expressions.ts';
import { DERIVED, derivedVariable, goString, reference, serviceVariable } from './go-template.ts';
import type { Entry, Node, When } from './node.ts';
import type { ValuePath } from './value-path.ts';
import { GUARD, guarded, type Writing, writeEntries } from './write-template.ts';

/** An object that became a template. */
export interface ObjectTemplate {
  readonly node: Node;
  readonly entries: readonly Entry[];
  /** Set when only some environments have the object. */
  readonly when: When | undefined;
  /** The data of a ConfigMap that pods read, as a template of its own: the pods' checksum is made from it too. */
  readonly config: { readonly name: string; readonly entries: readonly Entry[] } | undefined;
}

const HEADER = '{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}';

/** One file of templates: the objects, `---` between them, and before them what they share. */
export function writeFile(
  templates: readonly ObjectTemplate[],
  service: string | undefined,
  claims: Claims,
): string {
  const { refer, variables } = startReferences(service);
  const writing = { claims, refer };
  const configs = templates.map((template) => configText(template, service, claims)).join('');
  const documents = templates.map((template) => documentText(template, writing)).join('');
  return `${HEADER}${configs}${variables()}${documents}\n`;
}

/** References to values, and the variables that those made so far use. */
function startReferences(service: string | undefined) {
  let isServiceUsed = false;
  let isDerivedUsed = false;
  const refer = (path: ValuePath) => {
    const text = reference(path, service);
    isServiceUsed ||= text.includes('$service');
    isDerivedUsed ||= text.includes(DERIVED);
    return text;
  };
  const variables = () =>
    (isDerivedUsed ? `\n${derivedVariable()}` : '') +
    (service !== undefined && isServiceUsed ? `\n${serviceVariable(service)}` : '');
  return { refer, variables };
}

/** Variables of a file are not seen within a named template, so it has its own. */
function configText({ config }: ObjectTemplate, service: string | undefined, claims: Claims): string {
  if (config === undefined) return '';
  const { refer, variables } = startReferences(service);
  const data = guarded(writeEntries(config.entries, 0, { claims, refer }));
  const end = config.entries.some(isSeveralLines) ? '\n# The texts above end with their lines.' : '';
  return `\n{{- define ${goString(config.name)} }}${variables()}${data}${end}\n{{- end }}`;
}

/** A block of lines that is the last thing a named template prints would lose its last line break. */
function isSeveralLines({ node }: Entry): boolean {
  return node.type === 'literal' && typeof node.value === 'string' && node.value.includes('\n');
}

function documentText({ entries, node, when }: ObjectTemplate, writing: Writing): string {
  const text = `\n---${ended(writeEntries(entries, 0, writing))}`;
  if (when === undefined) return text;
  const test = conditionExpression(writing.claims.when(when, node), writing.refer);
  return `\n{{- if ${test} }}${text}\n{{- end }}`;
}

/**
 * Helm cuts off the white space at the end of an object, be it part of a text or not. What stands before a guard may be
 * the end where conditions leave out the rest.
 */
function ended(text: string): string {
  const isAtRisk = guarded(text) !== text || text.includes(GUARD);
  return isAtRisk ? `${text}\n# The text above ends in spaces or line breaks.` : text;
}
