import type { ManifestObject } from '../../../src/model/manifest.ts';
import { readDocuments } from '../../../src/yaml/read-documents.ts';
import { eventually } from '../../../test/monitoring/program.ts';
import { type ModuleFiles, moduleFiles } from '../go/module-files.ts';
import type { Api } from './api.ts';

/** Where the definitions of custom kinds come from: the Go modules of their makers. */
export const DEFINITIONS: readonly ModuleFiles[] = [
  {
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.5.1',
    sum: 'h1:jtwPLEFX9mNj3jSq88ugFcScGnOZVs2DWaXFuZxrRT8=',
    path: 'manifests/crds',
  },
  {
    module: 'github.com/argoproj/argo-rollouts',
    version: 'v1.9.1',
    sum: 'h1:+oZciUkeJYVb1vPMOhat4JQlk525j/aT2yizEkVkjLs=',
    path: 'manifests/crds',
  },
  {
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.1',
    sum: 'h1:0LttV37Q5c2CBNoHkjuI8sLKTXWZDC2SwQkxrBMKV9w=',
    path: 'deploy/crds',
  },
  {
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.3-0.20260806102745-bf4736a0d7db',
    sum: 'h1:P1vB35o6N41ZA2/6krdrEaclZmVlKQz/Wdjj5ziPfUU=',
    path: 'config/crds/bases',
  },
  {
    module: 'github.com/kedacore/keda/v2',
    version: 'v2.20.0',
    sum: 'h1:nPKQL9iKsPpoyq7BftlBzJiQzb2LdKHiqBIEG6ju3bk=',
    path: 'config/crd/bases',
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.94.1',
    sum: 'h1:QEIb2wenPH+SdMN1xMf8l4Pmj00YYXXI6HlbLlQWkww=',
    path: 'example/prometheus-operator-crd',
  },
  {
    module: 'github.com/vmware-tanzu/velero',
    version: 'v1.18.1',
    sum: 'h1:eV+urQYesy7tJLVkGM5fs9s/nfOWKtoFezcY1r8IjJM=',
    path: 'config/crd/v1/bases',
  },
  {
    module: 'istio.io/api',
    version: 'v1.30.3',
    sum: 'h1:pPSa0uah/t7CEuwacS4rw5qK/oHGvxC0WO8i4RRGwEU=',
    path: 'kubernetes/customresourcedefinitions.gen.yaml',
  },
];

interface Definition extends ManifestObject {
  readonly spec: { readonly group: string; readonly conversion?: { readonly strategy: string } };
}

/** Brings the definitions of the groups, and waits until they are served; gives back how many. */
export async function bringDefinitions(api: Api, groups: ReadonlySet<string>): Promise<number> {
  const all = DEFINITIONS.flatMap(moduleFiles).flatMap((text) => readDocuments(text) as Definition[]);
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
