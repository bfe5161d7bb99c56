import { expect, test } from 'vitest';
import { redaction } from './redaction.ts';

interface Transform {
  readonly trace_statements: readonly { readonly context: string; readonly statements: readonly string[] }[];
}

/** The pattern of a statement, as a regular expression: Go's, without what JavaScript does not know. */
function pattern(statement: number): RegExp {
  const { trace_statements } = redaction(['iban', 'card.number']) as Transform;
  const text = /"\(\?i\)((?:[^"\\]|\\.)*)"/.exec(trace_statements[1]?.statements[statement] ?? '')?.[1] ?? '';
  const unquoted = JSON.parse(`"${text}"`) as string;
  // As the Collector reads its configuration: a doubled $ is one.
  return new RegExp(unquoted.replaceAll('$$', '$'), 'i');
}

test('says the same of resources, spans and their events', () => {
  const { trace_statements } = redaction([]) as Transform;
  expect(trace_statements.map(({ context }) => context)).toEqual(['resource', 'span', 'spanevent']);
});

test.each([
  ['authorization', true],
  ['http.request.header.Authorization', true],
  ['user_password', true],
  ['customer.iban', true],
  ['card.number', true],
  ['card-number', false],
  ['password.length', false],
  ['passwords', false],
])('of the attribute %s it is %s that it goes', (name, goes) => {
  expect(pattern(0).test(name)).toBe(goes);
});

test('values in the query of a URL go, and the rest stays', () => {
  const url = 'https://api.shop.example/orders?page=2&access_token=abc&iban=DE89#top';
  const masked = url.replace(new RegExp(pattern(1), 'gi'), '$1***');
  expect(masked).toBe('https://api.shop.example/orders?page=2&access_token=***&iban=***#top');
});

test('bearer tokens go from any text, and news of theirs stay', () => {
  const text = 'sent Bearer eyJhbGciOi.J9.abc-def, bearer of bad news';
  expect(text.replace(new RegExp(pattern(2), 'gi'), '$1***')).toBe('sent Bearer ***, bearer of bad news');
});
