/** How a curve goes. */
export type Shape = 'falling' | 'spikes' | 'steps' | 'waves';

/** Numbers from 0 to 1 that look like a measurement, always the same for one name. */
export function exampleValues(name: string, count: number, shape: Shape): readonly number[] {
  const random = randomOf(name);
  const point = SHAPES[shape](random);
  return Array.from({ length: count }, (_, index) => Math.min(0.98, Math.max(0.02, point(index / count))));
}

type Random = () => number;

const SHAPES: Readonly<Record<Shape, (random: Random) => (time: number) => number>> = {
  falling: (random) => {
    const slope = 0.1 + random() * 0.2;
    return (time) => 0.95 - time * slope - (time > 0.6 ? 0.08 : 0);
  },
  spikes: (random) => () => (random() > 0.95 ? 0.2 + random() * 0.3 : 0.03 + random() * 0.03),
  steps: (random) => {
    const level = 0.3 + random() * 0.2;
    return (time) => (time > 0.3 && time < 0.7 ? level + 0.2 : level);
  },
  waves: (random) => {
    const level = 0.25 + random() * 0.4;
    const phase = random() * Math.PI * 2;
    let drift = 0;
    return (time) => {
      drift = drift * 0.85 + (random() - 0.5) * 0.12;
      return level + Math.sin(time * 7 + phase) * 0.12 + drift;
    };
  },
};

/** A value as it may stand below that title, in that unit. */
export function exampleText(title: string, seed: string, unit: string, words?: Words): string {
  if (words) return words['2'] ?? words['1'] ?? '1';
  const random = randomOf(title + seed)();
  const [, write] = TEXTS.find(([when]) => when.test(`${title} ${unit}`)) ?? [];
  return write ? write(random) : String(Math.round(random * 6));
}

/** Words that values are shown as. */
export type Words = Readonly<Record<string, string>>;

/** What fits the title, then what fits the unit. */
const TEXTS: readonly (readonly [RegExp, (random: number) => string])[] = [
  [/^budget|^error budget/i, (random) => `${(55 + random * 44).toFixed(1)}%`],
  [/^up within/i, (random) => `${(99.9 + random * 0.1).toFixed(3)}%`],
  [/lasts/i, (random) => `${Math.round(40 + random * 40)} days`],
  [/restarts/i, () => '0'],
  [/pods ready/i, (random) => String(2 + Math.round(random * 2))],
  [/ s$/, (random) => `${(0.05 + random * 0.2).toFixed(3)} s`],
  [/ bytes$/, (random) => `${Math.round(120 + random * 300)} MiB`],
  [/ ms$/, (random) => `${Math.round(20 + random * 160)} ms`],
  [/ percentunit$/, (random) => `${(random * 0.1).toFixed(2)}%`],
  [/ reqps$/, (random) => `${(4 + random * 90).toFixed(1)} req/s`],
];

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, started by the letters of the name. */
function randomOf(name: string): Random {
  let state = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  // The first numbers of like names are alike.
  next();
  next();
  return next;
}
