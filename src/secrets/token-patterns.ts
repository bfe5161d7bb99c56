import { scannerRuleFor } from './scanner-rules.ts';

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
}

const JWT = /\beyJ[\w-]{10,}\.(eyJ[\w-]{10,})\.[\w-]{16}/;

/** Forms of secrets that their issuers gave them so that they are recognised. */
const PATTERNS: readonly Pattern[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/ },
  { what: 'a GitHub token', pattern: /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60})/ },
  { what: 'a GitLab token', pattern: /\bglpat-[0-9A-Za-z_-]{20}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[0-9A-Za-z-]{12}/ },
  {
    what: 'a Slack webhook',
    pattern: /hooks\.slack\.com\/services\/T[0-9A-Z]{6,}\/B[0-9A-Z]{6,}\/[0-9A-Za-z]{16}/,
  },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[0-9A-Za-z]{20}/ },
  { what: 'a SendGrid key', pattern: /\bSG\.[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{32}/ },
  { what: 'an npm token', pattern: /\bnpm_[0-9A-Za-z]{36}/ },
  { what: 'a JSON Web Token', pattern: JWT },
  {
    what: 'a URL with a password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/?#@$]*:(?![$<{*]|(?:x{3,}|password|pass)@)[^\s@/$]+@[\w[]/i,
  },
  {
    what: 'a connection string with a password',
    pattern:
      /\b(?:server|host|hostname|data source|user(?: ?id|name)?|uid|database|dbname|initial catalog)\s*=[^\n]*?\b(?:password|passwd|pwd)\s*=\s*(?!['"]?(?:[$<{*%]|x{3,}|password\b))['"]?[^\s;&'"]{3}/i,
  },
  {
    what: 'a connection string with a password',
    pattern:
      /\b(?:password|passwd|pwd)\s*=\s*(?!['"]?(?:[$<{*%]|x{3,}|password\b))['"]?[^\s;&'"]{3,}['"]?[;&\s][^\n]*?\b(?:server|host|user(?: ?id|name)?|uid|database|dbname)\s*=/i,
  },
  { what: 'an account key of Azure', pattern: /\b(?:Account|SharedAccess)Key=[A-Za-z0-9+/]{40,}={0,2}/ },
];

/** What all of them have one of, so that most texts are looked at once. */
const HINT =
  /-----BEGIN|A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|slack\.com|k_live_|SG\.|npm_|eyJ|:\/\/[^/]*@|(?:passw(?:or)?d|pwd)\s*=|Key=/i;

/** Shorter texts hold no token. */
const SHORTEST = 16;

/** The kind of secret a text holds; undefined when it holds none that has a known form. */
export function tokenIn(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined;
  const found = HINT.test(text) ? PATTERNS.find(({ pattern }) => pattern.test(text)) : undefined;
  if (found) return found.pattern === JWT && isForEverybody(text) ? undefined : found.what;
  const rule = scannerRuleFor(text);
  return rule && `a secret (${rule} of gitleaks)`;
}

/** Supabase gives every browser a token of the role `anon`; what it may do is a matter of the database. */
function isForEverybody(text: string): boolean {
  const payload = JWT.exec(text)?.[1] ?? '';
  try {
    return atob(payload.replaceAll('-', '+').replaceAll('_', '/')).includes('"role":"anon"');
  } catch {
    return false;
  }
}
