/**
 * How often something random is tried: a few times in `npm test`, where each change tries others, and as often as
 * CHARTHOUSE_RUNS says where it is set, as `npm run prove` does.
 */
export function runs(few: number): number {
  return Number(process.env['CHARTHOUSE_RUNS'] ?? few);
}

/** Whether what takes long is tried too. */
export const isThorough: boolean = process.env['CHARTHOUSE_RUNS'] !== undefined;
