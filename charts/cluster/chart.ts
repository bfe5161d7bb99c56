import { cloudNamed } from '../../choices/clouds/index.ts';
import type { Concern } from '../concern.ts';
import { limitRange } from './limit-range.ts';
import { namespace } from './namespace.ts';
import { addPeople } from './people.ts';
import { priorityClass } from './priority-class.ts';
import { resourceQuota } from './resource-quota.ts';
import { storageClass } from './storage-class.ts';

/** What a platform needs of its cluster before anything runs: its namespaces, their bounds, and the roles of people. */
export const cluster: Concern = {
  name: 'cluster',
  summary: 'Namespace, ResourceQuota, LimitRange, PriorityClass, StorageClass, and the roles of people',
  perEnvironment: (scope, environment) => {
    const { ownStorageClass, ownedNamespaces, priorities } = environment;
    for (const owned of ownedNamespaces) namespace(scope, owned, environment);
    for (const priority of priorities) priorityClass(scope, priority);
    const { volumes } = cloudNamed(environment.cluster.cloud);
    if (ownStorageClass !== undefined && volumes) storageClass(scope, ownStorageClass, volumes);
    for (const owned of ownedNamespaces) {
      resourceQuota(scope, owned);
      limitRange(scope, owned);
    }
    addPeople(scope, environment);
  },
};
