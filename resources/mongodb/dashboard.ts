import { OWN, upPanel } from '../../monitoring/forms/panels/of-resources.ts';
import type { Section } from '../../monitoring/forms/panels/place.ts';
import { timeSeries } from '../../monitoring/forms/panels/time-series.ts';

/** MongoDB as its exporter sees it. */
export function mongodbSection(): Section {
  const connections = (type: string) =>
    `sum by (resource) (mongodb_ss_connections{${OWN},conn_type="${type}"})`;
  return {
    title: 'MongoDB',
    panels: [
      upPanel(`min by (resource) (mongodb_up{${OWN}})`, '{{resource}}'),
      timeSeries({
        title: 'Connections',
        description: 'Share of the connections in use.',
        unit: 'percentunit',
        max: 1,
        bound: 0.8,
        width: 10,
        series: [
          [
            `${connections('current')} / (${connections('current')} + ${connections('available')})`,
            '{{resource}}',
          ],
        ],
      }),
      timeSeries({
        title: 'Operations',
        description: 'Operations a second, by kind.',
        unit: 'ops',
        width: 10,
        series: [
          [
            `sum by (resource, legacy_op_type) (rate(mongodb_ss_opcounters{${OWN}}[$__rate_interval]))`,
            '{{resource}} {{legacy_op_type}}',
          ],
        ],
      }),
    ],
  };
}
