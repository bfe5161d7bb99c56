import { byTests } from './by-tests.ts';
import { proveControlPlane } from './control-plane/prove.ts';
import { proveMetricNames } from './metrics/prove.ts';
import { program } from './needs.ts';
import type { Proof } from './proof.ts';
import { proveReleases } from './release/prove.ts';

const GO = program('go', 'see https://go.dev/dl/; version 1.26 or newer');

const RELEASE = 'a release of Prometheus carries it';

/** Every proof, in the order they are run in. A new one is an entry here. */
export const proofs: readonly Proof[] = [
  {
    name: 'alerts',
    proves: 'every alert of every environment fires when it should and only then',
    needs: [program('promtool', RELEASE)],
    run: byTests(['test/alerts.prove.ts', 'monitoring/rules/']),
  },
  {
    name: 'monitoring',
    proves: 'Prometheus reads, records and alerts as rendered, and Alertmanager tells who is on call',
    needs: [program('promtool', RELEASE), program('prometheus', RELEASE)],
    run: byTests(['test/prometheus.prove.ts']),
  },
  {
    name: 'random',
    proves:
      'formats are equal, order and graph right, and YAML read back, for hundreds of inputs nobody would write',
    needs: [],
    run: byTests([
      ...['test/kustomize.test.ts', 'test/helm.test.ts', 'test/waves.test.ts', 'test/graph/graph.test.ts'],
      ...['src/yaml/read-back.test.ts', 'src/yaml/parsers-agree.test.ts'],
      ...['src/config/hostile-input.test.ts', 'src/edit/edit-images.test.ts'],
    ]),
  },
  {
    name: 'provenance',
    proves:
      'a finding names the line of the input that decided what was found, for every value of every platform',
    needs: [],
    run: byTests(['test/provenance.prove.ts']),
  },
  {
    name: 'control-plane',
    proves: 'a real control plane takes and keeps every environment, and its pods start',
    needs: [GO],
    run: proveControlPlane,
  },
  {
    name: 'releases',
    proves: 'a new version goes over or back as the numbers of a real Prometheus say',
    needs: [GO, program('prometheus', 'a release of Prometheus is it')],
    run: proveReleases,
  },
  {
    name: 'metric-names',
    proves: 'programs that are run export every metric that rules and dashboards ask them for',
    needs: [GO],
    run: proveMetricNames,
  },
];
