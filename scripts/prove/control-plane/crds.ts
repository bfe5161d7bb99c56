import type { ManifestObject } from '../../../src/model/manifest.ts';
import { readDocuments } from '../../../src/yaml/read-documents.ts';
import { eventually } from '../../../test/monitoring/program.ts';
import { MAKERS } from '../../kinds/sources.ts';
import { moduleFiles } from '../go/module-files.ts';
import type { Api } from './api.ts';

interface Definition extends ManifestObject {
  readonly spec: { readonly group: string; readonly conversion?: { readonly strategy: string } };
}

/** Brings the definitions of the groups, and waits until they are served; gives back how many. */
export async function bringDefinitions(api: Api, groups: ReadonlySet<string>): Promise<number> {
  const all = MAKERS.flatMap(moduleFiles).flatMap((text) => readDocuments(text) as Definition[]);
  const wanted = all.filter(
    ({ kind, spec }) => kind === 'CustomResourceDefinition' && groups.has(spec.group),
  );
  for (const definition of wanted) {
    const { status, body } = await api.apply(withoutConversion(definition));
    if (status >= 300) throw new Error(`${definition.metadata.name}: ${body.message}`);
  }
  for (const definition of wanted) {
    await eventually(definition.metadata.name, async () => {
      const conditions =
        ((await api.get(definition))?.['status'] as Established | undefined)?.conditions ?? [];
      return conditions.some(({ type, status }) => type === 'Established' && status === 'True') || undefined;
    });
  }
  return wanted.length;
}

interface Established {
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}

/** Versions are stored as they come: the webhooks that convert them are not here. */
function withoutConversion(definition: Definition): Definition {
  return { ...definition, spec: { ...definition.spec, conversion: { strategy: 'None' } } };
}
