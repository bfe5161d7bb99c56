import type { IContainer } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';

export const probeHostUnset: Check = {
  name: 'probe-host-unset',
  topic: 'pods',
  severity: 'error',
  summary: 'Probes and lifecycle hooks ask the pod itself, not another host.',
  why: 'The kubelet asks that host from the network of the node, past every NetworkPolicy; from Kubernetes 1.34 on, namespaces with pod security refuse the pod.',
  fix: 'Remove `host` from the probe or hook. To send a host name, write the header `Host` in `httpHeaders`.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const { place, host } of foreignHosts(container)) {
          tell(object, `${field}.${place}.host`, `expected none, found ${host}`);
        }
      }
    }
  },
};

interface Place {
  readonly place: string;
  readonly host: string | undefined;
}

function foreignHosts({ livenessProbe, readinessProbe, startupProbe, lifecycle }: IContainer): Place[] {
  const handlers = {
    ...{ livenessProbe, readinessProbe, startupProbe },
    'lifecycle.postStart': lifecycle?.postStart,
    'lifecycle.preStop': lifecycle?.preStop,
  };
  return Object.entries(handlers)
    .flatMap(([place, handler]) => [
      { place: `${place}.httpGet`, host: handler?.httpGet?.host },
      { place: `${place}.tcpSocket`, host: handler?.tcpSocket?.host },
    ])
    .filter(({ host }) => host);
}
