import type { Path } from '../source.ts';
import { entry } from './entry.ts';

/**
 * How to write a map or a list where something else stands: with what was written where its form says what it is.
 * `expected` is zod's word for the type.
 */
export function shapeMeant(input: unknown, expected: string, path: Path): string | undefined {
  if (expected === 'array') return listMeant(input);
  if (expected !== 'object' && expected !== 'record') return undefined;
  const own = mapMeant(input, isImage(path) ? 'images' : String(path.at(-1)));
  if (own !== undefined) return `\`${path.at(-1)}: ${own}\``;
  if (Array.isArray(input))
    return '`name: value` on each line, without the dashes: this is a map, not a list';
  return typeof input === 'string' && input.includes(':')
    ? 'a space behind each colon: this is a map'
    : undefined;
}

/** The version of one service's image. */
function isImage(path: Path): boolean {
  return path.length === 2 && path[0] === 'images';
}

/** A command as a shell reads it becomes one entry for each word; whatever a shell would do with it is not guessed. */
function listMeant(input: unknown): string | undefined {
  if (typeof input === 'string') {
    const words = /^[\w./:=@-]+( [\w./:=@-]+)*$/.test(input) ? input.split(' ') : [];
    return words.length > 0 || input === '/' ? `[${words.join(', ') || input}]` : undefined;
  }
  const isMap = typeof input === 'object' && input !== null;
  return isMap ? 'each entry behind a dash, or [a, b]: this is a list, not a map' : undefined;
}

/** The map that one value stands for, by the key it is written behind. */
function mapMeant(input: unknown, key: string): string | undefined {
  const texts = textsIn(input);
  const [first = ''] = texts;
  if (texts.length > 0 && key === 'uses') return `{${texts.map((text) => `${text}: {}`).join(', ')}}`;
  const single = texts.length === 1 ? entry(OF_ONE_VALUE, key) : undefined;
  return single?.form.test(first) ? single.map(first) : undefined;
}

/** Maps that people write as the one value most of them have. */
const OF_ONE_VALUE: Readonly<
  Record<string, { readonly form: RegExp; readonly map: (value: string) => string }>
> = {
  ports: { form: /^[0-9]+$/, map: (port) => `{http: ${port}}` },
  scaling: { form: /^[0-9]+$/, map: (pods) => `{min: ${pods}, max: ${pods}}` },
  health: { form: /^\//, map: (path) => `{liveness: ${path}, readiness: ${path}}` },
  images: { form: /^\w[\w.-]*$/, map: (tag) => `{tag: ${/^[\d.]+$/.test(tag) ? `"${tag}"` : tag}}` },
  expose: { form: /^[a-z][a-z0-9-]*$/, map: (host) => `{host: ${host}, paths: [/], auth: jwt}` },
};

/** Names and numbers that can be written as they are; none if there is anything else. */
function textsIn(input: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(input) ? input : [input];
  const texts = items.filter((item) => typeof item === 'string' || typeof item === 'number').map(String);
  return texts.length === items.length && texts.every((text) => /^[\w./-]+$/.test(text)) ? texts : [];
}
