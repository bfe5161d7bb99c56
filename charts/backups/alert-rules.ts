import type { Construct } from 'constructs';
import { ConfigMap } from '../../imports/kubernetes.ts';
import type { Drill } from '../../src/model/backups.ts';
import type { Environment } from '../../src/model/environment.ts';

/** Days that a drill may be late before somebody is told. */
const GRACE_DAYS = 3;

/**
 * Alerts of drills that fail, or have not succeeded for longer than from one to the next, as a file of Prometheus rules.
 * kube-state-metrics exports what they ask for. A drill that has never succeeded has no time of its last success, so that
 * of its CronJob counts.
 */
export function addAlertRules(scope: Construct, { namespaces, platform }: Environment, drill: Drill): void {
  new ConfigMap(scope, {
    metadata: {
      name: 'backup-drill-rules',
      namespace: namespaces.monitoring,
      labels: { 'charthouse.dev/prometheus-rules': 'true' },
    },
    data: { 'backup-drill.yaml': rules(platform, drill) },
  });
}

function rules(platform: string, { namespace, intervalDays }: Drill): string {
  const job = `namespace="${namespace}",cronjob="backup-drill"`;
  const succeeded = `kube_cronjob_status_last_successful_time{${job}}`;
  const days = intervalDays + GRACE_DAYS;
  return `groups:
- name: backup-drill
  rules:
  - alert: RestoreDrillOverdue
    expr: |-
      time() - ${succeeded} > ${days} * 86400
      or
      (time() - kube_cronjob_created{${job}} > ${days} * 86400 unless on (namespace, cronjob) ${succeeded})
    for: 1h
    labels:
      severity: warning
    annotations:
      summary: No backup of ${platform} has been restored for ${days} days
      description: Backups are only known to work when one has been restored. Start a drill with kubectl create job --from=cronjob/backup-drill -n ${namespace} drill-by-hand, and read its log.
  - alert: RestoreDrillFailed
    expr: kube_job_status_failed{namespace="${namespace}",job_name=~"backup-drill-.*"} > 0
    for: 5m
    labels:
      severity: warning
    annotations:
      summary: The newest backup of ${platform} could not be restored
      description: The log of the failed Job in ${namespace} says what was missing; the ConfigMap drill.report has the drills before it.
`;
}
