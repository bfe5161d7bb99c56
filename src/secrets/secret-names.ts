/** Last words of names whose values are secrets. `DB_PASSWORD_FILE` and `TOKEN_URL` end otherwise. */
const SECRET_NAME =
  /(?:^|[_.-])(?:pass|pwd|pw|pass[_-]?code|passphrase|secrets?|token|creds?|credentials?|pepper|salt|api[_-]?key|apikey|(?:private|secret|access|signing|signature|encryption|encrypt|decryption|master|shared|session|cookie|hmac|jwt|crypto|cipher|auth|account|service|license|webhook|ssh|deploy|client)[_-]?key(?:[_-]?base)?)$|(?:password|passwd|pgpass|userpass|dbpass)$|secret[_-]?key[_-]?base$/i;
const CAMEL = /([a-z0-9])([A-Z])/g;

/** What a browser gets is for everybody. */
const PUBLIC_NAME = /public|publishable|anon/i;

/** Settings that take the name of a Secret, not its value. */
const REFERENCE_NAME = /(?:^|[_.-])(?:existing|image|pull|tls|ca|cert|certificate|set)[_.-]?secret$/i;

/** Values that surely are not: references, templates, paths, addresses, numbers, switches, and names of Secrets. */
const HARMLESS = [
  /^$/,
  /\$[({_]|\{\{|^[$%<]/,
  /^(?:true|false|yes|no|on|off|none|null|enabled|disabled|required|optional|\d+[a-z]*)$/i,
  /^\.{0,2}\//,
  /^[a-z][a-z0-9+.-]*:/i,
  // A path, and no base64, which ends in = or has a plus.
  /^[^+=]*\/[^+=]*$/,
  /secrets?$|[-_](?:password|token|key)s?$|^\*+$/i,
];

/** Whether a setting looks like a secret written out: by its name, and a value that is no reference to one. */
export function looksSecret(name: string, value: string): boolean {
  const words = name.replace(CAMEL, '$1_$2');
  if (!SECRET_NAME.test(words) || PUBLIC_NAME.test(words) || REFERENCE_NAME.test(words)) return false;
  const text = value.trim();
  return !HARMLESS.some((pattern) => pattern.test(text));
}
