/** A duration of the model as the Gateway API takes it: no number of more than five digits (GEP-2257). */
export function gatewayDuration(duration: string): string {
  const milliseconds = /^([0-9]{6,})ms$/.exec(duration)?.[1];
  if (milliseconds === undefined) return duration;
  const total = Number(milliseconds);
  return `${Math.floor(total / 1000)}s${total % 1000}ms`;
}
