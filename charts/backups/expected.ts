import type { Environment } from '../../src/model/environment.ts';
import { KIND_TRAITS } from '../../src/model/kind-traits.ts';
import type { Service } from '../../src/model/service.ts';
import { deploymentsOf, workloadType } from '../deployments.ts';
import { DATA_VOLUME } from '../workload/volumes.ts';

/**
 * What a drill must find of the services, one line each: workloads that are there, claims that are bound, and pods that
 * are ready of whatever needs nothing from outside its namespace, as in a drill there is no outside.
 */
export function expectedOf({ services }: Environment): readonly string[] {
  return services.flatMap(linesOf);
}

function linesOf(service: Service): readonly string[] {
  const { kind, name } = service;
  const { isRolledOut, keepsVolume } = KIND_TRAITS[kind];
  if (isRolledOut) {
    return deploymentsOf(service).map(
      (deployment) => `there ${workloadType(service).kind}/${deployment.name}`,
    );
  }
  if (!keepsVolume) return [];
  const claims = Array.from(
    { length: service.scaling.max },
    (_, index) => `bound ${DATA_VOLUME}-${name}-${index}`,
  );
  return [
    `there StatefulSet/${name}`,
    ...claims,
    ...(isSelfContained(service) ? [`ready StatefulSet/${name}`] : []),
  ];
}

function isSelfContained({ dependencies, secretKeys }: Service): boolean {
  return dependencies.length === 0 && secretKeys.length === 0;
}
