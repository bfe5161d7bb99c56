import type { LoadContext } from '../config/load-context.ts';
import { depthOf } from '../config/report.ts';
import { type Path, readSource } from '../config/source.ts';
import type { Finding, InputPlace } from '../model/finding.ts';
import type { InputFile } from '../model/input-file.ts';
import type { RenderedField } from './field-question.ts';
import { placesOf } from './places.ts';
import { provenanceOf } from './provenance.ts';
import type { Description } from './variants.ts';

/**
 * Gives each finding the line of the input that decided what was found: of what decides the field, the most specific; of
 * a field that holds many, or that is not there, what has its surroundings be there. Findings that no line decides are
 * given back as they are, and so are those that have one. The files must be those the findings' environments are from, without a mistake.
 */
export function placeFindings(
  files: readonly InputFile[],
  findings: readonly Finding[],
  context: LoadContext,
): readonly Finding[] {
  const places = new Map<Finding, InputPlace>();
  for (const own of byEnvironment(findings.filter(({ place }) => !place)).values()) {
    const description = describe(own[0], files, context);
    if (!description) continue;
    for (const [finding, place] of placesIn(own, description)) places.set(finding, place);
  }
  return findings.map((finding) => {
    const place = places.get(finding);
    return place ? { ...finding, place } : finding;
  });
}

function byEnvironment(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.platform}/${finding.environment}`;
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** The files of a finding's environment; undefined for what is of no environment. */
function describe(
  finding: Finding | undefined,
  files: readonly InputFile[],
  context: LoadContext,
): Description | undefined {
  const inFolder = files.filter(({ folder }) => folder === finding?.platform);
  const platform = inFolder.find(({ name }) => name === 'platform.yaml');
  const environment = inFolder.find(({ name }) => name === `${finding?.environment}.yaml`);
  if (!platform || !environment) return undefined;
  return { platform: readSource(platform), environment: readSource(environment), context };
}

/** The line of each finding of one environment, where there is one. */
export function placesIn<F extends Told>(
  findings: readonly F[],
  description: Description,
): ReadonlyMap<F, InputPlace> {
  const rendered = findings.filter(({ file }) => file !== '');
  const fields = new Map(rendered.map((finding) => [finding, fieldOf(finding)]));
  const found = fields.size === 0 ? undefined : provenanceOf(description).placesOf([...fields.values()]);
  const places = new Map<F, InputPlace>();
  for (const finding of findings) {
    const field = fields.get(finding);
    const place = field ? found?.get(field) : placeOfException(finding, description);
    if (place) places.set(finding, place);
  }
  return places;
}

/** What a place is found by. */
type Told = Pick<Finding, 'file' | 'object' | 'field'>;

/** What is wrong with an exception is about the input itself. */
function placeOfException({ object, field }: Told, description: Description): InputPlace | undefined {
  const paths: readonly Path[] = [
    ['exceptions', object.name, field],
    ['exceptions', object.name],
  ];
  const { environment, platform } = description;
  const path = paths.find((candidate) =>
    [environment, platform].some(({ root }) => depthOf(candidate, root) === candidate.length),
  );
  return path && placesOf(path, description).place;
}

function fieldOf({ file, object, field }: Told): RenderedField {
  const name = /([^/]+)\.yaml$/.exec(file)?.[1] ?? file;
  return { file: name, object, field };
}
