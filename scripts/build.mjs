// Bundles the command line into build/ or the folder that is named, so that it starts as fast as its own code allows.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { plainPatterns } from './plain-patterns.mjs';
import { validatorPaths } from './validator-paths.mjs';

const outdir = process.argv[2] ?? 'build';
const chunks = 'chunks';

// zod brings what it says in fifty languages, a quarter of all that has to be read at each start.
const oneLanguage = {
  name: 'one-language',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

// Unpacking the tables of the PromQL parser takes 13 ms: the first query does it, not every start.
const parserWhenAsked = {
  name: 'parser-when-asked',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]lezer-promql[\\/]dist[\\/]index\.es\.js$/ }, () => ({
      contents: "export const parser = { parse: (query) => require('./index.cjs').parser.parse(query) };",
    }));
  },
};

rmSync(`${outdir}/${chunks}`, { recursive: true, force: true });

await build({
  entryPoints: { charthouse: 'src/cli/main.ts' },
  outdir,
  bundle: true,
  // What few commands need, the validators of each kind above all, is a file of its own and loaded when it is needed.
  splitting: true,
  chunkNames: `${chunks}/[name]-[hash]`,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  plugins: [validatorPaths, plainPatterns, oneLanguage, parserWhenAsked],
  logLevel: 'warning',
  // Bundled CommonJS packages load node: modules with require, which ES modules lack.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
