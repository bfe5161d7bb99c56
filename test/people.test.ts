import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RUNNERS } from '../monitoring/runbooks/commands.ts';
import { kubectlNeeds } from '../src/access/kubectl-needs.ts';
import type { Right } from '../src/access/rule.ts';
import type { Runner } from '../src/access/who-may.ts';
import { today } from '../src/cli/clock.ts';
import { loadEnvironments } from '../src/config/load.ts';
import { selectInput } from '../src/io/select-input.ts';
import type { Environment } from '../src/model/environment.ts';
import { loadContext } from '../src/pipeline/load-context.ts';
import { type RenderedRights, renderedRights } from './rendered-rights.ts';

const environments = loadEnvironments(selectInput('environments', {}), loadContext(today()));

/** What nobody of a platform may do, by hand or by a pod that they start: `verb group/resource`. */
const NEVER = [
  ...['get', 'list', 'watch', 'create'].map((verb) => `${verb} /secrets`),
  ...['exec', 'attach', 'portforward', 'ephemeralcontainers', 'eviction'].map((sub) => `create /pods/${sub}`),
  ...['/pods', '/serviceaccounts', '/serviceaccounts/token', '/persistentvolumeclaims'].map(creating),
  ...['apps/deployments', 'apps/statefulsets', 'apps/daemonsets', 'apps/replicasets'].flatMap(writing),
  ...['batch/jobs', 'batch/cronjobs'].map(creating),
  ...['argoproj.io/rollouts', 'argoproj.io/analysistemplates', 'argoproj.io/analysisruns'].flatMap(writing),
  ...['rbac.authorization.k8s.io/roles', 'rbac.authorization.k8s.io/rolebindings'].flatMap(writing),
  ...['/resourcequotas', '/limitranges', '/namespaces', '/configmaps'].flatMap(writing),
  ...['networking.k8s.io/networkpolicies', 'networking.k8s.io/ingresses'].flatMap(writing),
  ...['networking.istio.io/envoyfilters', 'security.istio.io/authorizationpolicies'].flatMap(writing),
  ...['external-secrets.io/externalsecrets', 'external-secrets.io/secretstores'].flatMap(writing),
  ...['get /nodes/proxy', 'impersonate /users', 'bind rbac.authorization.k8s.io/roles'],
].map(rightOf);

describe.each(
  environments.map((environment) => [`${environment.platform}/${environment.name}`, environment] as const),
)('%s', (path, { access, namespaces }) => {
  const rights = renderedRights(`dist/manifests/${path}`);
  const groups = [...access.deployer, ...access.viewer];

  test('nobody of the platform may do what would go around Git, policies or secrets', () => {
    expect(groups.length).toBeGreaterThan(0);
    const places = [...rights.namespaces, undefined];
    const held = groups.flatMap((group) =>
      places.flatMap((place) =>
        NEVER.filter((right) => rights.may(group, right, place)).map((right) => [group, place, right]),
      ),
    );
    expect(held).toEqual([]);
  });

  test('deployers may restart and scale services, and nothing beside External Secrets', () => {
    const [group = ''] = access.deployer;
    const may = (text: string, namespace: string) => rights.may(group, rightOf(text), namespace);
    expect(may('delete /pods', namespaces.services)).toBe(true);
    expect(may('patch apps/deployments/scale', namespaces.services)).toBe(true);
    expect(may('get /pods/log', namespaces.services)).toBe(true);
    const { externalSecrets } = namespaces;
    if (externalSecrets !== undefined) expect(may('delete /pods', externalSecrets)).toBe(false);
  });
});

/** Pages that people read when something has happened, and what stands for a namespace in them. */
const PAGES = [
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && name !== 'checks.md')
    .map((name) => `docs/${name}`),
  ...environments.flatMap(({ platform }) => {
    const folder = `docs/runbooks/${platform}`;
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  }),
];

test('whoever a page tells to run a command may run it', () => {
  let count = 0;
  const wrong = [...new Set(PAGES)].flatMap((page) =>
    commandsOf(readFileSync(page, 'utf8')).flatMap(({ command, told }) => {
      count += 1;
      const own = environments.filter(
        ({ platform }) => !page.startsWith('docs/runbooks/') || page.includes(`/${platform}/`),
      );
      const may = runnersIn(own, command);
      return may.has(told) ? [] : [`${page}: ${command}: told to ${told}, for ${[...may].join(' or ')}`];
    }),
  );
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

/** Commands in backticks and in blocks, and whom they are for: what stands behind them in brackets. */
function commandsOf(markdown: string): readonly { readonly command: string; readonly told: Runner }[] {
  const inline = markdown.matchAll(/`(kubectl [-a-z][^`]*)`( \([a-z ]+\))?/g);
  const inBlocks = markdown.matchAll(/^(kubectl [-a-z][^#\n]*)(?:#(.*))?$/gm);
  return [...inline, ...inBlocks]
    .filter(([, command = '']) => !/^kubectl (describe|kustomize|explain)\b(?! \S+ \S)/.test(command))
    .map(([, command = '', told = '']) => ({ command: command.trim(), told: runnerOf(told) }));
}

function runnerOf(told: string): Runner {
  const runners = Object.entries(RUNNERS) as readonly (readonly [Runner, string])[];
  return runners.find(([, text]) => text !== '' && told.includes(text.slice(2, -1)))?.[0] ?? 'viewer';
}

/** Who may run a command, asked of what is rendered, in one environment or another. */
function runnersIn(own: readonly Environment[], command: string): ReadonlySet<Runner> {
  return new Set(own.map((environment) => runnerIn(environment, command)));
}

const read = new Map<string, RenderedRights>();

function runnerIn({ platform, name, namespaces, mesh, access }: Environment, command: string): Runner {
  const path = `${platform}/${name}`;
  const rendered = read.get(path) ?? renderedRights(`dist/manifests/${path}`);
  read.set(path, rendered);
  const { rights, namespace } = kubectlNeeds(command);
  const standsFor: Readonly<Record<string, string | undefined>> = {
    '<namespace>': namespaces.services,
    shop: namespaces.services,
    '<monitoring>': namespaces.monitoring,
    '<monitoring namespace>': namespaces.monitoring,
    '<node agents>': namespaces.nodeAgents ?? namespaces.monitoring,
    '<gateway>': mesh?.gateway.namespace,
    '<gateway namespace>': mesh?.gateway.namespace,
  };
  const place = namespace === undefined ? undefined : (standsFor[namespace] ?? namespace);
  const asked = rights.filter(({ resource }) => resource !== 'events');
  const holds = (groups: readonly string[]) =>
    groups.some((group) => asked.every((right) => rendered.may(group, right, place)));
  if (holds(access.viewer)) return 'viewer';
  return holds(access.deployer) ? 'deployer' : 'cluster administrator';
}

function creating(kind: string): string {
  return `create ${kind}`;
}

function writing(kind: string): readonly string[] {
  return ['create', 'update', 'patch', 'delete'].map((verb) => `${verb} ${kind}`);
}

function rightOf(text: string): Right {
  const [, verb = '', group = '', resource = ''] = /^(\S+) ([^/]*)\/(.+)$/.exec(text) ?? [];
  return { verb, group, resource };
}
