import type { ResourceTypeName } from '../../../resources/index.ts';
import type { Resource } from '../../model/resource.ts';
import { nearest } from '../../words/nearest.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

/** What a name of a resource has to be, and where it stands. */
export interface Wanted {
  readonly types: readonly ResourceTypeName[];
  readonly path: Path;
  /** The name is the key there, not the value. */
  readonly at?: 'key' | 'value';
}

/** The resource of a name, if it is one of those types. Reports a name of nothing, or of something else. */
export function resourceNamed(name: string, wanted: Wanted, scope: Scope): Resource | undefined {
  const { path, types, at = 'value' } = wanted;
  const isWanted = (one: Resource) => types.some((type) => type === one.type);
  const resource = scope.resources.get(name)?.resource;
  if (resource && isWanted(resource)) return resource;
  const type = types.join(', ');
  const fitting = [...scope.resources.values()].filter((one) => isWanted(one.resource));
  const names = fitting.map((one) => one.resource.name).sort();
  const guess = nearest(name, names);
  const choice =
    names.length > 0
      ? `name one: ${names.join(', ')}`
      : `declare one: resources: {NAME: {type: ${types[0]}}}`;
  const fix = guess ? `write \`${guess}\`` : choice;
  if (resource) {
    scope.report(path, `expected a resource of type ${type}, and \`${name}\` is of type ${resource.type}`, {
      fix,
      at,
    });
  } else if (scope.declared.get(name) !== 'resources' && !scope.hasUnread) {
    scope.report(path, `no resource is named \`${name}\``, { fix, at });
  }
  return undefined;
}
