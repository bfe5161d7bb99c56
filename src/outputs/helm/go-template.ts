import type { ValuePath } from './value-path.ts';

/** Text of a template that comes out as it is: https://pkg.go.dev/text/template#hdr-Text_and_spaces */
export function escaped(text: string): string {
  return text.includes('{{') ? text.replaceAll('{{', '{{ "{{" }}') : text;
}

/** A string literal of Go. JSON's escapes are Go's too; what a reader of YAML refuses unescaped is escaped as well. */
export function goString(text: string): string {
  return JSON.stringify(text).replace(UNREADABLE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Where what follows from an environment's decisions stands, beside the values. */
export const DERIVED = '$derived';

/**
 * The expression of a value, or of what an environment derives, below `objects`. In templates of a service, its values
 * are below `$service`.
 */
export function reference(path: ValuePath, service: string | undefined): string {
  const [first, second, ...rest] = path;
  if (first === 'objects') return fieldsOf(DERIVED, path.slice(1));
  const isOwn = service !== undefined && first === 'services' && second === service && rest.length > 0;
  return isOwn ? fieldsOf('$service', rest) : fieldsOf('.Values', path);
}

/** The file of the chart with what an environment derives. */
export function derivedFile(environment: string): string {
  return `derived/${environment}.yaml`;
}

/** The variable with what the environment derives, to stand at the top of each template that needs it. */
export function derivedVariable(): string {
  return `{{- ${DERIVED} := .Files.Get (printf ${goString(derivedFile('%s'))} .Values.environment) | fromYaml }}`;
}

/** The variable that `reference` uses, to stand at the top of each template of the service. */
export function serviceVariable(service: string): string {
  const services = '.Values.services';
  return `{{- $service := ${IDENTIFIER.test(service) ? `${services}.${service}` : `index ${services} ${goString(service)}`} }}`;
}

/** What a reader of YAML refuses, or takes for something else, where it is not escaped. */
export const UNREADABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

function fieldsOf(root: string, path: ValuePath): string {
  let expression = root;
  for (const key of path) {
    expression = IDENTIFIER.test(key) ? `${expression}.${key}` : `(index ${expression} ${goString(key)})`;
  }
  return expression;
}
