import { describe, expect, test } from 'vitest';
import { parseKubectl } from './kubectl-command.ts';
import { kubectlNeeds } from './kubectl-needs.ts';
import { type NamespaceRights, whoMay } from './who-may.ts';

const RIGHTS: Readonly<Record<string, NamespaceRights>> = { shop: 'deployed', drill: 'seen' };
const rightsIn = (namespace: string) => RIGHTS[namespace] ?? 'of others';

describe('whoMay', () => {
  test.each([
    ['kubectl -n shop logs api-1 -c api --previous', 'viewer'],
    ['kubectl -n shop get pods -l app=api -o wide', 'viewer'],
    ['kubectl -n shop rollout status deployment/api', 'viewer'],
    ['kubectl -n shop rollout history deployment/api', 'viewer'],
    ['kubectl -n drill get configmap drill.report -o yaml', 'viewer'],
    ['kubectl describe node <node>', 'viewer'],
    ['kubectl get nodes -o wide', 'viewer'],
    ['kubectl -n shop top pods --sort-by=cpu', 'viewer'],
    ['kubectl get --raw "/readyz?verbose"', 'viewer'],
    ['kubectl -n shop delete pod api-1', 'deployer'],
    ['kubectl -n shop scale deployment api --replicas=5', 'deployer'],
    ['kubectl scale deployment api --replicas=5 --namespace shop', 'deployer'],
    ['kubectl argo rollouts -n shop promote api', 'deployer'],
    ['kubectl -n shop delete job migrate', 'deployer'],
    ['kubectl -n drill delete job drill-1', 'cluster administrator'],
    ['kubectl -n shop rollout restart deployment api', 'cluster administrator'],
    ['kubectl -n shop rollout undo deployment/api', 'cluster administrator'],
    ['kubectl -n shop create job now --from=cronjob/report', 'cluster administrator'],
    ['kubectl -n shop exec api-1 -- sh', 'cluster administrator'],
    ['kubectl -n shop get secret api', 'cluster administrator'],
    ['kubectl get pods -A --field-selector spec.nodeName=<node>', 'cluster administrator'],
    ['kubectl drain <node> --ignore-daemonsets', 'cluster administrator'],
    ['kubectl -n istio-system logs -l app=istiod', 'cluster administrator'],
  ])('%s: %s', (line, runner) => {
    expect(whoMay(line, rightsIn)).toBe(runner);
  });
});

test('a command that nobody has thought about is told', () => {
  expect(() => kubectlNeeds('kubectl -n shop taint nodes a b')).toThrow('`kubectl taint` is not known');
  expect(() => kubectlNeeds('kubectl -n shop get widgets')).toThrow('`widgets` is not known');
});

test('options and placeholders of several words are no arguments', () => {
  expect(parseKubectl(`kubectl -n <node agents> get pods -l 'a in (b, c)' | wc -l`)).toMatchObject({
    verb: 'get',
    args: ['pods'],
    namespace: '<node agents>',
  });
});
