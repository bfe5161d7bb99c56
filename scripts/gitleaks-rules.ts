// Writes src/secrets/gitleaks-rules.json anew from the configuration of a release of gitleaks:
//   node --import tsx scripts/gitleaks-rules.ts VERSION PATH/TO/config/gitleaks.toml
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'smol-toml';

interface Rule {
  readonly id: string;
  readonly regex?: string;
  readonly keywords?: readonly string[];
  readonly entropy?: number;
  readonly secretGroup?: number;
}

/** What src/secrets looks at itself: names of settings, tokens that may be for everybody; and what is about whole files. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'generic-api-key',
  'jwt',
  'jwt-base64',
  'kubernetes-secret-yaml',
  'nuget-config-password',
  'private-key',
]);

const [version = '', path = ''] = process.argv.slice(2);
const { rules } = parse(readFileSync(path, 'utf8')) as unknown as { readonly rules: readonly Rule[] };
const kept = rules
  .filter(({ id, regex, keywords = [] }) => regex !== undefined && keywords.length > 0 && !LEFT_OUT.has(id))
  .map(({ id, regex, keywords, entropy, secretGroup }) => ({ id, regex, keywords, entropy, secretGroup }));
const source = `https://github.com/gitleaks/gitleaks/blob/${version}/config/gitleaks.toml (MIT)`;
const text = kept.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n');
writeFileSync(
  'src/secrets/gitleaks-rules.json',
  `{\n  "source": ${JSON.stringify(source)},\n  "rules": [\n${text}\n  ]\n}\n`,
);
