import type { Construct } from 'constructs';
import { Service as KubernetesService } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels, workingPodsOf } from '../labels.ts';
import { unlessEmpty } from './unless-empty.ts';

/**
 * The name other pods reach a service by, for all its variants together.
 * A stateful service has one headless Service, with or without ports: it names each pod for its StatefulSet, and
 * Istio sends what callers ask of it to the pod that DNS answered, over mutual TLS as anywhere else.
 */
export function addService(scope: Construct, service: Service, environment: Environment): void {
  const isHeadless = service.kind === 'stateful';
  if (service.ports.length === 0 && !isHeadless) return;
  new KubernetesService(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    spec: {
      type: 'ClusterIP',
      ...(isHeadless && HEADLESS),
      selector: workingPodsOf(service),
      ports: unlessEmpty(
        service.ports.map(({ name, number, appProtocol }) => ({
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

// Callers and the StatefulSet share it, and callers are not to reach pods that are not ready.
const HEADLESS = { clusterIP: 'None', publishNotReadyAddresses: false } as const;
