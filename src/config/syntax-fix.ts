/** What to do about an error of YAML, by what is said of it; most messages say it themselves in a few words more. */
export function syntaxFix(message: string): string | undefined {
  return FIXES.find(([pattern]) => pattern.test(message))?.[1];
}

const FIXES: readonly (readonly [RegExp, string])[] = [
  [/^a tab indents/, 'replace the tab by spaces, two for each level'],
  [/is written twice/, 'remove one of the two, or merge what is below them'],
  [
    /merge that is not finished/,
    'keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
  ],
  [/not indented like the others/, 'begin it in the same column as the line before it on its level'],
  [
    /check the indentation|check how the next line/,
    'indent by two spaces for each level; put text with ": " or " #" in quotes',
  ],
  [
    /brackets that are not closed|brackets are not closed/,
    'close the bracket or quote that was opened above',
  ],
  [/quoted text never ends/, 'add the quote at its end'],
  [/expected a comma/, 'put a comma between the entries'],
  [/expected a colon/, 'write `key: value`, with a space after the colon'],
  [/expected "key: value"/, 'write `key: value`, with a space after the colon'],
  [/space after the colon/, 'write `key: value`, with a space after the colon'],
  [/must be quoted/, 'put the text in quotes'],
  [/do not know this escape/, "use single quotes, as in '\\d', or write the backslash twice"],
  [/text after the value/, 'put the whole value in quotes'],
  [/a second document begins/, 'move it into a file of its own'],
  [/a key must be text/, 'put the key in quotes'],
  [/merge keys/, 'write the entries out in both places'],
  [/stands for nothing/, 'put the text in quotes'],
  [/tag .* is not supported|tags .* not supported/, 'remove the tag'],
  [/byte order mark/, 'remove it'],
];
