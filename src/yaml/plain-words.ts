/**
 * What a YAML parser complains of, in words for someone who writes configuration. Knows the messages of
 * js-yaml 5 and of yaml 2; one it does not know comes back as it is.
 */
export function inPlainWords(message: string): string {
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(message);
    if (match !== null) return words.replace('$1', () => match[1] ?? '');
  }
  return message;
}

const UNFITTING = 'this does not fit what comes before it: check the indentation';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^tab(s| characters)/i, 'a tab indents this line; YAML allows only spaces'],
  [/^All mapping items/, 'this line is not indented like the others of its map'],
  [/^All sequence items|of a sequence entry/, 'this item is not indented like the others of its list'],
  [/of a mapping entry$/, `${UNFITTING}, and quote text that holds ": " or " #"`],
  [/^A block sequence may not be/, `${UNFITTING} of this list`],
  [
    /^Nested mappings/,
    'a map cannot begin behind a value: check how the next line is indented, or quote text that holds ": "',
  ],
  [/followed by map values|^expected ':'/, 'expected a colon after this key'],
  [
    /single line$|multiline key/,
    'expected "key: value": check the colons, the spaces after them and the indentation',
  ],
  [/^(?:end of the stream|Unexpected block-)/, `${UNFITTING}, the colons and the spaces after them`],
  [/^Missing closing|within a (?:single|double) quoted/, 'this quoted text never ends'],
  [
    /^Flow (?:sequence|map) in/,
    'this line lies in brackets that are not closed: close them, or indent it more',
  ],
  [
    /^deficient indentation/,
    'this line lies in brackets or quotes that are not closed: close them, or indent it more',
  ],
  [/^unexpected end.* within a flow/, 'brackets are not closed'],
  [/^missed comma|^Missing , /, 'expected a comma between two entries in brackets'],
  [
    /^Block collections are not/,
    'expected a comma here; within brackets, lists and maps need brackets of their own',
  ],
  [/^expected the node content|^Unexpected (?:, |empty item)/, 'expected an entry before this comma'],
  [/^Missing space after :/, 'expected a space after the colon'],
  [/^Plain value cannot start with .*(\S)$/, 'text that begins with $1 must be quoted'],
  [
    /escape seq|hexadecimal/,
    'double quotes do not know this escape: use single quotes, or double the backslash',
  ],
  [/at node end$/, 'unexpected text after the value: quote the whole value'],
  [
    /^Unexpected \S+ token in YAML stream: "(.*)"$/s,
    'unexpected "$1": check the line before, and quote text that holds it',
  ],
  [/^Comments must be/, 'a comment needs a space before its #'],
  [/^Block scalar header|^a line break is/, 'after | or > the line holds nothing but a digit, + or -'],
  [
    /Block scalars? with more-indented|^repeat of a|explicit indentation/,
    'the text below | or > is indented unevenly',
  ],
  [/^Source contains multiple/, 'a second document begins here; a file holds one'],
  [/same line with directives-end|^Block collection cannot start/, 'expected a new line after ---'],
  [/one anchor$|an anchor property/, 'a value can have only one anchor'],
  [/cannot be an empty string$|at least one character$/, 'expected a name after & or *'],
  [/any properties$/, 'an alias (*name) can have neither anchor nor tag'],
  [
    /null byte|non-printable|valid JSON/,
    'a control character stands here: write it as an escape in double quotes',
  ],
  [/^nesting exceeded/, 'nested too deeply'],
  [/1024 chars/, 'the colon of this key is more than 1,024 characters away'],
  [/directive|YAML version/i, 'the line that begins with % is not understood: leave it out'],
  [/\btags?\b/i, 'tags (!name) are not supported here'],
];
