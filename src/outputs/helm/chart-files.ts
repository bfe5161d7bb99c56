import type { Json } from '../../model/manifest.ts';
import { writeYaml } from '../../yaml/write.ts';
import type { Value } from './value-store.ts';
import { defaultOf } from './values-files.ts';
import { typeName } from './values-schema.ts';

/** The chart's version says how its templates are made; what it installs is told apart by the values. */
const VERSION = '0.1.0';

/** `Chart.yaml`. Versions are fixed, so that the same input gives the same chart. */
export function chartFile(platform: string): string {
  return writeYaml({
    apiVersion: 'v2',
    name: platform,
    description: `Everything the platform ${platform} applies to a cluster`,
    type: 'application',
    version: VERSION,
    appVersion: VERSION,
    // The oldest version the input knows.
    kubeVersion: '>=1.28.0-0',
  });
}

/** `templates/NOTES.txt`: what Helm says after an installation. */
export function notesFile(platform: string): string {
  return `${platform} is installed. Its objects name their namespaces themselves, so the release's namespace does not matter
and a cluster holds one release of this chart.
`;
}

/** `README.md`: how to use the chart, and a table of its values. */
export function readmeFile(
  platform: string,
  environments: readonly string[],
  values: readonly Value[],
  { defaults, isOpen }: { readonly defaults: number; readonly isOpen: readonly string[] },
): string {
  const head = ['value', 'type', 'may be changed', 'default', ...environments];
  const rows = values.map((value, index) => [
    code(value.path.map(segment).join('.')),
    typeOf(value),
    isOpen[index] ?? '',
    ...[defaultOf(value, defaults), ...value.vector].map(cell),
  ]);
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return `# ${platform}

Rendered by charthouse synth from environments/. Do not edit.

    helm template ${platform} . -f values-${environments[defaults]}.yaml

With \`values-<environment>.yaml\` this chart renders exactly the objects of
\`dist/manifests/${platform}/<environment>\`. Without, the defaults are those of ${environments[defaults]}.
Objects carry their own namespaces: the name and the namespace of the release change nothing, and a second
release in the same cluster would claim the same objects.

Values are what \`environments/${platform}/\` decides, under its names. One that may be changed here moves all that it moves there;
any other is refused, with the reason, as more follows from it than the chart can change: \`derived/\` has what follows in each
environment. Values that an environment does not use are shown as -. Of long ones there is the beginning; the values files have
all of them.

${table}
`;
}

/** Longer values are only begun: whole rule files and dashboards are among them, which the values files hold. */
const LONGEST = 240;
const BEGINNING = 80;

function cell(value: Json | undefined): string {
  if (value === undefined) return '-';
  const text = JSON.stringify(value);
  if (text.length <= LONGEST) return code(text);
  // Half of a character that takes two units would be no text.
  const beginning = text.slice(0, BEGINNING).replace(/[\ud800-\udbff]$/, '');
  return `${code(beginning)} ... (${text.length} characters)`;
}

function typeOf(value: Value): string {
  const names = [...new Set(value.vector.flatMap((item) => (item === undefined ? [] : [typeName(item)])))];
  return names.sort().join(' or ') + (defaultOf(value, 0) === undefined ? ', optional' : '');
}

/** A segment with a dot in it is quoted, as `helm --set` needs it escaped. */
function segment(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

/** Code within a cell of a table, whatever it holds. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}
