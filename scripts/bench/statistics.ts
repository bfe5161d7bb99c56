/** The middle of some numbers, or the mean of the two in the middle. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** How time grows with size: 1 where twice the size takes twice the time, 2 where it takes four times as long. */
export function growthExponent(
  smaller: { readonly size: number; readonly seconds: number },
  larger: { readonly size: number; readonly seconds: number },
): number {
  return Math.log(larger.seconds / smaller.seconds) / Math.log(larger.size / smaller.size);
}
