import type { ManifestObject } from '../../model/manifest.ts';
import { readDocuments } from '../../yaml/read-documents.ts';
import { judge } from './judge.ts';
import type { Schemas } from './schema.ts';

/** What is told last of an object that no other check may see. */
export const UNSOUND = 'not for other checks';

/** What schemas say about the objects of a YAML text, a line for each flaw. */
export function toldOf(schemas: Schemas, text: string): readonly string[] {
  const objects = readDocuments(text) as readonly ManifestObject[];
  return judge(schemas, objects).flatMap(({ flaws, likely, isSound }) => [
    ...(flaws?.map(({ field, message }) => `${field}: ${message}`) ?? [`unknown kind, likely ${likely}`]),
    ...(isSound ? [] : [UNSOUND]),
  ]);
}
