/** An element of XML: attributes as given, text or elements inside. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** An element with elements or text inside. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: Element['content'] = [],
): Element {
  return { name, attributes, content };
}

/** An XML 1.0 document, indented, any text escaped so that a reader gets it back as far as XML can carry it. */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes, content }: Element, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const start = `${indent}<${name}${pairs.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  const inside =
    typeof content === 'string'
      ? escapeText(content)
      : `\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}`;
  return `${start}>${inside}</${name}>\n`;
}

/** Readers turn line breaks and tabs of attributes into spaces unless they are written as references. */
function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `>` only needs it in `]]>`; a carriage return would be read as a line feed. */
function escapeText(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** What XML 1.0 cannot hold even as a reference, halves of characters among it: https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
