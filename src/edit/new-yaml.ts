import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type Pair, type ParsedText, startOf } from './parsed-text.ts';

/** What is to be written anew: a text, or a map of such. */
export type Tree = string | { readonly [key: string]: Tree };

/** How something is written, learnt from what stands beside it. */
export interface Style {
  /** In brackets, on lines of its own at every depth, or on such lines with brackets in them. */
  readonly layout: 'flow' | 'block' | 'section';
  /** What stands between a bracket and its content: nothing or a space. */
  readonly padding: string;
  readonly keyQuote: string;
  readonly valueQuote: string;
  /** What each level of a block map is indented by. */
  readonly step: string;
}

/** The style of a pair of a map, as one who writes another beside it would see it; that of the map when it has none. */
export function styleOf(parsed: ParsedText, map: YAMLMap, pair: Pair | undefined): Style {
  const value = isMap(pair?.value) ? pair.value : undefined;
  const leaf = value?.items.find(({ value: child }) => isScalar(child));
  const bracket = [value, map].find((node) => node?.flow);
  const isFlow = map.flow === true || value === undefined || value.flow === true;
  return {
    layout: isFlow ? 'flow' : 'block',
    padding: bracket && /^\{ /.test(parsed.text.slice(startOf(bracket))) ? ' ' : '',
    keyQuote: quoteOf(pair?.key),
    valueQuote: quoteOf(leaf?.value ?? pair?.value),
    step: stepOf(parsed),
  };
}

/** `key: value` in a style, on one line in flow style; `indent` is that of the key, `lineEnd` what ends lines. */
export function pairText(key: string, value: Tree, style: Style, indent: string, lineEnd: string): string {
  const before = `${style.keyQuote}${key}${style.keyQuote}:`;
  if (typeof value === 'string') return `${before} ${scalarText(value, style.valueQuote)}`;
  if (style.layout === 'flow') return `${before} ${flowText(value, style)}`;
  const inner = indent + style.step;
  const within: Style = style.layout === 'section' ? { ...style, layout: 'flow' } : style;
  const lines = Object.entries(value).map(
    ([name, child]) => `${lineEnd}${inner}${pairText(name, child, within, inner, lineEnd)}`,
  );
  return `${before}${lines.join('')}`;
}

/** A value in flow style. */
export function flowText(value: Tree, style: Style): string {
  if (typeof value === 'string') return scalarText(value, style.valueQuote);
  const pairs = Object.entries(value).map(([key, child]) =>
    pairText(key, child, { ...style, layout: 'flow' }, '', ''),
  );
  return `{${style.padding}${pairs.join(', ')}${style.padding}}`;
}

/** A tag or a digest with the quotes it had or its neighbours have; with some where YAML would read it as no text. */
export function scalarText(text: string, quote: string): string {
  const needed = quote === '' && !isText(text) ? '"' : quote;
  return `${needed}${text}${needed}`;
}

/** The quotes around a scalar: none, single or double. */
export function quoteOf(node: unknown): string {
  const type = isScalar(node) ? (node as Scalar).type : undefined;
  if (type === 'QUOTE_DOUBLE') return '"';
  return type === 'QUOTE_SINGLE' ? "'" : '';
}

/** Whether readers of YAML 1.1 and 1.2 both take a plain scalar for text: not so 1e3, 0123, yes and 2026-01-02. */
function isText(text: string): boolean {
  return (['1.1', 'core'] as const).every((version) => {
    const options = version === 'core' ? { schema: version } : { version };
    return parseDocument(text, { ...options, logLevel: 'silent' }).toJS() === text;
  });
}

/** The indentation of the first map within a map of a file; two spaces where there is none. */
function stepOf({ text, document }: ParsedText): string {
  const sections = isMap(document.contents) ? document.contents.items : [];
  for (const { value } of sections) {
    const [first] = isMap(value) && !value.flow ? value.items : [];
    if (first) return / *$/.exec(text.slice(0, startOf(first.key)))?.[0] || '  ';
  }
  return '  ';
}
