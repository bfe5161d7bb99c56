import type { Previews } from '../../model/previews.ts';
import type { Scaling } from '../../model/scaling.ts';
import type { Expose, Image, Service } from '../../model/service.ts';
import type { Addresses, Inside } from './own-addresses.ts';

/** What the services of one preview have in common. */
export interface SmallServices {
  readonly previews: Previews;
  readonly tags: ReadonlyMap<string, string>;
  readonly addresses: Addresses;
  readonly priorityClass: string | undefined;
  readonly inside: Inside;
}

/** A service in a preview: one pod, replaced as Kubernetes does it, with addresses of its own. */
export function smallService(
  service: Service,
  { previews, tags, addresses, priorityClass, inside }: SmallServices,
): Service {
  return {
    ...service,
    image: builtImage(service.image, tags.get(service.name)),
    scaling: sizeOf(service.scaling),
    // The only pod may be moved.
    disruption: { maxUnavailable: 1 },
    antiAffinity: undefined,
    zones: 'spread',
    priorityClass: priorityClass ?? service.priorityClass,
    variants: [],
    release: undefined,
    migrate: previews.isMigrating ? service.migrate : undefined,
    command: service.command.map(addresses),
    args: service.args.map(addresses),
    config: Object.fromEntries(
      Object.entries(service.config).map(([variable, text]) => [variable, addresses(text)]),
    ),
    expose: service.expose && ownExpose(service.expose, addresses, inside),
  };
}

function builtImage(image: Image, tag: string | undefined): Image {
  return tag === undefined ? image : { repository: image.repository, tag, digest: undefined };
}

/** What is not kept running has no size. */
function sizeOf(scaling: Scaling): Scaling {
  return scaling.max === 0 ? scaling : ONE;
}

const ONE: Scaling = { min: 1, max: 1, cpu: undefined, memory: undefined };

function ownExpose(expose: Expose, addresses: Addresses, { hostSuffix }: Inside): Expose {
  const { host, cors } = expose;
  return {
    ...expose,
    host: `${host}${hostSuffix}`,
    cors: cors && { ...cors, origins: cors.origins.map(addresses) },
  };
}
