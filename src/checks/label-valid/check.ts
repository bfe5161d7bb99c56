import { fieldPath } from '../../fields/field-path.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';
import type { Labels } from '../inventory/workload.ts';

export const labelValid: Check = {
  name: 'label-valid',
  topic: 'schema',
  severity: 'error',
  summary: 'Labels, and the keys of annotations, are ones the API takes.',
  why: 'An API server refuses the whole object for one of its labels. Labels are often made of other values, a branch or a version, and those are longer or have other characters some day.',
  fix: 'Shorten the value to 63 characters and leave out what is not a letter, digit, `-`, `_` or `.`; or make it an annotation, whose value can be any text.',
  sources: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set',
  ],
  examine: ({ objects, workloads }, tell) => {
    const judge = labelJudge();
    for (const object of objects) {
      const { labels, annotations } = object.metadata;
      judge(object, 'metadata', { labels, annotations }, tell);
    }
    for (const { object, podField, podLabels: labels, podAnnotations: annotations } of workloads) {
      // The path of the pod's spec ends with `spec`, that of its metadata likewise. A Pod's own are judged already.
      if (podField === 'spec') continue;
      judge(object, podField.replace(/spec$/, 'metadata'), { labels, annotations }, tell);
    }
  },
};

interface Metadata {
  readonly labels: Labels | undefined;
  readonly annotations: Labels | undefined;
}

/** Nearly all labels repeat, so each key and value is looked at once. */
function labelJudge() {
  const keys = new Map<string, boolean>();
  const values = new Map<string, boolean>();
  const labelFaults = (key: string, value: string): readonly string[] => {
    const isKeyRight = remembered(keys, key, isKey);
    const isValueRight = remembered(values, value, isValue);
    if (isKeyRight && isValueRight) return NONE;
    return [...(isKeyRight ? [] : [keyMessage(key)]), ...(isValueRight ? [] : [valueMessage(value)])];
  };
  return (object: ManifestObject, field: string, { labels, annotations }: Metadata, tell: Tell) => {
    for (const key in annotations) {
      // Of annotations, capitals count as small letters.
      if (remembered(keys, key.toLowerCase(), isKey)) continue;
      tell(object, fieldPath(`${field}.annotations`, key), keyMessage(key));
    }
    for (const key in labels) {
      for (const message of labelFaults(key, labels[key] as string))
        tell(object, fieldPath(`${field}.labels`, key), message);
    }
  };
}

const NONE: readonly string[] = [];

function remembered(known: Map<string, boolean>, text: string, judge: (text: string) => boolean): boolean {
  const verdict = known.get(text);
  if (verdict !== undefined) return verdict;
  const made = judge(text);
  known.set(text, made);
  return made;
}

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function isKey(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = key.slice(0, Math.max(slash, 0));
  const name = key.slice(slash + 1);
  const hasPrefix = slash < 0 || (prefix.length <= 253 && PREFIX.test(prefix));
  return hasPrefix && name.length <= 63 && NAME.test(name);
}

function isValue(value: string): boolean {
  return value === '' || (value.length <= 63 && NAME.test(value));
}

const NAME_TEXT = 'at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit';

function keyMessage(key: string): string {
  return `expected a key of ${NAME_TEXT}, perhaps after a domain and /; found ${key}`;
}

function valueMessage(value: string): string {
  return `expected ${NAME_TEXT}; found ${value}`;
}
