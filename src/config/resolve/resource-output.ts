import { filled } from '../../../resources/outputs.ts';
import type { OutputType } from '../../../resources/resource-type.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { Credentials } from '../../model/resource.ts';
import type { SecretKey } from '../../model/service.ts';
import type { UseInput } from '../schema/traffic.ts';
import type { Path } from '../source.ts';
import { endpointFor } from './dependencies.ts';
import { noSuchOutput } from './no-such-output.ts';
import type { ReferenceContext, ResolvedText } from './references.ts';
import type { ResolvedResource } from './scope.ts';

/** What `${resource.endpoint.output}` stands for: a literal, or a key of the service's Secret. */
export function resourceOutput(
  head: string,
  rest: readonly string[],
  use: UseInput,
  path: Path,
  context: ReferenceContext,
): ResolvedText | undefined {
  const resolved = context.scope.resources.get(head);
  if (!resolved) return undefined;
  const { resource, facts } = resolved;
  const outputs = outputsOf(resolved);
  const access = ACCESSES.find((one) => one === use.access);
  if (facts.accesses && access === undefined) return undefined;
  const endpointOfAccess = endpointFor(resolved, access);
  const { name: allowed } = endpointOfAccess;
  const [endpoint = '', ...output] = allowed === 'main' ? ['main', ...rest] : rest;
  if (endpoint !== allowed && resource.endpoints.some((one) => one.name === endpoint)) {
    const fix = `write \${${[head, allowed, ...output].join('.')}}, or change the access`;
    const message = `access \`${access}\` leads to the ${allowed}, not to the ${endpoint}`;
    context.scope.report(path, message, { fix });
    return undefined;
  }
  const name = output.join('.');
  if (endpoint === allowed && Object.hasOwn(outputs, name)) {
    return filledOutput(outputs[name] as OutputType, [head, ...rest].join('.'), resolved, endpointOfAccess);
  }
  const known = Object.keys(outputs).map((item) => (allowed === 'main' ? item : `${allowed}.${item}`));
  return noSuchOutput(head, rest, known, path, context);
}

const ACCESSES = ['read', 'read-write'] as const;

/** Those of its type, and the file with the certificates of its authority where it has one. */
function outputsOf({ facts, values }: ResolvedResource): Readonly<Record<string, OutputType>> {
  if (values['authority'] === undefined) return facts.outputs;
  return { ...facts.outputs, authority: { kind: 'literal', text: '{authority}' } };
}

function filledOutput(
  type: OutputType,
  key: string,
  resolved: ResolvedResource,
  { port, reach }: Endpoint,
): ResolvedText {
  const values = { ...resolved.values, host: reach.host, port: `${port}` };
  if (type.kind === 'literal') return { kind: 'literal', text: filled(type.text, values) };
  const { name, credentials } = resolved.resource;
  if (!credentials)
    throw new Error(`${name} has no credentials, which \`${key}\` is made of: its type has some`);
  if (type.kind === 'property') {
    return {
      kind: 'secret',
      key: { key, from: 'property', remoteKey: credentials.key, property: type.property },
    };
  }
  return { kind: 'secret', key: templateKey(key, filled(type.text, values), name, credentials) };
}

/**
 * A URL with its credentials, put together by External Secrets; they are encoded, as passwords hold anything.
 * Go's urlquery writes a space as in a query, with a plus, which means itself before the host.
 */
function templateKey(key: string, text: string, resource: string, credentials: Credentials): SecretKey {
  const properties = ['username', 'password'].filter((property) => text.includes(`{${property}}`));
  const inputs = properties.map((property) => ({
    name: `${resource.replaceAll('-', '_')}_${property}`,
    remoteKey: credentials.key,
    property,
  }));
  const encoded = inputs.map(({ name, property }) => [
    property,
    `{{ .${name} | urlquery | replace "+" "%20" }}`,
  ]);
  return { key, from: 'template', template: filled(text, Object.fromEntries(encoded)), inputs };
}
