import type { z } from 'zod';
import { field } from './field.ts';

const LONGEST = 253;

/** A path of a URL, as a probe asks for it. */
export const urlPath = pathOf('a path that starts with /', /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/);

/** A path that is opened to the outside, with all below it. No asterisk: policies would take it for a pattern. */
export const publicPath = pathOf(
  'a path that starts with /, without *',
  /^\/[A-Za-z0-9\-._~!$&'()+,;=:@%/]*$/,
);

/**
 * A path in the one form that stays as it is on its way: the gateway takes `.` and `..` away and decodes what needs no
 * encoding before it compares (path normalization BASE), so a route or a policy of another form never matches.
 * https://istio.io/latest/docs/ops/best-practices/security/#path-normalization
 */
function pathOf(expected: string, characters: RegExp): z.ZodType<string> {
  return field(
    `${expected}, without ., .. or // in it`,
    { type: 'string', maxLength: LONGEST, pattern: characters.source },
    (value) => (typeof value === 'string' && isPath(value, characters) ? value : undefined),
    (value) => (typeof value === 'string' ? meantPath(value, characters) : undefined),
  );
}

function isPath(text: string, characters: RegExp): boolean {
  return text.length <= LONGEST && characters.test(text) && normalized(text) === text;
}

/** `/api` for "api/", "/v1/../api" and "https://shop.example/api"; never a path with an asterisk. */
function meantPath(text: string, characters: RegExp): string | undefined {
  const path = text
    .trim()
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/\*+$/, '');
  const meant = normalized(path.startsWith('/') ? path : `/${path}`);
  return meant !== undefined && characters.test(meant) && meant !== '/' ? meant : undefined;
}

/** The form of RFC 3986, section 6.2.2, with one slash between segments; undefined for what is encoded wrongly. */
function normalized(path: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(path) || ENCODED_SLASH.test(path)) return undefined;
  const decoded = path.replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return UNRESERVED.test(character) ? character : code.toUpperCase();
  });
  const segments: string[] = [];
  for (const segment of decoded.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  const end = segments.length > 0 && /\/\.{0,2}$/.test(decoded) ? '/' : '';
  return `/${segments.join('/')}${end}`;
}

const UNRESERVED = /^[A-Za-z0-9\-._~]$/;

/** Some programs split the path there, and some do not. */
const ENCODED_SLASH = /%(?:2f|5c|00)/i;
