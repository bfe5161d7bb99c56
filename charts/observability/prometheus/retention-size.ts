/** Percent of the volume for blocks and log of writes; the rest is what a compaction writes before it deletes. */
const SHARE = 85;

const MEBIBYTES = { Mi: 1, Gi: 1024, Ti: 1024 * 1024 } as const;

/**
 * The size at which Prometheus deletes its oldest blocks: https://prometheus.io/docs/prometheus/latest/storage/#right-sizing-retention-size
 * Its MB are powers of 1024, as are the `Mi`, `Gi` and `Ti` of the volume.
 */
export function retentionSize(volume: string): string {
  const unit = volume.slice(-2) as keyof typeof MEBIBYTES;
  const mebibytes = Number(volume.slice(0, -2)) * MEBIBYTES[unit];
  return `${Math.floor((mebibytes * SHARE) / 100)}MB`;
}
