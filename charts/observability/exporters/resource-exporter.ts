import { exporterName } from '../../../resources/exporter-name.ts';
import { typeOf } from '../../../resources/index.ts';
import type { ExporterSetup } from '../../../resources/watching.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { distinctEndpoints } from '../../../src/model/resource.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import { environmentLabels } from '../../labels.ts';
import { destinationOf, outsideRules } from '../../network/outside-rules.ts';
import { remoteValue, secretMetadata } from '../../secrets/add-secret.ts';
import type { Watcher } from '../watcher.ts';
import { type Exporters, exporter } from './exporter.ts';

/** An exporter for each resource that is asked by one, with an account that may only look. */
export const resourceExporters: Exporters = (environment, { parts, resources }) => {
  if (!parts.resources) return [];
  return resources.flatMap((watched) => exporterOf(watched, environment));
};

function exporterOf(watched: WatchedResource, environment: Environment): readonly Watcher[] {
  const { resource } = watched;
  const reader = typeOf(resource).watching?.reader;
  if (reader?.kind !== 'program') return [];
  const { program, port, healthPath, setup } = reader;
  const { args, variables = {}, account } = setup(watched);
  const name = exporterName(watched);
  const env = [
    ...Object.entries(variables).map(([variable, value]) => ({ name: variable, value })),
    ...accountVariables(account, name),
  ];
  return [
    {
      ...exporter(port, healthPath),
      name,
      program,
      args,
      env: env.length > 0 ? env : undefined,
      secret: secretOf(watched, account, environment),
      reads: [resource],
      ingress: [],
      egress: outsideRules(distinctEndpoints(resource).map(destinationOf)),
    },
  ];
}

/** The values of the Secret of its name, for programs that take their account from variables. */
function accountVariables(account: ExporterSetup['account'], secret: string) {
  if ('template' in account) return [];
  const from = (key: string) => ({ valueFrom: { secretKeyRef: { name: secret, key } } });
  return [
    { name: account.username, ...from('username') },
    { name: account.password, ...from('password') },
  ];
}

/** The account it looks with; the program is restarted when it changes. */
function secretOf(
  watched: WatchedResource,
  account: ExporterSetup['account'],
  environment: Environment,
): NonNullable<Watcher['secret']> {
  const { key } = watched.account ?? missingAccount(watched);
  const data = [remoteValue('password', key, 'password'), remoteValue('username', key, 'username')];
  if (!('template' in account)) return { data, restarts: true };
  return {
    mountPath: account.folder,
    restarts: true,
    data,
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      metadata: secretMetadata(environmentLabels(environment)),
      data: { [account.file]: account.template },
    },
  };
}

function missingAccount({ resource }: WatchedResource): never {
  throw new Error(`the exporter of ${resource.name} has no account: the configuration gives it one`);
}
