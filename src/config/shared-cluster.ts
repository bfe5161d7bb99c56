import type { Cluster } from '../model/cluster.ts';
import type { Environment } from '../model/environment.ts';
import type { InputPlace } from '../model/finding.ts';
import type { Mesh } from '../model/mesh.ts';
import type { Problem } from './problem.ts';
import { collector, type Report } from './report.ts';
import type { Path, Source } from './source.ts';

/** Something of a cluster, or of a namespace that is nobody's own, of which there can be one: objects have its name. */
interface Claim {
  /** What it is, and its name. */
  readonly what: string;
  readonly path: Path;
  readonly fix: string;
  /** Where it stands, if that is not in the two files. */
  readonly place?: InputPlace;
}

/** The files an environment was read from. */
interface Sources {
  readonly platform: Source;
  readonly environment: Source;
}

/**
 * Tells what an environment would share with one it was told of before that runs in the same cluster: Argo CD gives an
 * object to one of two Applications and fails the other, and without it each apply undoes that of the other.
 */
export function watchClusters(): (environment: Environment, sources: Sources) => readonly Problem[] {
  const tenants = new Map<string, Tenants>();
  return (environment, { platform, environment: source }) => {
    const key = identityOf(environment.cluster);
    const others = tenants.get(key) ?? { platforms: new Map(), claims: new Map() };
    tenants.set(key, others);
    const { report, problems } = collector(platform, source);
    const twin = others.platforms.get(environment.platform);
    if (twin === undefined) others.platforms.set(environment.platform, source.path);
    else {
      const message = `${twin} is in this cluster already, with the same namespaces and names`;
      const fix = 'give it a cluster of its own; small copies of an environment are `previews`';
      report(['cluster', 'name'], message, { fix });
      return problems;
    }
    const own = claimAll(environment, others.claims, source.path, report);
    return [...problems, ...own];
  };
}

/** What tells a cluster from all others: a name is taken once in an account and region, project or subscription. */
function identityOf(cluster: Cluster): string {
  const { cloud, name } = cluster;
  if (cloud === 'aws') return `${cloud} ${cluster.account} ${cluster.region} ${name}`;
  if (cloud === 'gcp') return `${cloud} ${cluster.project} ${cluster.location} ${name}`;
  if (cloud === 'azure') return `${cloud} ${cluster.subscription} ${cluster.region} ${name}`;
  return `${cloud} ${name}`;
}

/** Reports what is claimed already in one of the two files, and gives what is in files of the user's own. */
function claimAll(
  environment: Environment,
  claims: Map<string, string>,
  file: string,
  report: Report,
): readonly Problem[] {
  return claimsOf(environment).flatMap(({ what, path, fix, place }) => {
    const holder = claims.get(what);
    if (holder === undefined) {
      claims.set(what, place?.file ?? file);
      return [];
    }
    const message = `${what} is that of ${holder} already, in the same cluster`;
    if (place) return [{ ...place, path: path.join('.'), message, fix }];
    report(path, message, { fix, at: 'key' });
    return [];
  });
}

/** Files of the environments in a cluster, by platform and by what they claim. */
interface Tenants {
  readonly platforms: Map<string, string>;
  readonly claims: Map<string, string>;
}

function claimsOf(environment: Environment): readonly Claim[] {
  return [
    ...namespaceClaims(environment),
    ...priorityClaims(environment),
    ...wayInClaims(environment),
    ...sharedPrograms(environment),
    ...ownObjects(environment),
  ];
}

/** Objects of the user's own that are in no namespace. */
function ownObjects({ ownFiles }: Environment): readonly Claim[] {
  const all = ownFiles.flatMap(({ objects }) => objects);
  return all
    .filter(({ object: { metadata } }) => metadata.namespace === undefined)
    .map(({ object: { kind, metadata }, place }) => ({
      what: `the ${kind === 'Namespace' ? 'namespace' : kind} \`${metadata.name}\``,
      path: ['metadata', 'name'],
      fix: 'rename it, for example to begin with ${platform}, or remove one of the two',
      place,
    }));
}

function namespaceClaims({ namespaces, ownedNamespaces }: Environment): readonly Claim[] {
  const roles = new Map(Object.entries(namespaces).map(([role, name]) => [name, role]));
  return ownedNamespaces.map(({ name }) => {
    const role = roles.get(name) ?? '';
    const fix =
      role === 'externalSecrets'
        ? 'leave it out in all platforms of the cluster but one: they share the operator'
        : 'choose another';
    return { what: `the namespace \`${name}\``, path: ['namespaces', role], fix };
  });
}

function priorityClaims({ priorities, platform }: Environment): readonly Claim[] {
  return priorities.map(({ className }) => ({
    what: `the PriorityClass \`${className}\``,
    path: ['priorities', className.slice(platform.length + 1)],
    fix: 'name the priority otherwise',
  }));
}

/** Every platform's gateway answers for all hosts on port 443, and Istio looks for its pods in all namespaces. */
function wayInClaims({ ingress, mesh, publicHosts }: Environment): readonly Claim[] {
  if (!ingress) return [];
  return [
    ...(mesh ? [gatewayClaim(mesh)] : []),
    ...publicHosts.map(({ host }) => ({
      what: `the public host ${host}`,
      path: ['domain'],
      fix: 'choose another domain, or another host in `expose`',
    })),
  ];
}

function gatewayClaim({ gateway }: Mesh): Claim {
  const labels = Object.entries(gateway.selector).map(([key, value]) => `${key}: ${value}`);
  return {
    what: `the mesh gateway \`{${labels.sort().join(', ')}}\``,
    path: ['mesh', 'istio', 'gateway', 'selector'],
    fix: 'run a gateway for each platform and write mesh: {istio: {gateway: {namespace, service, selector}}}, its own',
  };
}

/** What a cluster has once: what Argo CD brings to it, and a Prometheus, whose rules would count both platforms. */
function sharedPrograms({ delivery, observability }: Environment): readonly Claim[] {
  const claims: Claim[] = [];
  if (delivery?.addOns) {
    claims.push({
      what: 'what `addOns` brings',
      path: ['delivery', 'addOns'],
      fix: 'remove it in one of the two, and name in the other what only this one needs',
    });
  }
  if (observability?.operatorNamespace !== undefined) {
    const { operatorNamespace, operatorLabels } = observability;
    const labels = Object.entries(operatorLabels).map(([key, value]) => `${key}: ${value}`);
    claims.push({
      what: `the Prometheus of \`${operatorNamespace}\` that selects \`{${labels.join(', ')}}\``,
      path: ['observability', 'mode'],
      fix: 'write mode: standalone, or operatorLabels that another Prometheus selects by',
    });
  }
  return claims;
}
