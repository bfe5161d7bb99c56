import type { HttpMatch } from '../../../imports/istio.ts';

/**
 * Matches a public path and all below it. Istio's prefix is one of plain text, so `/graphql` alone would match
 * `/graphqlx` too.
 */
export function pathMatches(path: string): readonly HttpMatch[] {
  const base = withoutSlash(path);
  if (base === '') return EVERYTHING;
  return [{ uri: { exact: base } }, { uri: { prefix: `${base}/` } }];
}

/** The same paths as an AuthorizationPolicy writes them, where `*` at the end makes a prefix. */
export function policyPaths(path: string): readonly string[] {
  const base = withoutSlash(path);
  return base === '' ? ['/*'] : [base, `${base}/*`];
}

const EVERYTHING: readonly HttpMatch[] = [{ uri: { prefix: '/' } }];

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
