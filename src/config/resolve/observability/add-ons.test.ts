import { expect, test } from 'vitest';
import { type Part, shop } from '../../../../test/shop-input.ts';

/** Names and namespaces of what is watched of the shop's cluster. */
function addOns(production: Part, addOns: Part = {}): readonly string[] {
  const observability = {
    level: 'minimal',
    runbooks: 'https://git.shop.example/docs/runbooks/shop',
    alerts: { pagerduty: true },
    addOns,
  };
  const watched = shop({ production: { ...production, observability } }).observability?.addOns ?? [];
  return watched.map(({ name, namespace }) => `${namespace}/${name}`);
}

const INGRESS = ['kube-system/aws-load-balancer-controller', 'external-dns/external-dns'];
const ALWAYS = ['kube-system/coredns', 'external-secrets-system/external-secrets', 'reloader/reloader'];

test('what every environment relies on is watched, and what leads to its public hosts', () => {
  expect([...addOns({})].sort()).toEqual([...ALWAYS, ...INGRESS].sort());
});

test('further add-ons are watched where the input names them, and looked for where it says', () => {
  const found = addOns({}, { 'argo-cd': {}, karpenter: {}, 'external-dns': { namespace: 'kube-system' } });
  expect(found).toEqual(
    expect.arrayContaining(['argocd/argo-cd', 'kube-system/karpenter', 'kube-system/external-dns']),
  );
});

test('with a reason one is not watched', () => {
  expect(addOns({}, { reloader: { unwatched: 'Restarts are done by hand' } })).not.toContain(
    'reloader/reloader',
  );
});

test('backups, releases in steps and scaling by requests bring theirs', () => {
  const api = { scaling: { min: 2, max: 4, requestsPerSecond: 100 }, release: { strategy: 'canary' } };
  const toolbox = 'docker.io/alpine/k8s:1.33.1';
  const found = addOns({ services: { api }, backups: { retentionDays: 7 }, toolbox });
  expect(found).toEqual(
    expect.arrayContaining(['argo-rollouts/argo-rollouts', 'keda/keda', 'velero/velero']),
  );
});
