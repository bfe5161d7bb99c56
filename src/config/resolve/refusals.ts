import { cloudNamed } from '../../../choices/clouds/index.ts';
import { refusedByMesh } from '../../../choices/meshes/index.ts';
import type { Refusal } from '../../../choices/refusal.ts';
import { refusedByWayIn } from '../../../choices/ways-in/index.ts';
import { resourceTypes } from '../../../resources/index.ts';
import type { ResourceType } from '../../../resources/resource-type.ts';
import type { Report } from '../report.ts';
import type { DocumentInput } from '../schema/document.ts';
import { isMap, type Path, type YamlMap } from '../source.ts';

/** Reports what the input asks for and the choices of its environment cannot do. `merged` is the document as it is written. */
export function reportRefusals(document: DocumentInput, merged: YamlMap, report: Report): void {
  for (const refusal of refusalsIn(document)) {
    const { asks = () => true, what, because, instead } = refusal;
    for (const { path, value } of placesOf(refusal, merged)) {
      if (!asks(value, serviceAt(path, merged))) continue;
      const message = `${what ?? String(path.at(-1))} cannot be had here: ${because}`;
      report(path, message, { fix: instead, at: 'key' });
    }
  }
}

/** The service that a path is in, as it is written; empty for what is in none. */
function serviceAt([section, name]: Path, merged: YamlMap): YamlMap {
  const services = section === 'services' ? merged['services'] : undefined;
  const service = isMap(services) ? services[String(name)] : undefined;
  return isMap(service) ? service : {};
}

function refusalsIn({ cluster, mesh, ingress }: DocumentInput): readonly Refusal[] {
  return [
    ...refusedByMesh(mesh),
    ...refusedByWayIn(ingress, mesh !== 'none'),
    ...cloudNamed(cluster.cloud).refusals,
    ...(cluster.cloud === 'aws' ? [] : AMAZON_TYPES.map((type) => amazonType(type, cluster.cloud))),
  ];
}

/** Types of resources that are services of AWS: those that are at a host of its. */
const AMAZON_TYPES = Object.entries<ResourceType>(resourceTypes).flatMap(([type, { host }]) =>
  host === undefined ? [] : [type],
);

function amazonType(type: string, cloud: string): Refusal {
  return {
    at: 'resources.*.type',
    asks: (written) => written === type,
    what: `a ${type}`,
    because: `it is a service of AWS, and this is \`cloud: ${cloud}\``,
    instead:
      'declare the host of what you have instead in `externals`, and what tells clients of it in `env`',
  };
}

interface Written {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place of a document that a pattern of keys is about. */
export function placesOf({ at }: Pick<Refusal, 'at'>, merged: YamlMap): readonly Written[] {
  let places: readonly Written[] = [{ path: [], value: merged }];
  for (const step of at.split('.')) places = places.flatMap((place) => below(place, step));
  return places;
}

function below({ path, value }: Written, step: string): readonly Written[] {
  if (!isMap(value)) return [];
  const keys = step === '*' ? Object.keys(value) : [step].filter((key) => Object.hasOwn(value, key));
  return keys.map((key) => ({ path: [...path, key], value: value[key] }));
}
