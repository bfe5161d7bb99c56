import type { ManifestObject } from '../model/manifest.ts';

/** A check that throws when two objects it is shown have one identity: then a chart is wrong. */
export function rejectDuplicates(): (object: ManifestObject, file: string) => void {
  const fileByIdentity = new Map<string, string>();
  return ({ apiVersion, kind, metadata }, file) => {
    const identity = `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
    const other = fileByIdentity.get(identity);
    if (other !== undefined) throw new Error(`${identity} is rendered twice, in ${other} and in ${file}`);
    fileByIdentity.set(identity, file);
  };
}
