import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { plainPatterns } from './plain-patterns.mjs';

// zod brings what it says in fifty languages, a quarter of all that has to be read at each start.
const oneLanguage = {
  name: 'one-language',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

// Unpacking the tables of the PromQL parser takes 13 ms: the first query does it, not every start. So with its checker
// of types, which asks the editor it is made for for nothing but the tree, and with RE2.
const LATE = [
  [
    /[\\/]lezer-promql[\\/]dist[\\/]index\.es\.js$/,
    "export const parser = { parse: (query) => require('./index.cjs').parser.parse(query) };",
  ],
  [
    /[\\/]codemirror-promql[\\/]dist[\\/]cjs[\\/]parser[\\/]index\.js$/,
    "export function Parser(state) { return new (require('./parser.js').Parser)(state); }",
  ],
  [
    /[\\/]@codemirror[\\/]language[\\/]dist[\\/]index\.cjs$/,
    'exports.syntaxTree = (state) => state.field().tree;',
  ],
  [
    /[\\/]re2js[\\/]build[\\/]index\.js$/,
    "export const RE2JS = { compile: (pattern) => require('./index.cjs').RE2JS.compile(pattern) };",
  ],
];
const parserWhenAsked = {
  name: 'parser-when-asked',
  setup(bundle) {
    for (const [filter, contents] of LATE) bundle.onLoad({ filter }, () => ({ contents }));
  },
};

// JSON is read twice as fast from a text as from an expression of JavaScript.
const kindsAsText = {
  name: 'kinds-as-text',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]schemas[\\/]kinds[\\/][^\\/]+\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/** Bundles the command line into a folder, so that it starts as fast as its own code allows. */
export function bundle(outdir) {
  return build({
    entryPoints: { charthouse: 'src/cli/main.ts' },
    outdir,
    bundle: true,
    // What few commands need, and the kinds of each maker, is a file of its own and loaded when it is needed.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    // What packages mean by it is the package; the module of that name in Node warns that it will go, at every run.
    alias: { punycode: 'punycode/punycode.js' },
    plugins: [kindsAsText, plainPatterns, oneLanguage, parserWhenAsked],
    logLevel: 'warning',
    // Bundled CommonJS packages load node: modules with require, which ES modules lack.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}
