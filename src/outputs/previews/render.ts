import type { FileTree, Manifest } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import { renderManifests } from '../manifests/render.ts';
import { helmTemplate } from './template.ts';

/**
 * The Helm chart of a platform's previews, from the manifests of one with placeholders. A chart and not an overlay:
 * the name of a preview is within names of hosts, identities and addresses, which Kustomize cannot put together.
 */
export function renderPreviews(
  platform: string,
  services: readonly string[],
  manifests: Iterable<Manifest>,
): FileTree {
  const tree = new Map<string, string>([
    ['Chart.yaml', chartFile(platform)],
    ['values.yaml', VALUES],
    ['values.schema.json', valuesSchema(services)],
  ]);
  for (const [path, text] of renderManifests(manifests)) {
    // Helm takes a template whose name starts with `_` for one that makes no objects.
    const name = path.startsWith('_') ? `environment/${path.slice(1)}` : `services/${path}`;
    tree.set(`templates/${name}`, helmTemplate(text));
  }
  return tree;
}

function chartFile(platform: string): string {
  return writeYaml({
    apiVersion: 'v2',
    name: `${platform}-preview`,
    description: `A preview of ${platform}, in a namespace of its own`,
    type: 'application',
    version: '0.1.0',
    // The oldest version the input knows.
    kubeVersion: '>=1.28.0-0',
  });
}

const VALUES = `# Rendered by charthouse synth from environments/. Do not edit.
# There are no defaults: whoever renders a preview says which, and the schema asks for it.
{}
`;

/** Draft 7, which Helm 3 and 4 read. */
function valuesSchema(services: readonly string[]): string {
  const tag = { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$' };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...closed({
      preview: { type: 'string', pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$', maxLength: 20 },
      tags: closed(Object.fromEntries(services.map((service) => [service, tag]))),
    }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function closed(properties: Readonly<Record<string, unknown>>) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}
