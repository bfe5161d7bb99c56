import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';

export const secretsWithoutValues: Check = {
  name: 'secrets-without-values',
  topic: 'secrets',
  severity: 'error',
  summary: 'No Secret is rendered with values in it.',
  why: 'What is rendered is committed: base64 is no encryption, and Git keeps the value after it is removed.',
  fix: 'Refer to a remote secret with `secretFiles` or `env`: the ExternalSecret that fetches it is rendered instead.',
  sources: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#avoid-sharing-secret-manifests',
  ],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('Secret', '')) {
      const { data, stringData } = object as SecretObject;
      for (const [field, values] of Object.entries({ data, stringData })) {
        const keys = Object.keys(values ?? {});
        if (keys.length > 0) tell(object, field, `expected no values in Git, found ${keys.join(', ')}`);
      }
    }
  },
};

type Values = Readonly<Record<string, string>>;
type SecretObject = ManifestObject & { readonly data?: Values; readonly stringData?: Values };
