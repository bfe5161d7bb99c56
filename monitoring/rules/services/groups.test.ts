import { expect, test } from 'vitest';
import type { Observability } from '../../../src/model/observability.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { sampleService } from '../../../test/sample.ts';
import { type AlertTest, isAlert, type RuleGroup } from '../../forms/rule.ts';
import { scenario } from '../../forms/scenario.ts';
import { hasPromtool, judgeRules } from '../promtool.fixture.ts';
import { serviceGroups } from './groups.ts';

if (!hasPromtool) process.stderr.write('rules of services are not proven: promtool is not on PATH\n');

const shop = observedShop(
  {},
  {
    services: [
      sampleService({
        name: 'api',
        slo: { availability: 99.9, latency: { percentile: 95, milliseconds: 500 } },
      }),
      sampleService({ name: 'nightly', kind: 'cron', ports: [] }),
      sampleService({
        name: 'orders',
        migrate: { command: ['npm', 'run', 'migrate'], backoffLimit: 3, activeDeadlineSeconds: 600 },
        variants: [{ ...sampleService(), name: 'beta', weight: 5, headers: {} }],
      }),
      sampleService({
        name: 'payments',
        release: {
          strategy: 'canary',
          steps: [{ weight: 20, pause: 60 }],
          analysis: {
            successRate: 99,
            latency: { percentile: 99.9, underMilliseconds: 700 },
            minimumRequests: 10,
          },
        },
      }),
    ],
  },
);

/** Without the one that looks a week back: its test takes as long as all others, and is run with every other file's. */
const groups = serviceGroups(shop).map((group) => ({
  ...group,
  rules: group.rules.filter((rule) => !isAlert(rule) || rule.alert !== 'ServiceTrafficDropped'),
}));
const judge = (own: readonly RuleGroup[] = groups) => judgeRules(own, shop.observability as Observability);

test.runIf(hasPromtool)(
  'alerts of crons, migrations, variants and releases fire when they should and only then',
  () => expect(judge()).toBe(''),
);

const PLACE = 'job="kube-state-metrics",namespace="shop"';
const REPLICA_SETS = (ready: string) => ({
  [`kube_replicaset_owner{${PLACE},replicaset="payments-1",owner_kind="Rollout",owner_name="payments"}`]:
    '1x10',
  [`kube_replicaset_owner{${PLACE},replicaset="payments-2",owner_kind="Rollout",owner_name="payments"}`]:
    '1x10',
  [`kube_replicaset_spec_replicas{${PLACE},replicaset="payments-1"}`]: '2x10',
  [`kube_replicaset_spec_replicas{${PLACE},replicaset="payments-2"}`]: '1x10',
  [`kube_replicaset_status_ready_replicas{${PLACE},replicaset="payments-1"}`]: ready,
  [`kube_replicaset_status_ready_replicas{${PLACE},replicaset="payments-2"}`]: '0x10',
});
const workload = (kind: string, name: string, wanted: string, available: string) => ({
  [`kube_${wanted}{${PLACE},${kind}="${name}"}`]: '2x10',
  [`kube_${available}{${PLACE},${kind}="${name}"}`]: '0x10',
});

test.runIf(hasPromtool)(
  'a service is down with its Rollout or StatefulSet, and not with one of its variants',
  () => {
    const replicas = ['statefulset_replicas', 'statefulset_status_replicas_available'] as const;
    const deployed = ['deployment_spec_replicas', 'deployment_status_replicas_available'] as const;
    const down = (fires: Record<string, string>, quiet: Record<string, string>) => ({
      fires: scenario('none is ready', '5m', fires),
      quiet: [scenario('the service itself is there', '5m', quiet)],
    });
    const tests = [
      down(REPLICA_SETS('0x10'), REPLICA_SETS('1x10')),
      down(
        workload('statefulset', 'ledger', ...replicas),
        workload('deployment', 'orders-beta', ...deployed),
      ),
    ];
    for (const own of tests) expect(judge([only('ServiceDown', own)])).toBe('');
  },
);

test.runIf(hasPromtool)('a variant that needs more pods is told of by its service', () => {
  const own = `${PLACE},horizontalpodautoscaler="orders-beta"`;
  const fires = scenario('three of three', '20m', {
    [`kube_horizontalpodautoscaler_status_current_replicas{${own}}`]: '3x30',
    [`kube_horizontalpodautoscaler_spec_max_replicas{${own}}`]: '3x30',
    [`kube_horizontalpodautoscaler_status_condition{${own},condition="ScalingLimited",status="true"}`]:
      '1x30',
  });
  const group = only('ServiceAtMaximumScale', { fires, quiet: [] });
  const named = group.rules.map((rule) => ({
    ...rule,
    expr: `${rule.expr} and on (service) label_replace(vector(1), "service", "orders", "", "")`,
  }));
  expect(judge([{ ...group, rules: named }])).toBe('');
});

/** A group with one alert, tested in another way. */
function only(alert: string, own: AlertTest): RuleGroup {
  const rules = groups.flatMap((group) => group.rules.filter(isAlert)).filter((rule) => rule.alert === alert);
  return { name: 'one', rules: rules.map((rule) => ({ ...rule, test: own })) };
}
