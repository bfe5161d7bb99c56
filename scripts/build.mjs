// Bundles the command line into build/, so that it starts as fast as its own code allows.
import { build } from 'esbuild';

await build({
  entryPoints: { charthouse: 'src/cli/main.ts' },
  outdir: 'build',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  // Bundled CommonJS packages load node: modules with require, which ES modules lack.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
