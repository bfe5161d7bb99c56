import { resourceTypes } from '../../resources/index.ts';
import type { OutputType, ResourceType } from '../../resources/resource-type.ts';

/** What each type of resource offers: accesses with the endpoint each leads to, outputs, and what reads its metrics. */
export function resourceTypesTable(): readonly string[] {
  return [
    '| type | access | outputs | metrics by |',
    '|---|---|---|---|',
    ...Object.entries(resourceTypes).map(([name, type]) => rowOf(name, type)),
  ];
}

function rowOf(name: string, type: ResourceType): string {
  const accesses = Object.entries(type.accesses ?? {}).map(
    ([access, endpoint]) => `\`${access}\` (${endpoint})`,
  );
  return `| \`${name}\` | ${accesses.join(', ')} | ${outputsOf(type)} | ${readers(type)} |`;
}

function outputsOf({ outputs, endpoints }: ResourceType): string {
  const names = (isSecret: boolean) =>
    Object.entries(outputs)
      .filter(([, output]: [string, OutputType]) => (output.kind !== 'literal') === isSecret)
      .map(([name]) => `\`${name}\``)
      .join(', ');
  const prefix =
    endpoints.length > 1 ? `${endpoints.map(({ name }) => `\`${name}.\``).join(' or ')} and ` : '';
  const secret = names(true);
  return `${prefix}${names(false)}${secret === '' ? '' : `; secret: ${secret}`}`;
}

function readers({ watching, cloudwatch }: ResourceType): string {
  return [
    ...(watching ? [watching.reader.kind === 'program' ? watching.reader.program : 'its own'] : []),
    ...(cloudwatch?.listedBy === undefined ? [] : ['CloudWatch']),
  ].join(', ');
}
