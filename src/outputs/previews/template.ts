/** What tells one preview from another. */
export interface PreviewValues {
  /** `pr-123`, or the name of an instance. */
  readonly preview: string;
  /** Tags of the images that are previewed, by service. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Values that stand for those of any preview. At signs are in no name, tag or host, and a text of nothing but a
 * placeholder is quoted in YAML, so that a tag of digits stays a text.
 */
export function placeholders(services: readonly string[]): PreviewValues {
  return { preview: '@preview@', tags: new Map(services.map((service) => [service, `@tag.${service}@`])) };
}

const PLACEHOLDER = /@preview@|@tag\.([a-z0-9-]+)@/g;

/** Files with placeholders, as those of one preview. */
export function* filled(
  files: Iterable<readonly [path: string, text: string]>,
  { preview, tags }: PreviewValues,
): Generator<readonly [path: string, text: string]> {
  for (const [path, text] of files) {
    yield [
      path,
      text.replace(PLACEHOLDER, (_, service?: string) => (service ? (tags.get(service) ?? '') : preview)),
    ];
  }
}

/** A file with placeholders, as a template of Helm that takes the values from its chart. */
export function helmTemplate(text: string): string {
  return text
    .replaceAll('{{', '{{ "{{" }}')
    .replace(PLACEHOLDER, (_, service?: string) =>
      service ? `{{ index .Values.tags ${JSON.stringify(service)} }}` : '{{ .Values.preview }}',
    );
}
