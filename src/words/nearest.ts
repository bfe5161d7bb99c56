import { distance } from 'fastest-levenshtein';

/** The known word a misspelt one most likely meant: at most a third of its letters differ, or two. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const isOtherCase = candidate.toLowerCase() === word.toLowerCase();
    const far = isOtherCase ? 0 : distance(word, candidate);
    if (far < bestDistance && far < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}
