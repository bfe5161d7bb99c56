import type { Exception } from '../model/finding.ts';
import type { ManifestObject } from '../model/manifest.ts';
import { type Annotations, withAnnotations } from './annotations.ts';

const PREFIX = 'charthouse.dev/exception-';

/**
 * A step that writes on an object which exceptions it has, for those who find it in the cluster: the check it may
 * break, why, who answers for it and until when. The same on every day, so that what is rendered follows from the
 * input alone. Objects without an exception are given back as they are.
 */
export function annotateExceptions(
  exceptions: readonly Exception[],
): (object: ManifestObject) => ManifestObject {
  if (exceptions.length === 0) return (object) => object;
  const byName = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const others = byName.get(exception.object);
    if (others) others.push(exception);
    else byName.set(exception.object, [exception]);
  }
  return (object) => {
    const candidates = byName.get(object.metadata.name);
    const own = candidates?.filter((exception) => isAbout(exception, object)) ?? [];
    return own.length > 0 ? withAnnotations(object, annotationsOf(own)) : object;
  };
}

function isAbout({ kind, namespace }: Exception, object: ManifestObject): boolean {
  return object.kind === kind && (namespace === undefined || object.metadata.namespace === namespace);
}

function annotationsOf(exceptions: readonly Exception[]): Annotations {
  const entries = exceptions.map(({ check, justification, owner, expires }): [string, string] => [
    PREFIX + check,
    `${justification} (${owner}, until ${expires})`,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
