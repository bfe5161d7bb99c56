import type { ExternalSecretData } from '../../../imports/external-secrets.ts';
import { alertmanagerConfigText } from '../../../monitoring/alertmanager/config-text.ts';
import { MAIL_USERNAME, SECRET_KEYS } from '../../../monitoring/alertmanager/integrations.ts';
import { type Channel, receiversOf } from '../../../monitoring/alertmanager/receivers.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { environmentLabels } from '../../labels.ts';
import { remoteValue, type SecretTemplate, secretMetadata } from '../../secrets/add-secret.ts';

/** Name of the configuration file. */
export const CONFIG_FILE = 'alertmanager.yml';

/** What a Secret is made of. */
export interface AlertingSecret {
  readonly data: readonly ExternalSecretData[];
  readonly template?: SecretTemplate;
  /** Files are read for every message, but the configuration only once. */
  readonly restarts?: boolean;
}

/**
 * The values that the channels in use need, and no others; undefined where none is. Alertmanager reads no user name from
 * a file (https://github.com/prometheus/alertmanager/issues/4395), so with a mail server the configuration is a key too.
 */
export function alertmanagerSecret(
  environment: Environment,
  observability: Observability,
): AlertingSecret | undefined {
  const channels = channelsOf(observability);
  if (channels.length === 0) return undefined;
  const { email, secret } = observability.alerting;
  const data = channels
    .filter((channel) => channel !== 'email')
    .map((channel) => remoteValue(SECRET_KEYS[channel], secret, SECRET_KEYS[channel]));
  if (!email || !channels.includes('email')) return { data: sorted(data) };
  return {
    data: sorted([...data, ...mailValues(email.server)]),
    template: templateOf(channels, environment, observability),
    restarts: true,
  };
}

/** Every channel somebody is told over, sorted. */
export function channelsOf({ alerting }: Observability): readonly Channel[] {
  return receiversOf(alerting)
    .flatMap(({ channels }) => channels)
    .sort();
}

const USERNAME_KEY = 'mailUsername';

function mailValues({ credentials }: Resource): readonly ExternalSecretData[] {
  if (!credentials) return [];
  const { key } = credentials;
  return [remoteValue(SECRET_KEYS.email, key, 'password'), remoteValue(USERNAME_KEY, key, 'username')];
}

function sorted(data: readonly ExternalSecretData[]): readonly ExternalSecretData[] {
  return [...data].sort((a, b) => (a.secretKey < b.secretKey ? -1 : 1));
}

function templateOf(
  channels: readonly Channel[],
  environment: Environment,
  observability: Observability,
): SecretTemplate {
  const data: Record<string, string> = {
    [CONFIG_FILE]: templated(alertmanagerConfigText(environment, observability)),
  };
  for (const key of channels.map((channel) => SECRET_KEYS[channel])) {
    data[key] = `{{ index . ${JSON.stringify(key)} }}`;
  }
  const labels = {
    ...environmentLabels(environment),
    'app.kubernetes.io/component': 'metrics',
    'app.kubernetes.io/name': 'alertmanager',
  };
  return { engineVersion: 'v2', mergePolicy: 'Replace', metadata: secretMetadata(labels), data };
}

/** The file as a template of External Secrets: its own templates are kept as they are, the user name is filled in. */
function templated(config: string): string {
  return config
    .replace(/\{\{.*?\}\}/g, (action) => `{{\`${action}\`}}`)
    .replaceAll(MAIL_USERNAME, `{{ .${USERNAME_KEY} | toJson }}`);
}
