import { drillNamespace } from '../../model/backups.ts';
import { type Previews, previewNamespace } from '../../model/previews.ts';
import { nearest } from '../../words/nearest.ts';
import type { DocumentInput } from '../schema/document.ts';
import { LONGEST_PREVIEW } from './host-lengths.ts';
import type { Scope } from './scope.ts';

type PreviewsInput = NonNullable<DocumentInput['previews']>;

/** The previews of the environment. Reports what they lack, and names that lead nowhere or are taken. */
export function previewsOf(scope: Scope): Previews | undefined {
  const { document, report } = scope;
  const { previews, toolbox } = document;
  if (!previews) return undefined;
  checkEnvironment(previews, scope);
  checkServices(previews, scope);
  checkNamespaces(previews, scope);
  checkTags(previews, scope);
  const domain = previews.domain ?? `previews.${document.domain}`;
  if (!domain.endsWith(`.${document.domain}`)) {
    const fix = `for example previews.${document.domain}`;
    report(['previews', 'domain'], `expected a domain below ${document.domain}`, { fix, found: domain });
  }
  const { pullRequests, instances } = previews;
  const services = [...new Set(previews.services)].sort();
  return {
    domain,
    certificateArn: previews.certificateArn,
    services,
    pullRequests: pullRequests && {
      owner: pullRequests.owner,
      repository: pullRequests.repo,
      label: pullRequests.label,
      tokenSecret: { name: pullRequests.tokenSecret, key: pullRequests.tokenKey },
      everySeconds: pullRequests.every,
    },
    instances: Object.entries(instances)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { tag }]) => ({ name, tags: tagsOf(services, tag, document) })),
    ttlSeconds: previews.ttl,
    isMigrating: previews.migrate,
    toolbox: toolbox ?? '',
  };
}

/** Without a tag of its own an instance runs what the environment runs. */
function tagsOf(
  services: readonly string[],
  tag: string | undefined,
  { images }: DocumentInput,
): ReadonlyMap<string, string> {
  return new Map(services.map((service) => [service, tag ?? images[service]?.tag ?? '']));
}

/** Where untried code and a stranger's branch have no business. */
const PRODUCTION = /^(live|prod|production)$/;

function checkEnvironment(previews: PreviewsInput, { document, report }: Scope): void {
  const { environment, delivery, toolbox, ingress } = document;
  if (PRODUCTION.test(environment)) {
    const fix = 'write previews in the file of another environment';
    report(['previews'], `code that nobody has tried would run beside ${environment}`, { fix, at: 'key' });
  }
  if (!delivery) {
    const fix = 'write delivery: {repository: ..., automated: true}';
    report(['delivery'], 'missing: Argo CD brings the previews', { fix, at: 'key' });
  }
  if (toolbox === undefined) {
    const fix = 'write toolbox: an image with sh, kubectl and jq, such as docker.io/alpine/k8s:1.33.1';
    report(['toolbox'], 'missing: it removes the pods of previews after their time', {
      fix,
      at: 'key',
      once: true,
    });
  }
  if (previews.certificateArn !== undefined && !ingress) {
    const fix = 'remove it';
    report(['previews', 'certificateArn'], 'there is no load balancer for it', { fix, at: 'key' });
  }
  if (previews.pullRequests || Object.keys(previews.instances).length > 0) return;
  const fix = 'write pullRequests, or the names of instances';
  report(['previews'], 'there is nothing that would get a preview', { fix, at: 'key' });
}

function checkServices({ services }: PreviewsInput, scope: Scope): void {
  const { declared, hasUnread, report } = scope;
  const known = [...declared].filter(([, section]) => section === 'services').map(([name]) => name);
  for (const [index, name] of services.entries()) {
    if (hasUnread || known.includes(name)) continue;
    const guess = nearest(name, known);
    const fix = guess ? `write \`${guess}\`` : `services are: ${known.sort().join(', ')}`;
    report(['previews', 'services', index], `no service is named \`${name}\``, { fix });
  }
  for (const [name, { expose }] of scope.services) {
    if (!expose || expose.host.length <= LONGEST_LABEL) continue;
    const message = `expected at most ${LONGEST_LABEL} characters: those of a preview's name follow`;
    report(['services', name, 'expose', 'host'], message, { found: expose.host });
  }
}

/** A label of a host name has 63 characters: a hyphen and the longest name of a preview are among them. */
const LONGEST_LABEL = 63 - 1 - LONGEST_PREVIEW;

function checkNamespaces({ instances }: PreviewsInput, { document, report }: Scope): void {
  const { platform, namespaces } = document;
  const taken = new Set([...Object.values(namespaces), drillNamespace(platform)]);
  for (const [role, namespace] of Object.entries(namespaces)) {
    if (!namespace.startsWith(previewNamespace(platform, 'pr-'))) continue;
    const fix = 'choose another';
    report(['namespaces', role], `\`${namespace}\` is a name that previews of pull requests have`, { fix });
  }
  for (const name of Object.keys(instances)) {
    const path = ['previews', 'instances', name];
    const namespace = previewNamespace(platform, name);
    if (taken.has(namespace)) {
      report(path, `\`${namespace}\` is a namespace of the platform already`, {
        fix: 'rename it',
        at: 'key',
      });
    }
    if (/^pr(-|$)/.test(name)) {
      report(path, 'names that start with pr are for pull requests', { fix: 'rename it', at: 'key' });
    }
  }
}

/** The chart of previews takes tags, so what runs as the environment's images must have some. */
function checkTags({ instances, services }: PreviewsInput, { document, report }: Scope): void {
  const { images } = document;
  const pinned = services.find((service) => images[service] && images[service]?.tag === undefined);
  if (pinned === undefined) return;
  for (const [name, { tag }] of Object.entries(instances)) {
    if (tag !== undefined) continue;
    const fix = `write ${name}: {tag: ...}`;
    report(['previews', 'instances', name], `missing: images.${pinned} has a digest here and no tag`, {
      fix,
      at: 'key',
    });
  }
}
