import { bindingOf } from '../../choices/clouds/index.ts';
import type { Container, PodSpec, PodTemplate } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import type { Image, Service } from '../../src/model/service.ts';
import { type Component, podLabels } from '../labels.ts';
import { hasNativeSidecars } from './native-sidecars.ts';
import { placement } from './placement.ts';
import { podAnnotations } from './pod-annotations.ts';
import { podSecurity } from './security-context.ts';
import type { Spread } from './spread.ts';
import { podVolumes } from './volumes.ts';

/** What tells the pods of one service apart: which version they run, what for, and where. */
export interface PodFields {
  readonly image: Image;
  readonly variant?: string;
  readonly component?: Component;
  readonly container: Container;
  readonly restartPolicy?: 'Never';
  readonly affinity?: PodSpec['affinity'];
  readonly topologySpreadConstraints?: Spread;
}

/**
 * The template of a service's pods: one container without rights, besides the sidecar that a mesh injects. Pods that are
 * to end get none where it would keep them from it; the configuration has made sure that they call nobody in the mesh.
 */
export function podTemplate(environment: Environment, service: Service, fields: PodFields): PodTemplate {
  const { affinity, container, restartPolicy, topologySpreadConstraints } = fields;
  const isKeptOut = isMeshed(environment) && restartPolicy === 'Never' && !hasNativeSidecars(environment);
  const labels = { ...podLabels(environment, service, fields), ...bindingOf(service.identity).podLabels };
  return {
    metadata: {
      labels: isKeptOut ? { ...labels, 'sidecar.istio.io/inject': 'false' } : labels,
      ...podAnnotations(environment, service, container, isMeshed(environment) && !isKeptOut),
    },
    spec: {
      serviceAccountName: service.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: service.priorityClass,
      restartPolicy,
      terminationGracePeriodSeconds: service.stop.graceSeconds,
      securityContext: podSecurity(service),
      ...placement(service),
      affinity,
      topologySpreadConstraints,
      containers: [container],
      volumes: podVolumes(service),
    },
  };
}
