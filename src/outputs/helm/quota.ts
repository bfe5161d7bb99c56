import type { Json } from '../../model/manifest.ts';
import type { Claims } from './claim-values.ts';
import type { FactTable } from './fact-table.ts';
import { derivedVariable, goString, reference } from './go-template.ts';
import { HELPERS } from './quantities.ts';
import type { QuotaTerm } from './quota-terms.ts';
import { settleScalar } from './settle.ts';
import { simplified, type Unmoved } from './simplify.ts';
import { below, type Site } from './site.ts';
import type { Vector } from './value-path.ts';

/** The named template that adds up what the services may use. */
export function quotaTemplateName(platform: string): string {
  return `${platform}.quota`;
}

/** What the writer of the named template needs. */
export interface QuotaWriting {
  readonly platform: string;
  readonly table: FactTable;
  readonly claims: Claims;
  readonly note: (unmoved: Unmoved) => void;
}

/**
 * `templates/_quota.tpl`: the sums of `servicesQuota` over the services of the environment, so that more pods of one, or
 * larger ones, move the quota as they do in the input.
 */
export function quotaTemplate(writing: QuotaWriting): string {
  const { platform, table } = writing;
  const columns = table.columns.renderings.map(({ quota }) => quota?.services ?? []);
  const names = [...new Set(columns.flat().map(({ service }) => service))].sort();
  const services = names.map((name) => {
    const terms = columns.map((column) => column.find(({ service }) => service === name));
    return serviceText(name, terms, writing);
  });
  return `{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}
{{- /* What all services use at their largest while all of them are being replaced, in whole cores and GiB. */}}
{{- define ${goString(quotaTemplateName(platform))} }}
${derivedVariable()}
{{- $pods := 0 }}{{ $cpu := 0 }}{{ $memory := 0 }}{{ $limit := 0 }}
${services.join('')}pods: {{ $pods | quote }}
cpu: {{ include "${HELPERS}.cores" $cpu | quote }}
memory: {{ include "${HELPERS}.gibibytes" $memory | quote }}
limit: {{ include "${HELPERS}.gibibytes" $limit | quote }}
{{- end }}
`;
}

type Terms = readonly (QuotaTerm | undefined)[];

function serviceText(name: string, terms: Terms, writing: QuotaWriting): string {
  const expression = (keys: readonly string[], ofTerm: OfTerm, variant?: string) =>
    expressionOf(
      siteOf(name, variant, keys, writing),
      terms.map((term) => term && ofTerm(term)),
      writing,
    );
  const number = (keys: readonly string[], ofTerm: OfTerm) => `(int64 ${expression(keys, ofTerm)})`;
  const variants = [...new Set(terms.flatMap((term) => term?.most.map(({ variant }) => variant) ?? []))];
  const most = variants.map((variant) => {
    const podsIn = ({ most: all }: QuotaTerm) => all.find((one) => one.variant === variant)?.pods;
    const pods = `(int64 ${expression(['scaling', 'max'], podsIn, variant)})`;
    const isHere = expression(['isThere'], (term) => podsIn(term) !== undefined, variant);
    return isHere === 'true' ? pods : `(ternary ${pods} 0 ${isHere})`;
  });
  const amount = (helper: string, group: 'requests' | 'limits', key: 'cpu' | 'memory') => {
    const own = expression(['resources', group, key], ({ resources }) => resources[group][key] ?? '0');
    const sidecar = expression(['sidecar', group, key], (term) => term.sidecar?.[group][key] ?? '0');
    const amounts = [own, sidecar].map((text) => `(include "${HELPERS}.${helper}" ${text} | int64)`);
    return `(add ${amounts.join(' ')})`;
  };
  const isThere = expression(['isThere'], () => true);
  const jobs = number(['jobs'], (term) => term.jobs);
  const generations = number(['generations'], (term) => term.generations);
  return `{{- /* ${name} */}}
{{- if ${isThere} }}
{{- $count := add ${jobs} (mul ${generations} (add 0 ${most.join(' ')})) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count ${amount('millicores', 'requests', 'cpu')}) }}
{{- $memory = add $memory (mul $count ${amount('bytes', 'requests', 'memory')}) }}
{{- $limit = add $limit (mul $count ${amount('bytes', 'limits', 'memory')}) }}
{{- end }}
`;
}

type OfTerm = (term: QuotaTerm) => Json | undefined;

function siteOf(
  service: string,
  variant: string | undefined,
  keys: readonly string[],
  { table }: QuotaWriting,
): Site {
  const namespace = table.columns.renderings[0]?.quota?.namespace;
  const name = variant === undefined ? service : `${service}-${variant}`;
  const origin = { concern: 'quota', part: undefined, service, variant };
  const object = {
    kind: 'Quota',
    namespace,
    file: '',
    root: ['objects', 'quota', name],
    origin,
    config: undefined,
  };
  return keys.reduce<Site>(below, { object, path: undefined });
}

/** What a term is, as an expression: the same everywhere, a value, or what follows in each environment. */
function expressionOf(site: Site, vector: Vector, { table, claims, note }: QuotaWriting): string {
  const isPresence = site.path?.key === 'isThere';
  const whole = isPresence ? vector.map((value) => value ?? false) : vector;
  const node = simplified(settleScalar(site, whole, table), table.columns, note);
  if (node.type === 'literal') return literal(node.value);
  if (node.type === 'fact') return reference(claims.fact(node.path), undefined);
  const found = node.type === 'value' ? node.vector : whole;
  return reference(claims.field(site, found.slice(0, table.columns.environments)), undefined);
}

function literal(value: Json): string {
  return typeof value === 'string' ? goString(value) : String(value);
}
