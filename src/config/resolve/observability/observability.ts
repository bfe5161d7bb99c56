import { istioIn } from '../../../../choices/meshes/index.ts';
import type { CloudWatch, Observability, Part } from '../../../model/observability.ts';
import type { Service } from '../../../model/service.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import { classNamed, priorityClass } from '../priority-class.ts';
import type { Scope } from '../scope.ts';
import { usualStorageClass } from '../storage-class.ts';
import { addOnsOf } from './add-ons.ts';

import { alertingOf } from './alerting.ts';
import { grafanaOf } from './grafana.ts';
import { imagesOf } from './images.ts';
import { kpisOf } from './kpis.ts';
import { operatorOf } from './operator.ts';
import { hasNodeAgents, partsOf } from './parts.ts';
import { prometheusStorageOf, sloDays } from './prometheus.ts';
import { runbooksOf } from './runbooks.ts';
import { logsOf, tracingOf } from './stores.ts';
import { cloudResourcesOf, watchedResourcesOf } from './watched.ts';

/** What watches the environment. Reports what it lacks, and names that lead nowhere. */
export function observabilityOf(
  scope: Scope,
  services: readonly Omit<Service, 'callers'>[],
): Observability | undefined {
  const { observability: written } = scope.document;
  const kpis = kpisOf(scope);
  if (!written) return undefined;
  const parts = partsOf(written, {
    hasMesh: istioIn(scope.document.mesh) !== undefined,
    hasCloudWatch: scope.document.cluster.cloud === 'aws',
  });
  return {
    mode: written.mode,
    parts,
    ...operatorOf(written, scope),
    nodeAgents: nodeAgentsOf(parts, scope),
    priorityClass: priorityClass(written.priority, ['observability', 'priority'], scope),
    classes: { alerting: classNamed('alerting', scope), agents: classNamed('node-agents', scope) },
    prometheus: prometheusStorageOf(written, usualStorageClass(scope.document)),
    sloDays: sloDays(written.prometheus.retentionDays),
    alerting: alertingOf(written.alerts, scope),
    grafana: grafanaOf(written, parts, scope),
    tracing: tracingOf(written.tracing, parts, scope),
    addOns: addOnsOf(written, scope),
    logs: logsOf(written.logs, parts, scope),
    cloudWatch: cloudWatchOf(written, parts, scope),
    resources: watchedResourcesOf(written.resources, services, scope),
    cloudResources: cloudResourcesOf(services),
    kpis,
    runbooks: runbooksOf(written, scope),
    toolbox: scope.document.toolbox,
    images: imagesOf(written.images),
  };
}

function nodeAgentsOf(
  parts: Readonly<Record<Part, boolean>>,
  { document, report }: Scope,
): string | undefined {
  const { namespaces, platform } = document;
  if (!hasNodeAgents(parts)) return undefined;
  if (namespaces.nodeAgents === undefined) {
    const needed = (['nodes', 'logs'] as const).filter((part) => parts[part]).join(' and ');
    const off = (['nodes', 'logs'] as const).filter((part) => parts[part]).map((part) => `${part}: false`);
    report(
      ['namespaces', 'nodeAgents'],
      `missing: the agents of ${needed} read files of their node, which no other namespace admits`,
      {
        fix: `write namespaces: {nodeAgents: ${platform}-node-agents}, or observability: {parts: {${off.join(', ')}}}`,
        at: 'key',
      },
    );
  }
  return namespaces.nodeAgents;
}

function cloudWatchOf(
  { cloud }: ObservabilityInput,
  parts: Readonly<Record<Part, boolean>>,
  { document: { cluster }, report }: Scope,
): CloudWatch | undefined {
  if (!parts.cloud || cluster.cloud !== 'aws') return undefined;
  if (!cloud) {
    report(['observability', 'cloud'], 'missing: the part cloud reads CloudWatch, with a role that may', {
      fix: 'write cloud: {roleArn: ...}, or parts: {cloud: false}',
      at: 'key',
    });
  }
  const { region, account } = cluster;
  return cloud && { roleArn: cloud.roleArn, region, account };
}
