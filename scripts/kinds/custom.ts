import { definitionsIn, problemOf, servedVersions } from '../../src/checks/schemas/crd-definition.ts';
import type { JsonSchema } from '../../src/checks/schemas/json-schema.ts';
import { readDocuments } from '../../src/yaml/read-documents.ts';
import { moduleFiles } from '../prove/go/module-files.ts';
import type { KindsFile } from './kinds-file.ts';
import { shared } from './shared.ts';
import type { Maker } from './sources.ts';
import { trimmed } from './trimmed.ts';

/** The kinds of a maker, each version that is served. */
export function customKinds(maker: Maker): KindsFile {
  const found = moduleFiles(maker)
    .flatMap((text) => definitionsIn({ file: maker.path, documents: readDocuments(text) }))
    .filter(({ definition }) => problemOf(definition) === undefined)
    .flatMap(({ definition }) => servedVersions(definition))
    .map(({ key, schema }) => [key, trimmed(schema)] as const);
  const { schemas, definitions } = shared(new Map<string, JsonSchema>(found));
  const kinds = Object.fromEntries([...schemas].map(([key, definition]) => [key, { definition }]));
  const source = [`${maker.module} ${maker.version} ${maker.sum}`, `${maker.path} (Apache-2.0)`];
  return { source, kinds, definitions };
}
