import { nearest } from '../../words/nearest.ts';
import { factNames, ofAnotherCloud } from '../fact-types.ts';
import type { UseInput } from '../schema/traffic.ts';
import type { Path } from '../source.ts';
import { noSuchOutput } from './no-such-output.ts';
import { portNamed, portsOf } from './ports.ts';
import type { ReferenceContext, ResolvedText } from './references.ts';
import { resourceOutput } from './resource-output.ts';

/** What one reference (the text inside `${}`) stands for. Reports one that leads nowhere; undefined then. */
export function outputOf(reference: string, path: Path, context: ReferenceContext): ResolvedText | undefined {
  const [head = '', ...rest] = reference.split('.');
  if (head === 'secret') return ownSecret(rest, path, context);
  const uses = context.service.uses ?? {};
  if (!Object.hasOwn(uses, head)) return unknownHead(reference, head, path, context);
  const use = uses[head] as UseInput;
  switch (context.scope.declared.get(head)) {
    case 'services':
      return serviceOutput(head, rest, use, path, context);
    case 'resources':
      return resourceOutput(head, rest, use, path, context);
    default:
      return externalOutput(head, rest, path, context);
  }
}

/** A property of a remote secret that belongs to no resource: `${secret.NAME.PROPERTY}`. */
function ownSecret(rest: readonly string[], path: Path, context: ReferenceContext): ResolvedText | undefined {
  const [name = '', property = ''] = rest;
  if (rest.length === 2 && /^[a-z0-9-]+$/.test(name) && /^[A-Za-z0-9_-]+$/.test(property)) {
    const remoteKey = context.scope.remoteSecret(name);
    return {
      kind: 'secret',
      key: { key: `secret.${name}.${property}`, from: 'property', remoteKey, property },
    };
  }
  context.scope.report(path, `expected \${secret.NAME.PROPERTY}, found \${secret.${rest.join('.')}}`, {
    fix: 'a name has lower-case letters, digits and hyphens, a property also underscores',
  });
  return undefined;
}

function unknownHead(
  reference: string,
  head: string,
  path: Path,
  { name, service, scope }: ReferenceContext,
): undefined {
  const written = `\${${reference}}`;
  if (head === name) {
    const fix = 'write what it listens on itself, or remove it: a service does not use itself';
    scope.report(path, `${written} refers to the service it stands in`, { fix });
    return;
  }
  if (scope.declared.has(head)) {
    const fix = `add \`${head}\` to the service's \`uses\`: what it refers to is what it may reach`;
    scope.report(path, `${written} refers to \`${head}\`, which the service does not use`, { fix });
    return;
  }
  const facts = factNames(scope.document.cluster.cloud);
  const foreign = ofAnotherCloud(reference, facts);
  if (foreign !== undefined) {
    scope.report(path, foreign.message, { fix: foreign.fix });
    return;
  }
  const used = Object.keys(service.uses ?? {});
  const known = [...used, ...facts];
  const use = nearest(head, used);
  const guess = use ? `${use}${reference.slice(head.length)}` : nearest(reference, facts);
  const fix = guess
    ? `write \${${guess}}`
    : `use one of: ${known.join(', ')}, secret.NAME.PROPERTY; or write \`$\${\` for the characters`;
  scope.report(path, `${written} refers to nothing`, { fix });
}

function serviceOutput(
  head: string,
  rest: readonly string[],
  use: UseInput,
  path: Path,
  context: ReferenceContext,
): ResolvedText | undefined {
  const { scope } = context;
  const callee = scope.services.get(head);
  if (!callee) return undefined;
  const ports = portsOf(callee);
  const candidates = ports.filter((port) =>
    use.port === undefined ? port.name !== 'metrics' : port.name === use.port,
  );
  // A use without a clear port is reported where it is written.
  const port = candidates.length === 1 ? portNamed(ports, use.port, path, head, scope.report) : undefined;
  if (!port) return undefined;
  const host = `${head}.${scope.document.namespaces.services}.svc.cluster.local`;
  const scheme = port.appProtocol.startsWith('http') ? 'http' : port.appProtocol;
  return literal(
    { host, port: `${port.number}`, url: `${scheme}://${host}:${port.number}` },
    head,
    rest,
    path,
    context,
  );
}

function externalOutput(
  head: string,
  rest: readonly string[],
  path: Path,
  context: ReferenceContext,
): ResolvedText | undefined {
  const external = context.scope.externals.get(head);
  if (!external) return undefined;
  const { host, port, protocol } = external;
  const scheme = protocol === 'HTTP' ? 'http' : 'https';
  const isUsual = port === (scheme === 'http' ? 80 : 443);
  const url = `${scheme}://${host}${isUsual ? '' : `:${port}`}`;
  return literal({ host, port: `${port}`, url }, head, rest, path, context);
}

function literal(
  outputs: Readonly<Record<string, string>>,
  head: string,
  rest: readonly string[],
  path: Path,
  context: ReferenceContext,
): ResolvedText | undefined {
  const output = rest.join('.');
  if (Object.hasOwn(outputs, output)) return { kind: 'literal', text: outputs[output] as string };
  return noSuchOutput(head, rest, Object.keys(outputs), path, context);
}
