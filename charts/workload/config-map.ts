import type { Construct } from 'constructs';
import { ConfigMap } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { serviceLabels } from '../labels.ts';

/**
 * Whether a service has its literal configuration in a ConfigMap. Not where two versions of it run side by side: each
 * keeps its own then, as every pod that starts takes what a ConfigMap says at that moment.
 */
export function hasConfigMap({ config, release }: Service): boolean {
  return release === undefined && Object.keys(config).length > 0;
}

/**
 * The literal configuration of a service, under one name for good: the pods carry a checksum of it instead,
 * because a name with a hash in it would be pruned while pods of the previous release may still have to start.
 */
export function addConfigMap(scope: Construct, service: Service, environment: Environment): void {
  if (!hasConfigMap(service)) return;
  new ConfigMap(scope, {
    metadata: {
      name: service.name,
      namespace: environment.namespaces.services,
      labels: serviceLabels(service),
    },
    data: service.config,
  });
}
