import { serviceLabels } from '../../../charts/labels.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestMetadata } from '../../../src/model/manifest.ts';
import type { Service } from '../../../src/model/service.ts';

/** Metadata of every mesh object of a service: each has the service's name, as there is one of a kind. */
export function serviceMetadata(service: Service, environment: Environment): ManifestMetadata {
  return {
    name: service.name,
    namespace: environment.namespaces.services,
    labels: serviceLabels(service),
  };
}
