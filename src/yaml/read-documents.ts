import { CORE_SCHEMA, loadAll } from 'js-yaml/browser';

/** Every document of a text that a program wrote, empty ones aside. Throws js-yaml's own error on bad syntax. */
export function readDocuments(text: string): readonly unknown[] {
  return loadAll(text, { schema: CORE_SCHEMA }).filter(
    (document) => document !== null && document !== undefined,
  );
}
