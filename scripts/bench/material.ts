import type { Json, ManifestObject } from '../../src/model/manifest.ts';
import { deriveTemplate } from './derive-template.ts';
import type { Instance } from './instance.ts';
import { environmentFacts } from './platform-environment.ts';
import type { Template, Values } from './template.ts';

/** What one environment puts into the templates: its own values, and those of each object by service and template. */
export interface EnvironmentValues {
  readonly environment: Values;
  readonly services: readonly ServiceValues[];
}

/** Values of one service: its name, and under the name of each template a list with the values of every object. */
export type ServiceValues = Values & { readonly name: string };

/** What the other tools render from. It gives back exactly the objects it was derived from. */
export interface Material {
  readonly templates: ReadonlyMap<string, Template>;
  readonly environments: ReadonlyMap<string, EnvironmentValues>;
}

/** One object that Charthouse rendered, and where: `<environment>/<service>.yaml`. */
export interface RenderedObject {
  readonly path: string;
  readonly object: ManifestObject;
}

/** Derives one template per kind, and the values of every service, from what Charthouse rendered. */
export function deriveMaterial(rendered: readonly RenderedObject[]): Material {
  const environments = new Map<string, EnvironmentValues & { services: ServiceValues[] }>();
  const instances = new Map<string, Instance[]>();
  for (const { path, object } of rendered) {
    const [environmentName = '', file = ''] = path.split('/');
    const { environment, services } = computed(environments, environmentName, () => ({
      environment: { ...environmentFacts(environmentName) },
      services: [],
    }));
    const name = file.replace(/\.yaml$/, '');
    if (services.at(-1)?.name !== name) services.push({ name });
    const service = services.at(-1) as ServiceValues;
    const id = templateId(name, object.kind);
    const own: Values = {};
    service[id] = [...((service[id] as Json[] | undefined) ?? []), own];
    const value = object as unknown as Json;
    computed(instances, id, () => []).push({ value, own, service, environment });
  }
  const templates = new Map([...instances].map(([id, all]) => [id, deriveTemplate(all, id)]));
  return { templates, environments };
}

/** Objects of the platform as a whole look different from those of a service, even where their kind is the same. */
function templateId(service: string, kind: string): string {
  return service.startsWith('_') ? `platform${kind}` : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
}

function computed<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
