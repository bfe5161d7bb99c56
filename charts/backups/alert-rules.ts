import type { Construct } from 'constructs';
import { ConfigMap } from '../../imports/kubernetes.ts';
import { drillRulesText } from '../../monitoring/rules/backups/drill.ts';
import type { Drill } from '../../src/model/backups.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * Alerts of drills for a Prometheus that somebody else looks after, as a file of its rules. The environment's own has
 * them among its others.
 */
export function addAlertRules(scope: Construct, environment: Environment, drill: Drill): void {
  if (environment.observability?.parts.metrics) return;
  new ConfigMap(scope, {
    metadata: {
      name: 'backup-drill-rules',
      namespace: environment.namespaces.monitoring,
      labels: { 'charthouse.dev/prometheus-rules': 'true' },
    },
    data: { 'backup-drill.yaml': drillRulesText(environment, drill) },
  });
}
