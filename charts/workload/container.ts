import type { Container } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Image, Migration, Service } from '../../src/model/service.ts';
import { hasConfigMap } from './config-map.ts';
import { drainBeforeStop } from './drain.ts';
import { environmentOf } from './environment-variables.ts';
import { probes } from './probes.ts';
import { CONTAINER_SECURITY } from './security-context.ts';
import { unlessEmpty } from './unless-empty.ts';
import { verbatim } from './verbatim.ts';
import { volumeMounts } from './volumes.ts';

/** The container that does a service's own work, from the image of the service or of one of its variants. */
export function workContainer(environment: Environment, service: Service, image: Image): Container {
  return container(environment, service, image, {
    command: unlessEmpty(service.command.map(verbatim)),
    args: unlessEmpty(service.args.map(verbatim)),
    ports: unlessEmpty(
      service.ports.map(({ name, number }) => ({ name, containerPort: number, protocol: 'TCP' })),
    ),
    volumeMounts: volumeMounts(service, service.volume?.mountPath),
    ...probes(service.health),
    lifecycle: drainBeforeStop(environment, service),
  });
}

/** The container that prepares a release: the service's own, with another command, and nobody calls it. */
export function migrationContainer(
  environment: Environment,
  service: Service,
  { command }: Migration,
): Container {
  const mounts = volumeMounts(service, undefined);
  const literal = command.map(verbatim);
  return container(environment, service, service.image, { command: literal, volumeMounts: mounts });
}

/** What a container has of its own; everything else is the same for all containers of a service. */
type OwnFields = Pick<
  Container,
  | 'command'
  | 'args'
  | 'ports'
  | 'volumeMounts'
  | 'startupProbe'
  | 'livenessProbe'
  | 'readinessProbe'
  | 'lifecycle'
>;

function container(environment: Environment, service: Service, image: Image, own: OwnFields): Container {
  const { command, args, ports, volumeMounts: mounts, ...running } = own;
  return {
    name: service.name,
    image: imageReference(image),
    imagePullPolicy: 'IfNotPresent',
    command,
    args,
    ports,
    envFrom: hasConfigMap(service) ? [{ configMapRef: { name: service.name } }] : undefined,
    env: unlessEmpty(environmentOf(service, environment)),
    resources: resourcesOf(service),
    volumeMounts: mounts,
    ...running,
    securityContext: CONTAINER_SECURITY,
  };
}

function imageReference({ repository, tag, digest }: Image): string {
  return digest === undefined ? `${repository}:${tag}` : `${repository}@${digest}`;
}

/** Without a limit of CPU where none is given: a container that waits for CPU it is not given is slow for no use. */
function resourcesOf({ resources: { requests, limits } }: Service): NonNullable<Container['resources']> {
  const { cpu, memory } = limits;
  return { requests, limits: cpu === undefined ? { memory } : { cpu, memory } };
}
