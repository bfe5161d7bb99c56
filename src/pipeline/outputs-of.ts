import type { Selection } from '../io/select-input.ts';
import type { Output } from '../outputs/output.ts';

/** Which of some outputs can be made of a selection: of one environment, nobody knows what its platform has in common. */
export function outputsOf(
  outputs: readonly Output[],
  { platform, environment }: Selection,
): readonly Output[] {
  if (environment !== undefined) return outputs.filter(({ scope }) => scope === 'environment');
  return platform === undefined ? outputs : outputs.filter(({ scope }) => scope !== 'all');
}
