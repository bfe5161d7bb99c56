import type { Construct } from 'constructs';
import { renderingOf } from '../../choices/ways-in/index.ts';
import { Service as KubernetesService } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { KIND_TRAITS } from '../../src/model/kind-traits.ts';
import type { Service } from '../../src/model/service.ts';
import { calledPorts } from '../called-ports.ts';
import { serviceLabels, workingPodsOf } from '../labels.ts';
import { canaryName, hasPreview, previewName, stableName } from '../names.ts';
import { owned } from '../owner.ts';
import { hasWeightedRoutes } from './canary-routing.ts';
import { unlessEmpty } from './unless-empty.ts';

/**
 * The name other pods reach a service by, for all its variants together. Where a new version takes over all at once,
 * Argo Rollouts narrows it to one version, and the preview, where there is one, to the other.
 * A service whose pods have names has one headless Service, with or without ports: it names each pod for its StatefulSet, and
 * Istio sends what callers ask of it to the pod that DNS answered, over mutual TLS as anywhere else.
 */
export function addService(scope: Construct, service: Service, environment: Environment): void {
  const isHeadless = KIND_TRAITS[service.kind].hasNamedPods;
  if (calledPorts(service).length === 0 && !isHeadless) return;
  add(scope, service, environment, service.name);
  const { name } = service;
  const ofRelease = [
    ...(hasPreview(service) ? [previewName(name)] : []),
    ...(hasWeightedRoutes(service, environment) ? [stableName(name), canaryName(name)] : []),
  ];
  for (const own of ofRelease) {
    owned(add(scope, service, environment, own), { service: name, part: 'release' });
  }
}

function add(scope: Construct, service: Service, environment: Environment, name: string): Construct {
  const isHeadless = KIND_TRAITS[service.kind].hasNamedPods;
  return new KubernetesService(scope, {
    metadata: {
      name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
      annotations: annotationsOf(service, environment, name),
    },
    spec: {
      type: 'ClusterIP',
      ...(isHeadless && HEADLESS),
      selector: workingPodsOf(service),
      ports: unlessEmpty(
        calledPorts(service).map(({ name, number, appProtocol }) => ({
          name,
          protocol: 'TCP',
          appProtocol,
          port: number,
          targetPort: name,
        })),
      ),
    },
  });
}

/** How the way in asks its pods, and how its selector is applied; undefined without either. */
function annotationsOf(
  service: Service,
  environment: Environment,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const { ingress } = environment;
  const ofWayIn = service.expose && ingress && renderingOf(ingress).serviceAnnotations?.(service);
  if (!isTurnedOver(service, environment, name)) return ofWayIn;
  return { ...ofWayIn, ...KEPT_SELECTOR };
}

/** Whether Argo Rollouts narrows the Service to one version. */
function isTurnedOver(service: Service, environment: Environment, name: string): boolean {
  if (service.release?.strategy === 'blue-green') return true;
  return hasWeightedRoutes(service, environment) && name !== service.name;
}

/**
 * A selector is one value to server-side apply, which would take away the template hash that Argo Rollouts adds, and
 * requests would go to both versions until it is there again: https://github.com/argoproj/argo-rollouts/issues/3437
 */
const KEPT_SELECTOR = { 'argocd.argoproj.io/sync-options': 'ServerSideApply=false' } as const;

// Callers and the StatefulSet share it, and callers are not to reach pods that are not ready.
const HEADLESS = { clusterIP: 'None', publishNotReadyAddresses: false } as const;
