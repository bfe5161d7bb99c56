import { type KubectlCommand, parseKubectl } from './kubectl-command.ts';
import { type KubectlResource, kubectlResource } from './kubectl-resources.ts';
import type { Right } from './rule.ts';

/** What a command needs of the API server. */
export interface KubectlNeeds {
  readonly rights: readonly Right[];
  /** The namespace that is asked for, as written; undefined for what is in none, and for all namespaces. */
  readonly namespace: string | undefined;
}

type Needs = (command: KubectlCommand) => readonly Right[];

const POD: KubectlResource = { group: '', resource: 'pods', isNamespaced: true };

/**
 * The rights that a `kubectl` command needs, as kubectl asks the API server for them; none for one that asks nothing or
 * only what everybody may read, such as `explain`, or `get --raw /readyz`. Throws for a command or kind that is not known
 * here, so that no text can print one that nobody has thought about.
 */
export function kubectlNeeds(line: string): KubectlNeeds {
  const command = parseKubectl(line);
  const needs = COMMANDS[command.verb];
  if (!needs) throw new Error(`what is needed for \`kubectl ${command.verb}\` is not known`);
  const rights = needs(command);
  const isOfCluster =
    command.isInAllNamespaces ||
    rights.some(({ resource }) => kubectlResource(resource)?.isNamespaced === false);
  return { rights, namespace: isOfCluster ? undefined : command.namespace };
}

const COMMANDS: Readonly<Record<string, Needs>> = {
  get: (command) => (isRaw(command) ? [] : resourcesOf(command).flatMap((one) => reading(one, command))),
  describe: (command) =>
    resourcesOf(command).flatMap((one) => [...all(one, ['get', 'list']), right('', 'events', 'list')]),
  logs: (command) => [
    ...all(POD, ['get', 'list']),
    right('', 'pods/log', 'get'),
    ...(command.args[0]?.includes('/') ? resourcesOf(command).flatMap((one) => all(one, ['get'])) : []),
  ],
  top: ({ args }) => [right('metrics.k8s.io', args[0]?.startsWith('no') ? 'nodes' : 'pods', 'list')],
  scale: (command) =>
    resourcesOf(command).flatMap((one) => [
      ...all(one, ['get']),
      right(one.group, `${one.resource}/scale`, 'patch'),
    ]),
  'rollout status': (command) => resourcesOf(command).flatMap((one) => all(one, ['get', 'list', 'watch'])),
  'rollout history': (command) =>
    resourcesOf(command).flatMap((one) => [...all(one, ['get']), right('apps', 'replicasets', 'list')]),
  'rollout restart': (command) => resourcesOf(command).flatMap((one) => all(one, ['get', 'patch'])),
  'rollout undo': (command) =>
    resourcesOf(command).flatMap((one) => [
      ...all(one, ['get', 'patch']),
      right('apps', 'replicasets', 'list'),
    ]),
  'argo rollouts get': () => ['get', 'list', 'watch'].map((verb) => right('argoproj.io', 'rollouts', verb)),
  'argo rollouts promote': () => steering(),
  'argo rollouts abort': () => steering(),
  'argo rollouts retry': () => steering(),
  create: creation,
  delete: (command) => resourcesOf(command).flatMap((one) => all(one, ['get', 'delete'])),
  patch: (command) => resourcesOf(command).flatMap((one) => all(one, ['get', 'patch'])),
  exec: () => [right('', 'pods', 'get'), right('', 'pods/exec', 'create')],
  'port-forward': () => [right('', 'pods', 'get'), right('', 'pods/portforward', 'create')],
  debug: () => [right('', 'nodes', 'get'), right('', 'pods', 'create')],
  cordon: () => [right('', 'nodes', 'patch')],
  drain: () => [right('', 'nodes', 'patch'), right('', 'pods/eviction', 'create')],
  apply: () => [right('*', '*', 'patch')],
  explain: () => [],
  kustomize: () => [],
};

/** `/readyz` and its like are for everybody: ClusterRole system:public-info-viewer. */
function isRaw({ options }: KubectlCommand): boolean {
  return options.includes('--raw');
}

/** The kinds a command is about: `pods`, `deployment/api`, `cronjob,job`. */
function resourcesOf({ args: [first = ''] }: KubectlCommand): readonly KubectlResource[] {
  return first.split(',').map((name) => {
    const found = kubectlResource(name.split('/')[0] ?? '');
    if (!found) throw new Error(`the kind \`${name}\` is not known`);
    return found;
  });
}

/** One that is named is read alone. */
function reading(one: KubectlResource, { args }: KubectlCommand): readonly Right[] {
  const isNamed = args.length > 1 || (args[0]?.includes('/') ?? false);
  return all(one, [isNamed ? 'get' : 'list']);
}

function creation({ args: [what = ''], options }: KubectlCommand): readonly Right[] {
  if (what === 'token') return [right('', 'serviceaccounts/token', 'create')];
  const found = kubectlResource(what);
  if (!found) throw new Error(`the kind \`${what}\` is not known`);
  const isCopy = options.some((option) => option.startsWith('--from=cronjob/'));
  return [
    ...(isCopy ? [right('batch', 'cronjobs', 'get')] : []),
    right(found.group, found.resource, 'create'),
  ];
}

/** The plugin writes the status of a Rollout, which only its controller and people with this right do. */
function steering(): readonly Right[] {
  return [right('argoproj.io', 'rollouts', 'get'), right('argoproj.io', 'rollouts/status', 'patch')];
}

function all({ group, resource }: KubectlResource, verbs: readonly string[]): readonly Right[] {
  return verbs.map((verb) => right(group, resource, verb));
}

function right(group: string, resource: string, verb: string): Right {
  return { group, resource, verb };
}
