import type { Construct } from 'constructs';
import { indexPolicyText, type KeptIndices } from '../../../monitoring/store/index-policy.ts';
import {
  AUTHORIZATION_FILE,
  POLICY_FILE,
  RETENTION_FILES,
  RETENTION_SCRIPT,
  RETENTION_SECRET,
  TEMPLATE_FILE,
} from '../../../monitoring/store/retention-script.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Part } from '../../../src/model/observability.ts';
import { mainEndpoint } from '../../../src/model/resource.ts';
import type { SearchStore } from '../../../src/model/watched.ts';
import { addComponent } from '../../component/add-component.ts';
import type { ScheduledComponent } from '../../component/component.ts';
import { componentLabels } from '../../component/labels.ts';
import type { ConcernFile } from '../../concern.ts';
import { environmentLabels, type Labels } from '../../labels.ts';
import { type SecretTemplate, secretMetadata } from '../../secrets/add-secret.ts';
import { storeAccount, storeEgress } from './account.ts';

/** A job that tells a store how long to keep indices of one kind, and what is in them. */
export interface RetentionJob extends KeptIndices {
  readonly name: string;
  /** The part it belongs to, which its objects are labelled with. */
  readonly part: Part;
  readonly store: SearchStore;
  /** Template of new indices, as text; undefined where whoever writes them makes it. */
  readonly template: string | undefined;
}

/** The file of a retention job, which has its name. */
export function retentionFile(environment: Environment, job: RetentionJob): ConcernFile {
  const addTo = (scope: Construct) => addComponent(scope, environment, retentionComponent(environment, job));
  return { name: job.name, part: job.part, addTo };
}

/**
 * A CronJob, which repeats itself each hour: it makes up for a store that was away, or was made anew. It goes to the
 * store and nowhere else.
 */
function retentionComponent(environment: Environment, job: RetentionJob): ScheduledComponent {
  const { name, part, indices, store, template } = job;
  const { observability, namespaces } = environment;
  if (observability?.toolbox === undefined) {
    throw new Error(`${name} without a toolbox: the configuration asks for one`);
  }
  const { port, reach } = mainEndpoint(store.resource);
  const files = { [POLICY_FILE]: indexPolicyText(job), ...(template && { [TEMPLATE_FILE]: template }) };
  return {
    kind: 'CronJob',
    name,
    purpose: part,
    namespace: namespaces.monitoring,
    image: observability.toolbox,
    container: 'toolbox',
    command: ['sh', '-euc', RETENTION_SCRIPT],
    env: [
      { name: 'HOME', value: '/tmp' },
      { name: 'INDICES', value: indices },
      { name: 'STORE', value: `https://${reach.host}:${port}` },
    ],
    resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: undefined, memory: '128Mi' } },
    priorityClass: observability.priorityClass,
    config: [{ name, volume: 'files', mountPath: RETENTION_FILES, files, restarts: false }],
    secret: {
      data: storeAccount(store).data,
      mountPath: RETENTION_SECRET,
      volume: 'account',
      template: authorization(environment, componentLabels({ name, purpose: part })),
    },
    schedule: '17 * * * *',
    startingDeadlineSeconds: 600,
    timeoutSeconds: 300,
    retries: 2,
    ingress: [],
    egress: storeEgress(store),
  };
}

/** The account as the header that curl sends. */
function authorization(environment: Environment, labels: Labels): SecretTemplate {
  const credentials = '{{ printf "%s:%s" .username .password | b64enc }}';
  return {
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    metadata: secretMetadata({ ...environmentLabels(environment), ...labels }),
    data: { [AUTHORIZATION_FILE]: `Authorization: Basic ${credentials}` },
  };
}
