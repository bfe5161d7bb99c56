import { RE2JS } from 're2js';
import file from './gitleaks-rules.json' with { type: 'json' };

/** A rule of gitleaks: a pattern of RE2 that is worth a try in texts with one of the keywords. */
interface ScannerRule {
  readonly id: string;
  readonly regex: string;
  readonly keywords: readonly string[];
  readonly entropy?: number;
  readonly secretGroup?: number;
}

const RULES = file.rules as readonly ScannerRule[];

/** The id of the first rule of gitleaks that a text matches, such as `stripe-access-token`. */
export function scannerRuleFor(text: string): string | undefined {
  if (!RANDOM_LOOKING.test(text)) return undefined;
  if (text.length <= LONGEST) return ruleFor(text);
  for (const line of text.split('\n')) {
    const rule = line.length <= LONGEST && RANDOM_LOOKING.test(line) ? ruleFor(line) : undefined;
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Patterns take long for long texts, whose secrets stand on lines of their own. */
const LONGEST = 1000;

function ruleFor(text: string): string | undefined {
  anyKeyword ??= new RegExp(RULES.flatMap(({ keywords }) => keywords.map(plain)).join('|'));
  const lower = text.toLowerCase();
  if (!anyKeyword.test(lower)) return undefined;
  return RULES.find((rule) => rule.keywords.some((word) => lower.includes(word)) && isMatch(rule, text))?.id;
}

/** Sixteen characters in a row with a digit among them, as keys have; most texts of Kubernetes have none such. */
const RANDOM_LOOKING =
  /(?<![A-Za-z0-9_+/=-])(?:(?=[A-Za-z_+/=-]*[0-9])[A-Za-z0-9_+/=-]{16}|[a-z]{2,6}_[A-Za-z]{30})/;

/** Made with the first text, as the patterns below are: most runs have no text with a keyword. */
let anyKeyword: RegExp | undefined;
const finders = new Map<string, Finder>();

type Finder = (text: string) => readonly (string | null | undefined)[] | undefined;

function plain(keyword: string): string {
  return keyword.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

function isMatch(rule: ScannerRule, text: string): boolean {
  const finder = finders.get(rule.id) ?? finderOf(rule.regex);
  finders.set(rule.id, finder);
  const groups = finder(text);
  if (!groups) return false;
  const secret = groups[rule.secretGroup ?? 1] ?? groups[0] ?? '';
  return !/example|placeholder|x{6}/i.test(secret) && entropyOf(secret) >= (rule.entropy ?? 0);
}

/** JavaScript's own engine is faster, and cannot read every pattern of RE2. */
function finderOf(regex: string): Finder {
  const isFolded = regex.startsWith('(?i)');
  const source = isFolded ? regex.slice('(?i)'.length) : regex;
  try {
    const pattern = new RegExp(source, isFolded ? 'i' : '');
    return (text) => pattern.exec(text) ?? undefined;
  } catch {
    const pattern = RE2JS.compile(regex);
    return (text) => {
      const matcher = pattern.matcher(text);
      if (!matcher.find()) return undefined;
      return Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group));
    };
  }
}

/** Bits a character, as Shannon counts them: words have few, keys have many. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
