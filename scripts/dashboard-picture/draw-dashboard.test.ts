import { expect, test } from 'vitest';
import { dashboards } from '../../monitoring/dashboards/dashboards.ts';
import { variedShop } from '../../monitoring/dashboards/varied-shop.fixture.ts';
import type { GrafanaDashboard } from '../../monitoring/forms/panels/panel.ts';
import { drawDashboard } from './draw-dashboard.ts';
import { labelValues } from './label-values.ts';

const values = labelValues(['api', 'orders'], { service: 'api', callers: ['web'], called: ['orders'] });
const models = dashboards(variedShop()).map(
  ({ uid, json }) => [uid, JSON.parse(json) as GrafanaDashboard] as const,
);

test.each(models)(
  'the picture of %s has every panel, the same each time, and says that its curves are examples',
  (_, model) => {
    const picture = drawDashboard(model, values);
    expect(drawDashboard(model, values)).toBe(picture);
    expect(picture.match(/<g>/g)?.length).toBeGreaterThanOrEqual(
      model.panels.filter(({ type }) => type !== 'row').length,
    );
    expect(picture).toContain('Curves and numbers are examples.');
    expect(picture).not.toMatch(/NaN|undefined/);
  },
);
