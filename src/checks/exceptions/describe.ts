import type { Exception, Finding } from '../../model/finding.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { isTarget, targetName } from './targets.ts';

/** What is wrong with an exception: the field at fault, and what was expected and found. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** How many objects or checks a message names. */
const MOST = 3;

/** Why an exception permits nothing, with what may have been meant. `namesakes` are the objects of its name. */
export function describeUnused(
  exception: Exception,
  namesakes: readonly ManifestObject[],
  findings: readonly Finding[],
): Fault {
  const isThere = namesakes.some(({ kind, metadata }) => isTarget(exception, { kind, ...metadata }));
  return isThere ? withoutFinding(exception, findings) : withoutObject(exception, namesakes, findings);
}

/** Why an exception that names several objects permits nothing. */
export function describeAmbiguous(exception: Exception, namespaces: readonly string[]): Fault {
  const found = `${targetName(exception)} is in ${listed(namespaces, ' and ')}`;
  return { field: 'namespace', message: `expected a namespace: ${found}` };
}

/** What has come of an exception that has expired. `isMet`: its fault is still there, and `holder` permits it now. */
export function describeExpired(exception: Exception, isMet: boolean, holder: Exception | undefined): Fault {
  const { check, expires } = exception;
  const target = targetName(exception);
  const gone = `${check} finds nothing at ${target} any more: remove it`;
  const covered = holder && `${holder.name} permits ${check} at ${target} now: remove it`;
  const consequence = isMet ? (covered ?? `${check} counts again at ${target}`) : gone;
  return {
    field: 'expires',
    message: `expected a last day that is not over, found ${expires}; ${consequence}`,
  };
}

/** Why an exception permits nothing beside another one. */
export function describeRedundant(exception: Exception, holder: Exception): Fault {
  const permitted = `${exception.check} at ${targetName(exception)}`;
  return {
    field: '',
    message: `expected something to permit, found that ${holder.name} permits ${permitted} already`,
  };
}

function withoutFinding(exception: Exception, findings: readonly Finding[]): Fault {
  const others = findings.filter(({ object }) => isTarget(exception, object)).map(({ check }) => check);
  const hint = others.length > 0 ? `; found there: ${listed(others)}` : '';
  const found = `nothing at ${targetName(exception)}`;
  return { field: 'check', message: `expected ${exception.check} to find something, found ${found}${hint}` };
}

function withoutObject(
  exception: Exception,
  namesakes: readonly ManifestObject[],
  findings: readonly Finding[],
): Fault {
  const { check, kind, namespace } = exception;
  const hint = hintFor(exception, namesakes, findings);
  const isNamespace = namesakes.some((object) => object.kind === kind) && namespace !== undefined;
  const field = isNamespace ? 'namespace' : 'name';
  return {
    field,
    message: `expected an object that ${check} judges, found no ${targetName(exception)}${hint}`,
  };
}

function hintFor(
  { check, kind }: Exception,
  namesakes: readonly ManifestObject[],
  findings: readonly Finding[],
): string {
  if (namesakes.length > 0) {
    return `; there is ${listed(namesakes.map(({ kind: other, metadata }) => nameOf({ kind: other, ...metadata })))}`;
  }
  const alike = findings.filter((finding) => finding.check === check && finding.object.kind === kind);
  return alike.length > 0
    ? `; it finds something at ${listed(alike.map(({ object }) => nameOf(object)))}`
    : '';
}

function nameOf({
  kind,
  namespace,
  name,
}: Pick<Finding['object'], 'kind' | 'name'> & { namespace?: string }): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

function listed(texts: readonly string[], separator = ', '): string {
  const unique = [...new Set(texts)];
  const rest = unique.length > MOST ? ` and ${unique.length - MOST} more` : '';
  return unique.slice(0, MOST).join(separator) + rest;
}
