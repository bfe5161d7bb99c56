import type { Environment } from '../../../src/model/environment.ts';
import { KIND_TRAITS } from '../../../src/model/kind-traits.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Panel, Series } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';

/** What its containers use of what they asked for, and how many there are. */
export function computeSection(service: Service, { namespaces }: Environment): Section {
  const container = `namespace="${namespaces.services}",container="${service.name}"`;
  const { endsByItself } = KIND_TRAITS[service.kind];
  return {
    title: 'CPU, memory and pods',
    panels: [
      cpu(container, service),
      memory(container),
      throttling(container),
      ...(endsByItself ? [] : [pods(container, service, namespaces.services)]),
      restarts(container),
      ...(service.volume ? [volume(service, namespaces.services)] : []),
    ],
  };
}

function cpu(container: string, { resources }: Service): Panel {
  return timeSeries({
    title: 'CPU',
    description: 'Cores that each pod uses, against what one pod asked for.',
    unit: 'short',
    series: [
      [`sum by (pod) (rate(container_cpu_usage_seconds_total{${container}}[$__rate_interval]))`, '{{pod}}'],
      requested(container, 'cpu'),
      ...(resources.limits.cpu === undefined ? [] : [limited(container, 'cpu')]),
    ],
  });
}

function memory(container: string): Panel {
  return timeSeries({
    title: 'Memory',
    description: 'What each pod cannot give back. At the limit its container is killed.',
    unit: 'bytes',
    series: [
      [`sum by (pod) (container_memory_working_set_bytes{${container}})`, '{{pod}}'],
      requested(container, 'memory'),
      limited(container, 'memory'),
    ],
  });
}

function requested(container: string, resource: string): Series {
  return [`max(kube_pod_container_resource_requests{${container},resource="${resource}"})`, 'request'];
}

function limited(container: string, resource: string): Series {
  return [`max(kube_pod_container_resource_limits{${container},resource="${resource}"})`, 'limit'];
}

function throttling(container: string): Panel {
  const periods = (kind: string) =>
    `sum by (pod) (rate(container_cpu_cfs_${kind}_total{${container}}[$__rate_interval]))`;
  return timeSeries({
    title: 'CPU throttling',
    description:
      'Share of the periods in which a container wanted more CPU than its limit. None without a limit.',
    unit: 'percentunit',
    max: 1,
    series: [[`${periods('throttled_periods')} / ${periods('periods')}`, '{{pod}}']],
  });
}

/** An autoscaler of KEDA has a name of its own; variants have autoscalers of theirs. */
function pods(container: string, { name, scaling, variants }: Service, namespace: string): Panel {
  const ready: Series = [`sum(kube_pod_container_status_ready{${container}})`, 'ready'];
  const names = variants.map((variant) => `-${variant.name}`).join('|');
  const pattern = `(keda-hpa-)?${name}${names && `(${names})?`}`;
  const hpa = `{namespace="${namespace}",horizontalpodautoscaler=~"${pattern}"}`;
  const isScaled = scaling.min !== scaling.max;
  return timeSeries({
    title: 'Pods',
    description: isScaled
      ? 'Pods that are ready, and how many the autoscaler has, wants and may have.'
      : 'Pods that are ready, of a fixed number.',
    unit: 'short',
    series: isScaled
      ? [
          ready,
          [`sum(kube_horizontalpodautoscaler_status_current_replicas${hpa})`, 'current'],
          [`sum(kube_horizontalpodautoscaler_status_desired_replicas${hpa})`, 'desired'],
          [`sum(kube_horizontalpodautoscaler_spec_max_replicas${hpa})`, 'maximum'],
        ]
      : [ready, [`count(kube_pod_container_info{${container}})`, 'pods']],
  });
}

function restarts(container: string): Panel {
  return timeSeries({
    title: 'Restarts',
    description: 'Containers that ended and were started again, within an hour.',
    unit: 'short',
    series: [
      [`sum by (pod) (increase(kube_pod_container_status_restarts_total{${container}}[1h]))`, '{{pod}}'],
    ],
  });
}

function volume({ name }: Service, namespace: string): Panel {
  const claim = `{namespace="${namespace}",persistentvolumeclaim=~".+-${name}-[0-9]+"}`;
  return timeSeries({
    title: 'Volumes',
    description: 'Share of each volume that is full.',
    unit: 'percentunit',
    max: 1,
    bound: 0.85,
    series: [
      [
        `kubelet_volume_stats_used_bytes${claim} / kubelet_volume_stats_capacity_bytes${claim}`,
        '{{persistentvolumeclaim}}',
      ],
    ],
  });
}
