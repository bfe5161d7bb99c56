import type { WatchedType } from '../../../src/model/watched.ts';
import { type Selector, selector } from '../infrastructure/selector.ts';

/** What the exporters of resources say; the label `resource` tells of which one. */
export const mongodb: Selector = selector('mongodb-exporter');
export const opensearch: Selector = selector('elasticsearch-exporter');
export const postgres: Selector = selector('postgres-exporter');
export const redis: Selector = selector('redis-exporter');

/** The exporter of each type. */
export const EXPORTER_OF: Readonly<Record<WatchedType, Selector>> = {
  mongodb,
  opensearch,
  postgres,
  redis,
};

/** What CloudWatch says of resources of AWS. Where there is no value, it is NaN, and no comparison holds. */
export const cloudwatch: Selector = selector('cloudwatch-exporter');

/** An hour and a half in which CloudWatch has no value, as promtool writes it. */
export const NO_VALUE = Array.from({ length: 90 }, () => 'NaN').join(' ');
