import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';

export const sizeWithinLimits: Check = {
  name: 'size-within-limits',
  topic: 'schema',
  severity: 'error',
  summary: 'Annotations of an object have at most 256 KiB, a ConfigMap or Secret at most 1 MiB.',
  why: 'An API server refuses larger ones. Generated content, dashboards and rules above all, grows to that size without anyone looking.',
  fix: 'Spread the content over several ConfigMaps, or keep it elsewhere: an image, a volume, a bucket.',
  sources: [
    'https://kubernetes.io/docs/concepts/configuration/configmap/#motivation',
    'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-data-size',
    'https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/objectmeta.go',
  ],
  examine: ({ ofKind, objects }, tell) => {
    for (const object of objects) {
      const { annotations } = object.metadata;
      if (annotations && !isSmall(annotations))
        hold(object, 'metadata.annotations', ANNOTATIONS_LIMIT, annotationTexts(annotations), tell);
    }
    for (const object of ofKind('ConfigMap', ''))
      hold(object, 'data', DATA_LIMIT, configMapTexts(object), tell);
    for (const object of ofKind('Secret', '')) hold(object, 'data', DATA_LIMIT, secretTexts(object), tell);
  },
};

const ANNOTATIONS_LIMIT = 256 * 1024;
const DATA_LIMIT = 1024 * 1024;

/** A character of a JavaScript string becomes at most three bytes. */
const MOST_BYTES = 3;

/** Texts that count together. Those in base64 count with what they stand for. */
interface Texts {
  readonly plain: readonly string[];
  readonly encoded: readonly string[];
}

/** Whether annotations are so few and short that nobody has to count. */
function isSmall(annotations: Readonly<Record<string, string>>): boolean {
  let characters = 0;
  for (const key in annotations) characters += key.length + (annotations[key] ?? '').length;
  return characters * MOST_BYTES <= ANNOTATIONS_LIMIT;
}

function annotationTexts(annotations: Readonly<Record<string, string>>): Texts {
  return { plain: Object.entries(annotations).flat(), encoded: [] };
}

function configMapTexts(object: ManifestObject): Texts {
  return { plain: valuesOf(object, 'data'), encoded: valuesOf(object, 'binaryData') };
}

function secretTexts(object: ManifestObject): Texts {
  return { plain: valuesOf(object, 'stringData'), encoded: valuesOf(object, 'data') };
}

function valuesOf(object: ManifestObject, field: string): readonly string[] {
  return Object.values((object[field] ?? {}) as Readonly<Record<string, string>>);
}

function hold(object: ManifestObject, field: string, limit: number, texts: Texts, tell: Tell): void {
  const { plain, encoded } = texts;
  const characters = [...plain, ...encoded].reduce((sum, text) => sum + text.length, 0);
  if (characters * MOST_BYTES <= limit) return;
  const encoder = new TextEncoder();
  const bytes =
    plain.reduce((sum, text) => sum + encoder.encode(text).length, 0) +
    encoded.reduce((sum, text) => sum + Math.floor((text.replace(/=+$/, '').length * 3) / 4), 0);
  if (bytes > limit) tell(object, field, `expected at most ${limit} bytes, found ${bytes}`);
}
