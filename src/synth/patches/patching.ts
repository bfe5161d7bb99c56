import { ConfigError, type Problem } from '../../config/problem.ts';
import type { Environment } from '../../model/environment.ts';
import type { Manifest, ManifestObject } from '../../model/manifest.ts';
import type { Patch } from '../../model/patch.ts';
import { nearest } from '../../words/nearest.ts';
import { withAnnotations } from '../annotations.ts';
import { changedFields } from './changed-fields.ts';
import { wordFor } from './own-words.ts';
import { patched } from './patched.ts';

/** Applies the patches of an environment to what it renders. */
export interface Patching {
  /** The object of a manifest with its patches; the object itself where it has none. */
  readonly patch: (manifest: Manifest) => ManifestObject;
  /** Says that everything has been rendered. Throws a ConfigError with all that is wrong with the patches. */
  readonly finish: () => void;
}

/** Starts patching what an environment renders. In a preview, which has less, nothing is wrong with a patch. */
export function startPatching(environment: Environment): Patching {
  const { patches } = environment;
  if (patches.length === 0) return { patch: ({ object }) => object, finish: () => {} };
  const kinds = new Set(patches.map(({ target }) => target.kind));
  const seen: ManifestObject[] = [];
  const problems: Problem[] = [];
  const patch = (manifest: Manifest) => {
    if (!kinds.has(manifest.object.kind)) return manifest.object;
    seen.push(manifest.object);
    const own = patches.filter((candidate) => isTarget(candidate, manifest.object));
    return own.reduce<ManifestObject>((object, one) => {
      const { result, faults } = applyOne(one, { ...manifest, object }, environment);
      problems.push(...faults);
      return result;
    }, manifest.object);
  };
  const finish = () => {
    if (environment.preview) return;
    for (const one of patches) problems.push(...faultsOfTarget(one, seen, environment.name));
    if (problems.length > 0) throw new ConfigError(problems);
  };
  return { patch, finish };
}

function isTarget({ target }: Patch, { kind, metadata }: ManifestObject): boolean {
  const { namespace } = target;
  return (
    kind === target.kind &&
    metadata.name === target.name &&
    (namespace === undefined || metadata.namespace === namespace)
  );
}

interface Applied {
  readonly result: ManifestObject;
  readonly faults: readonly Problem[];
}

function applyOne(one: Patch, manifest: Manifest, environment: Environment): Applied {
  const { object } = manifest;
  const refused = (message: string, fix: string): Applied => ({
    result: object,
    faults: [problemOf(one, message, fix)],
  });
  const what = `${object.kind} ${object.metadata.name}`;
  if (manifest.origin.concern === 'manifests') {
    return refused(`${what} is an object of your own`, 'change it in the file where it is written');
  }
  const result = patched(object, one.change);
  if ('fault' in result) {
    return refused(`cannot be applied to ${what}: ${String(result['fault'])}`, 'look at the object in dist/');
  }
  const fields = changedFields(object, result);
  if (fields.length === 0) return refused(`changes nothing: ${what} is like that already`, 'remove it');
  if (identityOf(result) !== identityOf(object)) {
    return refused(`makes another object of ${what}`, 'leave apiVersion, kind, name and namespace');
  }
  const words = new Map(fields.map((field) => [wordFor(field, manifest, environment), field.path.slice(1)]));
  const faults = [...words].flatMap(([word, path]) =>
    word === undefined
      ? []
      : [problemOf(one, `${path} of ${what} is what \`${word}\` sets`, `write it there: ${word}`)],
  );
  return { result: withReason(result, one), faults };
}

function identityOf({ apiVersion, kind, metadata }: ManifestObject): string {
  return `${apiVersion} ${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`;
}

/** Who finds the object in the cluster reads there why it is not as others are. */
function withReason(object: ManifestObject, { name, reason, owner }: Patch): ManifestObject {
  const by = owner === undefined ? '' : ` (${owner})`;
  return withAnnotations(object, { [`charthouse.dev/patch-${name}`]: reason + by });
}

function faultsOfTarget(one: Patch, seen: readonly ManifestObject[], name: string): readonly Problem[] {
  const { target } = one;
  const found = seen.filter((object) => isTarget(one, object));
  const what = `${target.kind} ${target.namespace === undefined ? '' : `${target.namespace}/`}${target.name}`;
  if (found.length > 1) {
    const namespaces = found.map(({ metadata }) => metadata.namespace).sort();
    const fix = `write target.namespace: ${namespaces.join(' or ')}`;
    return [problemOf(one, `there are ${found.length} objects ${what} in ${name}`, fix)];
  }
  if (found.length === 1) return [];
  const names = seen.filter(({ kind }) => kind === target.kind).map(({ metadata }) => metadata.name);
  const guess = nearest(target.name, names);
  const without = `where there is none, write patches: {${one.name}: null} in the environment's file`;
  return [problemOf(one, `there is no ${what} in ${name}`, guess ? `write ${guess}; ${without}` : without)];
}

function problemOf({ name, place }: Patch, message: string, fix: string): Problem {
  return { ...place, path: `patches.${name}`, message, fix };
}
