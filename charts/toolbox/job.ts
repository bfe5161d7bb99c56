import type { Construct } from 'constructs';
import type { PolicyRule } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import { addComponent } from '../component/add-component.ts';
import type { ScheduledComponent } from '../component/component.ts';
import { kubernetesApiRule } from '../network/changing-addresses.ts';
import { verbatim } from '../workload/verbatim.ts';

/** A job of Charthouse's own that speaks to the Kubernetes API; `config/names.ts` keeps services from having its name. */
export interface ToolboxJob
  extends Pick<
    ScheduledComponent,
    'name' | 'namespace' | 'purpose' | 'schedule' | 'timeoutSeconds' | 'retries' | 'rightsIn'
  > {
  /** Image with sh, kubectl and jq. */
  readonly image: string;
  /** Program of sh. */
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Rights in its own namespace. */
  readonly rights: readonly PolicyRule[];
}

/** The CronJob of such a job, with its rights, and a way to the Kubernetes API and nowhere else. */
export function addToolboxJob(scope: Construct, environment: Environment, job: ToolboxJob): void {
  const { script, variables, ...component } = job;
  addComponent(scope, environment, {
    ...component,
    kind: 'CronJob',
    container: 'toolbox',
    command: ['sh', '-euc', script],
    env: Object.entries({ HOME: '/tmp', ...variables }).map(([name, value]) => ({
      name,
      value: verbatim(value),
    })),
    resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: undefined, memory: '256Mi' } },
    startingDeadlineSeconds: 3600,
    ingress: [],
    egress: [kubernetesApiRule(environment)],
  });
}
