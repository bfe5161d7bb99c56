import { expect, test } from 'vitest';
import type { Relabeling } from '../../../imports/prometheus-operator.ts';
import { podLabel } from '../../../monitoring/forms/relabel.ts';
import { ADD_ON_TARGETS } from '../../../monitoring/scrape/add-ons.ts';
import { scrapeConfigs } from '../../../monitoring/scrape/scrape-configs.ts';
import { judge } from '../../../src/checks/schemas/judge.ts';
import { loadSchemas } from '../../../src/checks/schemas/load.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';
import { asPrometheusHasIt, OF_POD_MONITOR, relabelled } from './relabel.fixture.ts';

const MAINTENANCE = { day: 'Sunday', from: '23:00', to: '02:00', timeZone: 'Europe/Berlin', noticeDays: 3 };

const shop: Environment = observedShop(
  { mode: 'operator', operatorNamespace: 'prometheus', operatorLabels: { release: 'kube-prometheus-stack' } },
  { maintenance: MAINTENANCE },
);
const objects = render(observability, shop);
const ofOperator = objects.filter(({ apiVersion }) => apiVersion.startsWith('monitoring.coreos.com/'));

test('the schemas of the operator accept every object', async () => {
  expect(ofOperator.length).toBeGreaterThan(10);
  const flaws = judge(await loadSchemas(ofOperator), ofOperator).filter(
    (verdict) => verdict.flaws?.length !== 0,
  );
  expect(flaws).toEqual([]);
});

test('every object has the labels that the Prometheus of the cluster selects by', () => {
  for (const { metadata } of ofOperator)
    expect(metadata.labels).toMatchObject({ release: 'kube-prometheus-stack' });
});

test('no program is rendered that the cluster has already', () => {
  const programs = ['prometheus', 'alertmanager', 'kube-state-metrics', 'node-exporter'];
  const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind));
  expect(workloads.filter(({ metadata }) => programs.includes(metadata.name))).toEqual([]);
});

const POD = {
  __address__: '10.1.2.3:8080',
  __meta_kubernetes_namespace: 'shop',
  __meta_kubernetes_pod_node_name: 'node-1',
  __meta_kubernetes_pod_phase: 'Running',
  __meta_kubernetes_pod_label_app: 'istiod',
  __meta_kubernetes_pod_label_app_kubernetes_io_part_of: 'shop',
  __meta_kubernetes_pod_label_charthouse_dev_variant: 'stable',
  __meta_kubernetes_pod_label_istio: 'ingressgateway',
  __meta_kubernetes_pod_label_rollouts_pod_template_hash: '5d4f',
};

const monitors = ofOperator.filter(({ kind }) => kind === 'PodMonitor').map(({ metadata }) => metadata.name);

test.each(monitors)('series of %s have the labels they have in mode standalone', (name) => {
  const job = scrapeConfigs(shop).find(({ job_name }) => job_name === name);
  const pods = podsFor(name);
  const read = pods.map((pod) => relabelled({ ...pod, job: name }, job?.relabel_configs ?? []));
  const steps = [...OF_POD_MONITOR, ...relabelingsOf(name).map(asPrometheusHasIt)];
  expect(pods.map((pod) => relabelled({ ...pod, job: 'podMonitor' }, steps))).toEqual(read);
  expect(read.some((labels) => labels !== undefined)).toBe(true);
});

test('a pod of a service has its labels, and is read at the port for merged metrics', () => {
  const steps = [...OF_POD_MONITOR, ...relabelingsOf('services').map(asPrometheusHasIt)];
  const pod = { ...POD, ...named('api', 'istio-proxy') };
  expect(relabelled(pod, steps)).toEqual({
    __address__: '10.1.2.3:15020',
    job: 'services',
    namespace: 'shop',
    pod: 'api-1',
    rollouts_pod_template_hash: '5d4f',
    service: 'api',
    variant: 'stable',
  });
  expect(relabelled({ ...pod, __meta_kubernetes_pod_container_name: 'api' }, steps)).toBeUndefined();
});

/** A pod of every name a job could look for, each with its own container and with a sidecar. */
function podsFor(name: string) {
  const resources = shop.observability?.resources.map(({ resource }) => `${resource.name}-exporter`) ?? [];
  const { labels = {} } = Object.entries(ADD_ON_TARGETS).find(([addOn]) => addOn === name)?.[1] ?? {};
  const own = Object.fromEntries(Object.entries(labels).map(([label, value]) => [podLabel(label), value]));
  return [name, ...resources].flatMap((pod) =>
    [pod, 'istio-proxy', 'discovery'].map((container) => ({ ...POD, ...named(pod, container), ...own })),
  );
}

function named(name: string, container: string) {
  return {
    __meta_kubernetes_pod_name: `${name}-1`,
    __meta_kubernetes_pod_container_name: container,
    __meta_kubernetes_pod_label_app_kubernetes_io_name: name,
  };
}

function relabelingsOf(name: string): readonly Relabeling[] {
  const monitor = ofOperator.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === name);
  const spec = (monitor as ManifestObject)['spec'] as {
    readonly podMetricsEndpoints: readonly { readonly relabelings: readonly Relabeling[] }[];
  };
  return spec.podMetricsEndpoints[0]?.relabelings ?? [];
}
