import { hintedText } from './field.ts';

/** A host name, fully qualified. */
export const host = hintedText(
  'a host name',
  /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  hostIn,
);

/** A host name, or `*.` and one. */
export const hostOrWildcard = hintedText(
  'a host name, with `*.` before it for all hosts below it',
  /^(\*\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  hostIn,
);

/** The host of a URL, or of a name with a port, a path, a dot at its end or in capitals. */
function hostIn(text: string): string | undefined {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .split(/[/:]/)[0]
    ?.replace(/\.$/, '');
}
