import { fieldPath } from '../../fields/field-path.ts';
import type { ManifestObject } from '../../model/manifest.ts';
import { scannerRuleFor } from '../../secrets/scanner-rules.ts';
import { looksSecret } from '../../secrets/secret-names.ts';
import { tokenIn } from '../../secrets/token-patterns.ts';
import type { Check } from '../check.ts';

export const secretsNotInConfigMaps: Check = {
  name: 'secrets-not-in-config-maps',
  topic: 'secrets',
  severity: 'error',
  summary: 'No ConfigMap has a setting named as a secret with its value written out.',
  why: 'ConfigMaps are not secret: every viewer of the namespace reads them, and so does everybody with the repository.',
  fix: 'Move the setting to `secretFiles`, or let the configuration name a file or variable.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/configmap/'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('ConfigMap', '')) {
      for (const { key, setting } of writtenOut(object)) {
        tell(object, fieldPath('data', key), `expected no value of ${setting}, found one`);
      }
    }
  },
};

interface WrittenOut {
  readonly key: string;
  readonly setting: string;
}

const SETTING = /^[ \t]*(?:-[ \t]+)?["']?([A-Za-z][\w.-]*)["']?[ \t]*[=:][ \t]*["']?([^\s"'#,;]+)/gm;

/** Keys of the data by their own names, and files of settings line by line. */
function writtenOut(object: ManifestObject): readonly WrittenOut[] {
  const data = (object['data'] ?? {}) as Readonly<Record<string, string>>;
  return Object.entries(data).flatMap(([key, value]) => {
    if (!value.includes('\n')) return isSecret(key, value) ? [{ key, setting: key }] : [];
    const settings = [...value.matchAll(SETTING)];
    return settings
      .filter(([, setting = '', text = '']) => looksSecret(setting, text) && !REFERENCE.test(setting))
      .map(([, setting = '']) => ({ key, setting }));
  });
}

/** By its name, or by a name and a value that only together say what they are, such as a key of Datadog. */
function isSecret(name: string, value: string): boolean {
  return looksSecret(name, value) || (!tokenIn(value) && scannerRuleFor(`${name}=${value}`) !== undefined);
}

/** In files of settings, `secret:` most often is the name of one. */
const REFERENCE = /^secret$/i;
