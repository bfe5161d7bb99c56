import { expect, test } from 'vitest';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects are read as a reviewer would, without their types
type Loose = any;

const shop = observedShop();
const objects = render(observability, shop);
const named = (kind: string, name: string): Loose =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);

test('without logs there is nothing of them', () => {
  const { parts } = shop.observability as Observability;
  const without = render(observability, observedShop({ logs: undefined, parts: { ...parts, logs: false } }));
  expect(without.filter(({ metadata }) => /fluent|logs/.test(metadata.name))).toEqual([]);
});

test('the agent may read the files of its node that belong to root, and do nothing else there', () => {
  const { metadata, spec } = named('DaemonSet', 'fluent-bit');
  const { containers, securityContext, volumes, automountServiceAccountToken } = spec.template.spec;
  expect(metadata.namespace).toBe('shop-node-agents');
  expect(automountServiceAccountToken).toBe(false);
  expect(securityContext).toMatchObject({ runAsUser: 0, runAsNonRoot: false, runAsGroup: 10001 });
  expect(containers[0].securityContext).toEqual({
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(volumes.filter((volume: Loose) => volume.hostPath)).toEqual([
    { name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } },
  ]);
  expect(containers[0].volumeMounts).toContainEqual({
    name: 'logs',
    mountPath: '/var/log',
    readOnly: true,
    mountPropagation: 'HostToContainer',
  });
});

test('it has no rights in the cluster, and goes to the store alone', () => {
  const rights = objects.filter(({ kind, metadata }) => /Role/.test(kind) && /fluent/.test(metadata.name));
  expect(rights).toEqual([]);
  expect(named('NetworkPolicy', 'fluent-bit').spec.egress.slice(1)).toEqual([
    {
      to: [{ ipBlock: { cidr: '10.20.32.0/20', except: undefined } }],
      ports: [{ protocol: 'TCP', port: 443 }],
    },
  ]);
});

test('the script is beside the configuration that calls it, and a change of either restarts the agents', () => {
  const { data } = named('ConfigMap', 'fluent-bit');
  expect(Object.keys(data)).toEqual(['fluent-bit.yaml', 'prepare.lua']);
  expect(named('DaemonSet', 'fluent-bit').spec.template.metadata.annotations).toHaveProperty(
    'checksum/config',
  );
});

test('the job has its account in a file, no token, and no way but to the store', () => {
  const { spec } = named('CronJob', 'logs-retention').spec.jobTemplate.spec.template;
  expect(spec.automountServiceAccountToken).toBe(false);
  expect(spec.containers[0].image).toBe('registry.example/toolbox:1.33.1');
  expect(spec.containers[0].env.every(({ valueFrom }: Loose) => valueFrom === undefined)).toBe(true);
  expect(named('ExternalSecret', 'logs-retention').spec.target.template.data).toEqual({
    authorization: 'Authorization: Basic {{ printf "%s:%s" .username .password | b64enc }}',
  });
  expect(named('NetworkPolicy', 'logs-retention').spec.egress).toHaveLength(2);
});
