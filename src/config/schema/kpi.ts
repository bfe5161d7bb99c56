import { z } from 'zod';
import { EXPECTED, line, mapLike, text } from './field.ts';
import { promql } from './promql.ts';
import * as scalar from './scalars.ts';

const bound = z.number({ error: `${EXPECTED}a number` });

const alert = z
  .strictObject(
    {
      below: bound.optional().describe('Fires below this number'),
      above: bound.optional().describe('Fires above this number'),
      for: scalar
        .secondsFrom(0, 7 * 24 * 3600, 'a duration from 0s to 168h')
        .prefault('15m')
        .describe('How long it has to last'),
      severity: z
        .enum(['critical', 'warning', 'info'], { error: `${EXPECTED}\`critical\`, \`warning\` or \`info\`` })
        .default('warning')
        .describe('critical pages a person at once; warning waits for working hours; info is only shown'),
    },
    mapLike('above: 100'),
  )
  .refine(({ below, above }) => (below === undefined) !== (above === undefined), {
    error: `${EXPECTED}either below or above`,
  });

/** A number that a business goes by. */
export const kpi = z.strictObject({
  summary: line().describe('What it counts, in one line: the title of its panel'),
  query: promql.describe('PromQL that gives one number, or one for each label'),
  unit: text(
    'a unit of Grafana, such as short, reqps, percent, s, bytes, currencyUSD or suffix:orders',
    /^(µs|[A-Za-z][A-Za-z0-9_/-]*|(prefix|suffix|currency|count|time|si|bool):[^\r\n]*\S)$/,
    60,
  )
    .default('short')
    .describe('Unit as Grafana writes it: `short`, `reqps`, `percent`, `s`, `currencyUSD`, `suffix:orders`'),
  service: scalar.name
    .optional()
    .describe('Service whose dashboard shows it; that of the platform if left out'),
  alert: alert.optional().describe('When somebody is told; never if left out'),
});

/** A number that a business goes by, validated. */
export type KpiInput = z.output<typeof kpi>;
