import type { Construct } from 'constructs';
import { ExternalSecret, Password } from '../../../imports/external-secrets.ts';
import { KIALI } from '../../../monitoring/kiali/config.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { environmentLabels, type Labels } from '../../labels.ts';
import { secretMetadata } from '../../secrets/add-secret.ts';

/** Where Kiali looks for the key, and the file it reads there. */
export const SIGNING_KEY_FOLDER = '/kiali-override-secrets/login-token-signing-key';
export const SIGNING_KEY_FILE = 'value.txt';

/** Bytes that Kiali takes a key of: 16, 24 or 32. */
const LENGTH = 32;

/**
 * The key that Kiali encrypts sessions with. External Secrets makes it up, once, as nobody else needs to know it:
 * https://external-secrets.io/latest/api/generator/password/
 */
export function addSigningKey(scope: Construct, environment: Environment, labels: Labels): void {
  if (environment.secrets.store === 'kubernetes') return;
  const metadata = { name: KIALI, namespace: environment.namespaces.monitoring, labels };
  new Password(scope, {
    metadata,
    spec: { length: LENGTH, digits: 8, symbols: 0, noUpper: false, allowRepeat: true },
  });
  new ExternalSecret(scope, {
    metadata,
    spec: {
      refreshPolicy: 'CreatedOnce',
      // Without effect; it is what the API server adds.
      refreshInterval: '1h0m0s',
      target: {
        name: KIALI,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          metadata: secretMetadata({ ...environmentLabels(environment), ...labels }),
          data: { [SIGNING_KEY_FILE]: '{{ .password }}' },
        },
      },
      dataFrom: [
        {
          sourceRef: {
            generatorRef: {
              apiVersion: 'generators.external-secrets.io/v1alpha1',
              kind: 'Password',
              name: KIALI,
            },
          },
        },
      ],
    },
  });
}
