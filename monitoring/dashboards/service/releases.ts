import type { Environment } from '../../../src/model/environment.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Section } from '../../forms/panels/place.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';
import type { Mark } from '../write-dashboard.ts';

/** Which versions run, so that a change of any other curve can be held against it. */
export function releasesSection({ name, release }: Service, { mesh, namespaces }: Environment): Section {
  const isCounted = mesh !== undefined && release !== undefined;
  const namespace = namespaces.services;
  const requests = `rate(istio_requests_total{namespace="${namespace}",service="${name}",reporter="destination"}[$__rate_interval])`;
  return {
    title: 'Releases',
    panels: [
      timeSeries({
        title: 'Pods by version',
        description:
          'Pods of each version, by tag or digest. Where two versions stand, one takes over from the other.',
        unit: 'short',
        isStacked: true,
        width: isCounted ? 12 : 24,
        series: [[byVersion(name, namespace), '{{version}}']],
      }),
      ...(isCounted
        ? [
            timeSeries({
              title: 'Requests by revision',
              description:
                'Requests a second that the old and the new version answered, by the hash of their pods.',
              unit: 'reqps',
              isStacked: true,
              width: 12,
              series: [
                [`sum by (rollouts_pod_template_hash) (${requests})`, '{{rollouts_pod_template_hash}}'],
              ],
            }),
          ]
        : []),
    ],
  };
}

/** Marks the moment at which the first pod of another version is there. */
export function releaseMark({ name }: Service, { namespaces }: Environment): Mark {
  const versions = byVersion(name, namespaces.services);
  const before = byVersion(name, namespaces.services, ' offset 5m');
  return { name: 'Release', expr: `${versions} unless on (version) ${before}`, text: '{{version}}' };
}

/** The image is taken apart, as its registry and repository say nothing about the version. */
function byVersion(name: string, namespace: string, offset = ''): string {
  const pods = `kube_pod_container_info{namespace="${namespace}",container="${name}"}${offset}`;
  return `count by (version) (label_replace(${pods}, "version", "$1", "image_spec", ".*[:@]([^:@]+)"))`;
}
