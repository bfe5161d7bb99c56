import type { ManifestObject } from '../../../src/model/manifest.ts';

/** How much faster than rendered a proof goes through the steps of a release. */
export const HURRY = 60;

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
const PLACES = ['duration', 'initialDelay', 'interval'];
const NUMBERS = ['minReadySeconds', 'scaleDownDelaySeconds', 'abortScaleDownDelaySeconds'];

/**
 * A Rollout or AnalysisTemplate with every pause, delay and interval shortened alike: five minutes become five seconds.
 * Nothing else is touched: weights, limits, conditions and queries are the rendered ones.
 */
export function hurried(object: ManifestObject): ManifestObject {
  return shortened(object) as ManifestObject;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortenedField(key, item)]));
}

function shortenedField(key: string, value: unknown): unknown {
  if (PLACES.includes(key) && typeof value === 'string') return shorter(value);
  if (NUMBERS.includes(key) && typeof value === 'number') return Math.ceil(value / HURRY);
  return shortened(value);
}

function shorter(text: string): string {
  const [, digits, unit = ''] = /^([0-9]+)([smh])$/.exec(text) ?? [];
  const factor = SECONDS[unit];
  return digits === undefined || factor === undefined
    ? text
    : `${Math.max(1, Math.round((Number(digits) * factor) / HURRY))}s`;
}
