import type { Endpoint } from '../../model/dependency.ts';
import type { SecretKey } from '../../model/service.ts';
import { filled } from '../providers/external.ts';
import type { OutputType } from '../resource-types.ts';
import type { UseInput } from '../schema/traffic.ts';
import type { Path } from '../source.ts';
import { endpointName } from './dependencies.ts';
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
  const resource = context.scope.resources.get(head);
  if (!resource) return undefined;
  const { accesses } = resource.facts;
  const outputs = outputsOf(resource);
  const access = use.access ?? accesses[0];
  if (access === undefined || !accesses.includes(access)) return undefined;
  const allowed = endpointName(resource, access);
  const [endpoint = '', ...output] = allowed === 'main' ? ['main', ...rest] : rest;
  if (endpoint !== allowed && resource.endpoints.has(endpoint)) {
    const fix = `write \${${[head, allowed, ...output].join('.')}}, or change the access`;
    const message = `access \`${access}\` leads to the ${allowed}, not to the ${endpoint}`;
    context.scope.report(path, message, { fix });
    return undefined;
  }
  const name = output.join('.');
  if (endpoint === allowed && Object.hasOwn(outputs, name)) {
    return filledOutput(outputs[name] as OutputType, [head, ...rest].join('.'), resource, endpoint);
  }
  const known = Object.keys(outputs).map((item) => (allowed === 'main' ? item : `${allowed}.${item}`));
  return noSuchOutput(head, rest, known, path, context);
}

/** Those of its type, and the file with the certificates of its authority where it has one. */
function outputsOf({ facts, values }: ResolvedResource): Readonly<Record<string, OutputType>> {
  if (values['authority'] === undefined) return facts.outputs;
  return { ...facts.outputs, authority: { kind: 'literal', text: '{authority}' } };
}

function filledOutput(
  type: OutputType,
  key: string,
  resource: ResolvedResource,
  endpoint: string,
): ResolvedText {
  const { host, port } = resource.endpoints.get(endpoint) as Endpoint;
  const values = { ...resource.values, host, port: `${port}` };
  const remoteKey = resource.secret;
  if (type.kind === 'literal') return { kind: 'literal', text: filled(type.text, values) };
  if (type.kind === 'property') {
    return { kind: 'secret', key: { key, from: 'property', remoteKey, property: type.property } };
  }
  return { kind: 'secret', key: templateKey(key, filled(type.text, values), resource) };
}

/**
 * A URL with its credentials, put together by External Secrets; they are encoded, as passwords hold anything.
 * Go's urlquery writes a space as in a query, with a plus, which means itself before the host.
 */
function templateKey(key: string, text: string, resource: ResolvedResource): SecretKey {
  const properties = ['username', 'password'].filter((property) => text.includes(`{${property}}`));
  const inputs = properties.map((property) => ({
    name: `${resource.name.replaceAll('-', '_')}_${property}`,
    remoteKey: resource.secret,
    property,
  }));
  const encoded = inputs.map(({ name, property }) => [
    property,
    `{{ .${name} | urlquery | replace "+" "%20" }}`,
  ]);
  return { key, from: 'template', template: filled(text, Object.fromEntries(encoded)), inputs };
}
