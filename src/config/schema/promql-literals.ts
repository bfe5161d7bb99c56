import type { SyntaxNode } from '@lezer/common';
import { RE2JS } from 're2js';
import type { QueryFault } from './query-fault.ts';

/** Numbers, durations, texts and regular expressions that the grammar lets through and Prometheus does not. */
export function literalFault(query: string, node: SyntaxNode): QueryFault | undefined {
  const text = query.slice(node.from, node.to);
  const message = messageFor(text, node, query);
  return message === undefined ? undefined : { at: node.from, message };
}

function messageFor(text: string, node: SyntaxNode, query: string): string | undefined {
  switch (node.name) {
    case 'StringLiteral':
      return typeof unquoted(text) === 'string'
        ? undefined
        : `the text ${text} has an escape that Go does not know`;
    case 'NumberDurationLiteral':
      return numberFault(text);
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return durationFault(node, query);
    case 'StepInvariantExpr':
      return timestampFault(node, query);
    case 'VectorSelector':
      return matcherFault(node, query);
    default:
      return undefined;
  }
}

function numberFault(text: string): string | undefined {
  const isDecimal = /^[-+]?[0-9_.]+(?:e[-+]?[0-9]+)?$/i.test(text);
  return isDecimal && !Number.isFinite(Number(text.replaceAll('_', ''))) ? `${text} is too large` : undefined;
}

/** A range and a step are longer than nothing. */
function durationFault(node: SyntaxNode, query: string): string | undefined {
  for (const duration of node.getChildren('DurationExpr')) {
    const text = query.slice(duration.from, duration.to);
    const nanoseconds = /^-/.test(text) ? -1 : secondsIn(text) * 1e9;
    if (!(nanoseconds > 0)) return `the duration ${text} must be longer than nothing`;
    if (nanoseconds > 2 ** 63) return `the duration ${text} is too long`;
  }
  return undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

function secondsIn(text: string): number {
  if (/^[0-9.]+$/.test(text)) return Number(text);
  let seconds = 0;
  for (const [, amount, unit = ''] of text.matchAll(/([0-9]+)(ms|[smhdwy])/g)) {
    seconds += Number(amount) * (UNITS[unit] ?? 0);
  }
  return seconds;
}

function timestampFault(node: SyntaxNode, query: string): string | undefined {
  const timestamp = node.getChild('NumberDurationLiteral');
  const seconds = timestamp ? Number(query.slice(timestamp.from, timestamp.to)) : 0;
  return Math.abs(seconds) * 1000 >= 2 ** 63 ? 'the time behind `@` is out of bounds' : undefined;
}

/** Regular expressions are those of RE2, as in Go, and some matcher has to ask for something. */
function matcherFault(node: SyntaxNode, query: string): string | undefined {
  const list = node.getChild('LabelMatchers');
  if (!list) return undefined;
  const emptiness = [...list.getChildren('UnquotedLabelMatcher'), ...list.getChildren('QuotedLabelMatcher')]
    .map((matcher) => emptinessOf(matcher, query))
    .filter((empty) => empty !== undefined);
  const fault = emptiness.find((empty) => typeof empty === 'string');
  if (typeof fault === 'string') return fault;
  const isNamed = node.getChild('Identifier') !== null || list.getChild('QuotedLabelName') !== null;
  return isNamed || emptiness.includes(false)
    ? undefined
    : 'a selector needs a metric, or one label that is not empty';
}

/** Undefined for a matcher whose text is at fault, which is told of the text. */
function emptinessOf(matcher: SyntaxNode, query: string): boolean | string | undefined {
  const operator = matcher.getChild('MatchOp');
  const literal = matcher.getChild('StringLiteral');
  const value = literal ? unquoted(query.slice(literal.from, literal.to)) : undefined;
  return value === undefined ? undefined : matchesEmpty(query.slice(operator?.from, operator?.to), value);
}

/** Whether a label that is not there matches; a text for what is wrong with a regular expression. */
function matchesEmpty(operator: string, value: string): boolean | string {
  if (operator === '=') return value === '';
  if (operator === '!=') return value !== '';
  try {
    const matches = RE2JS.compile(`^(?s:${value})$`).matcher('').matches();
    return operator === '=~' ? matches : !matches;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${JSON.stringify(value)} is no regular expression of RE2: ${reason.replace(/^error parsing regexp: /, '')}`;
  }
}

/** A text without its quotes, as Go's strconv.Unquote reads it; undefined for one that it refuses. */
function unquoted(text: string): string | undefined {
  const quote = text[0] ?? '';
  const inner = text.slice(1, -1);
  if (quote === '`') return inner;
  const escapes = quote === '"' ? ESCAPES_OF_DOUBLE : ESCAPES_OF_SINGLE;
  if (inner.includes('\n') || inner.replace(escapes, '').includes('\\')) return undefined;
  return inner.replace(escapes, (escaped) => characterOf(escaped.slice(1)));
}

const COMMON = String.raw`\\(?:[abfnrtv\\QUOTE]|x[0-9A-Fa-f]{2}|[0-3][0-7]{2}|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})`;
const ESCAPES_OF_DOUBLE = new RegExp(COMMON.replace('QUOTE', '"'), 'g');
const ESCAPES_OF_SINGLE = new RegExp(COMMON.replace('QUOTE', "'"), 'g');

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function characterOf(code: string): string {
  if (/^[0-7]{3}$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  if (/^[xuU]./.test(code)) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
  return CONTROLS[code] ?? code;
}
