/** Attributes of an element, in the order they are written. */
type Attributes = Readonly<Record<string, number | string>>;

/** An element of SVG around what is in it. */
export function element(name: string, attributes: Attributes, ...inner: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(rounded(value))}"`);
  return inner.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}

/** A line of text, cut to a width in pixels. */
export function label(text: string, x: number, y: number, width: number, more: Attributes = {}): string {
  const size = Number(more['font-size'] ?? 11);
  // Letters of a sans serif are on average half as wide as they are high, and a little more.
  const longest = Math.max(1, Math.floor(width / (size * 0.56)));
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return element('text', { x, y, 'font-size': size, fill: COLORS.text, ...more }, escaped(shown));
}

/** A rectangle with round corners. */
export function box(x: number, y: number, width: number, height: number, more: Attributes): string {
  return element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), rx: 3, ...more });
}

/** The colours of Grafana's dark theme, near enough. */
export const COLORS = {
  page: '#111217',
  panel: '#181b1f',
  border: '#2c3235',
  text: '#ccccdc',
  dim: '#8e8e9b',
  red: '#e02f44',
  green: '#299c46',
  orange: '#ff780a',
  blue: '#3274d9',
  link: '#6e9fff',
} as const;

/** Colours of curves, in their order. */
export const CURVES = ['#73bf69', '#f2cc0c', '#5794f2', '#ff780a', '#b877d9', '#f2495c'] as const;

function rounded(value: number | string): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
