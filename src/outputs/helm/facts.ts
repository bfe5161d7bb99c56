import { outsideOf } from '../../model/dependency.ts';
import type { Environment } from '../../model/environment.ts';
import { canSplitRequests } from '../../model/kind-traits.ts';
import type { Json } from '../../model/manifest.ts';
import type { Mesh } from '../../model/mesh.ts';
import type { Scaling } from '../../model/scaling.ts';
import type { ContainerResources, Image, Service } from '../../model/service.ts';
import { pathKey, type ValuePath } from './value-path.ts';

/** What an environment is told, in the words of its input: path of the value (see `pathKey`) to the value. */
export type Facts = ReadonlyMap<string, Json>;

/** The facts of an environment that objects may repeat: a value of the chart stands for each that differs. */
export function factsOf(environment: Environment): Facts {
  const facts = new Map<string, Json>();
  const add: Add = (path, value) => {
    if (value !== undefined) facts.set(pathKey(path), value);
  };
  addGeneral(environment, add);
  if (environment.mesh) addMesh(environment.mesh, add);
  addOutside(environment.services, add);
  for (const service of environment.services) addService(service, add);
  return facts;
}

type Add = (path: ValuePath, value: Json | undefined) => void;

function addGeneral(
  { name, domain, cluster, tags, secrets, jwt, ingress, prometheus, services }: Environment,
  add: Add,
): void {
  add(['environment'], name);
  add(['domain'], domain);
  add(['registry'], registryOf(services));
  if (cluster.cloud === 'aws') add(['cluster', 'account'], cluster.account);
  if (cluster.cloud !== 'none') add(['cluster', 'region'], cluster.region);
  for (const [tag, value] of Object.entries(tags)) add(['tags', tag], value);
  if ('roleArn' in secrets) add(['secrets', 'roleArn'], secrets.roleArn);
  add(['jwt', 'issuer'], jwt?.issuer);
  add(['jwt', 'jwksUri'], jwt?.jwksUri);
  add(['prometheus', 'url'], prometheus?.url);
  if (ingress?.way === 'albToMesh') {
    add(['ingress', 'certificateArn'], ingress.certificateArn);
    add(['ingress', 'gatewayCertificate'], ingress.gatewayCertificateKey);
  }
}

/** What stands before the service's name in the repository of every image, if there is such a thing. */
function registryOf(services: readonly Service[]): string | undefined {
  const first = services[0];
  if (!first) return undefined;
  const registry = first.image.repository.slice(0, -first.name.length - 1);
  return services.every((service) => isOf(registry, service)) ? registry : undefined;
}

function isOf(registry: string, { name, image }: Service): boolean {
  return image.repository === `${registry}/${name}`;
}

function addMesh({ proxy, tracing }: Mesh, add: Add): void {
  addResources(['mesh', 'proxy'], proxy, add);
  add(['mesh', 'tracing', 'enabled'], tracing !== undefined);
  add(['mesh', 'tracing', 'provider'], tracing?.provider);
  add(['mesh', 'tracing', 'samplingPercent'], tracing?.samplingPercent);
}

/** Hosts outside the mesh by what is there, and the networks they are in. */
function addOutside(services: readonly Service[], add: Add): void {
  const edges = services.flatMap(({ dependencies }) => outsideOf(dependencies));
  for (const { endpoint } of edges) {
    const { host, network } = endpoint.reach;
    add(['hosts', endpoint.label], host);
    if (network.name !== undefined) add(['network', network.name], network.cidrs);
  }
}

function addService(service: Service, add: Add): void {
  const path = ['services', service.name];
  add([...path, 'enabled'], true);
  addImage(path, service.image, add);
  addScaling(path, service.scaling, add);
  addResources([...path, 'resources'], service.resources, add);
  addRelease(path, service, add);
  for (const variant of service.variants) {
    const below = [...path, 'variants', variant.name];
    add([...below, 'enabled'], true);
    if (variant.weight > 0) add([...below, 'weight'], variant.weight);
    addImage(below, variant.image, add);
    addScaling(below, variant.scaling, add);
  }
}

function addRelease(path: ValuePath, { kind, release }: Service, add: Add): void {
  if (!canSplitRequests(kind)) return;
  const below = [...path, 'release'];
  add([...below, 'strategy'], release?.strategy ?? 'rolling');
  add([...below, 'analysis', 'enabled'], release?.analysis !== undefined);
  const preview = release?.strategy === 'blue-green' ? release.preview : undefined;
  add([...below, 'preview', 'enabled'], preview !== undefined);
}

function addImage(path: ValuePath, image: Image, add: Add): void {
  add([...path, 'image', 'repository'], image.repository);
  if (image.digest === undefined) add([...path, 'image', 'tag'], image.tag);
  add([...path, 'image', 'digest'], image.digest);
}

function addScaling(path: ValuePath, { min, max, cpu, memory }: Scaling, add: Add): void {
  if (max === 0) return;
  add([...path, 'scaling', 'min'], min);
  add([...path, 'scaling', 'max'], max);
  add([...path, 'scaling', 'cpu'], cpu);
  add([...path, 'scaling', 'memory'], memory);
}

function addResources(path: ValuePath, { requests, limits }: ContainerResources, add: Add): void {
  add([...path, 'requests', 'cpu'], requests.cpu);
  add([...path, 'requests', 'memory'], requests.memory);
  add([...path, 'limits', 'cpu'], limits.cpu);
  add([...path, 'limits', 'memory'], limits.memory);
}
