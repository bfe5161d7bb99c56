/**
 * An esbuild plugin: patterns that validators give to RE2 become those of JavaScript. RE2 is a WebAssembly module of
 * its own, which a bundle cannot take along, and is only used for `(?i)`.
 */
export const plainPatterns = {
  name: 'plain-patterns',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]validate[\\/]dist[\\/]runtime[\\/]re2\.js$/ }, () => ({
      contents: PLAIN_PATTERN,
    }));
  },
};

// In a group `(?i)` would hold to the end of the group; here it holds for the whole. Other flags remain errors.
const PLAIN_PATTERN = `
export default class extends RegExp {
  constructor(source, flags) {
    const plain = source.replaceAll('(?i)', '');
    super(plain, plain === source ? flags : flags + 'i');
  }
}
`;
