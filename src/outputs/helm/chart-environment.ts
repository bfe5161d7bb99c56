import { isMap } from '../../maps/is-map.ts';
import type { Environment } from '../../model/environment.ts';
import { podTerms } from '../../model/pod-terms.ts';
import type { InputDocument, Otherwise, RenderedEnvironment } from '../output.ts';
import type { ChartEnvironment, Rendering } from './columns.ts';
import { decisionsOf } from './decisions.ts';
import { othersOf, TRIES } from './offered.ts';

/** An environment as its platform's chart needs it: with what it would render if the input said something else. */
export function chartEnvironment({ environment, manifests, input }: RenderedEnvironment): ChartEnvironment {
  if (!input) return { manifests, decisions: new Map(), quota: undefined, tries: [] };
  const written = decisionsOf(input.written);
  const tries = Array.from({ length: TRIES }, (_, attempt) => othersOf(written, attempt))
    .filter((others) => others.length > 0)
    .map(input.otherwise);
  return {
    ...renderingOf({ environment, manifests, settled: input.settled }),
    tries: tries.filter((other) => other !== undefined).map(renderingOf),
  };
}

function renderingOf({ environment, manifests, settled }: Otherwise): Rendering {
  return { manifests, decisions: decisionsOf(settled), quota: quotaOf(environment, settled) };
}

/** What the quota of the services is the sum of, unless the input writes it. */
function quotaOf({ namespaces, services }: Environment, { quotas }: InputDocument): Rendering['quota'] {
  if (isMap(quotas) && quotas['services'] !== undefined) return undefined;
  return {
    namespace: namespaces.services,
    services: services.map((service) => ({
      service: service.name,
      ...podTerms(service),
      resources: service.resources,
      sidecar: service.proxyResources,
    })),
  };
}
