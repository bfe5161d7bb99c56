import { typeOf } from '../../../resources/index.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { Section } from '../../forms/panels/place.ts';
import { resourceDashboard } from '../../forms/uid.ts';
import type { Dashboard } from '../dashboard.ts';
import { writeDashboard } from '../write-dashboard.ts';

/** A dashboard for each type of resource that is in use and read by something, sorted by type. */
export function resourceBoards({ observability }: Environment): readonly Dashboard[] {
  if (!observability) return [];
  const used = [...observability.resources.map(({ resource }) => resource), ...observability.cloudResources];
  const types = [...new Set(used.map(({ type }) => type))].sort();
  return types.flatMap((type) => board(type, observability));
}

/** Without an exporter the list of resources comes from CloudWatch. */
function board(type: string, observability: Observability): readonly Dashboard[] {
  const { title, one, watching, cloudwatch } = typeOf({ type });
  const { parts, resources, cloudResources } = observability;
  const isWatched = parts.resources && resources.some(({ resource }) => resource.type === type);
  const isInCloud = parts.cloud && cloudResources.some((resource) => resource.type === type);
  const own = isWatched ? watching : undefined;
  const inCloud = isInCloud ? cloudwatch : undefined;
  const metric = own?.listedBy ?? inCloud?.listedBy;
  if (metric === undefined) return [];
  const sections: readonly Section[] = [
    ...(own ? [own.section()] : []),
    ...(inCloud ? [{ title: 'CloudWatch', panels: inCloud.panels }] : []),
  ];
  return [
    writeDashboard({
      uid: resourceDashboard(type),
      title,
      folder: 'Resources',
      description: `Every ${one} that services use.`,
      variables: [{ name: 'resource', label: 'Resource', metric, valuesOf: 'resource' }],
      sections,
    }),
  ];
}
