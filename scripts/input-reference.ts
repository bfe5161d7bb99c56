import { z } from 'zod';
import { completeSchema } from '../src/config/schema/document.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The reference of the input as Markdown: a table per section with every key, its form, default and meaning.
 * Made from the same schemas that validate.
 */
export function inputReference(): string {
  const { properties, required } = z.toJSONSchema(completeSchema, { io: 'input', reused: 'inline' }) as {
    properties: Readonly<Record<string, JsonSchema>>;
    required: readonly string[];
  };
  const sections = Object.entries(properties).map(([name, schema]) =>
    section(name, schema, required.includes(name)),
  );
  return [
    '# Every key of the input',
    '',
    'Made by `npm run schema` from the schemas that validate; do not edit. The rules are in [input.md](input.md).',
    'A key in bold must be given. `NAME` stands for a name you choose.',
    '',
    ...sections,
  ].join('\n');
}

function section(name: string, schema: JsonSchema, isRequired: boolean): string {
  const rows = rowsOf(name, schema, isRequired);
  const table = rows.map(({ key, form, meaning }) => `| ${key} | ${form} | ${meaning} |`);
  return [`## ${name}`, '', '| key | form | meaning |', '|---|---|---|', ...table, ''].join('\n');
}

interface Row {
  readonly key: string;
  readonly form: string;
  readonly meaning: string;
}

function rowsOf(path: string, schema: JsonSchema, isRequired: boolean): readonly Row[] {
  const key = isRequired && schema['default'] === undefined ? `**\`${path}\`**` : `\`${path}\``;
  const own: Row = { key, form: formOf(schema), meaning: cell(String(schema['description'] ?? '')) };
  const required = (schema['required'] ?? []) as readonly string[];
  const children = Object.entries(keysOf(schema)).flatMap(([name, child]) =>
    rowsOf(`${path}.${name}`, child, required.includes(name)),
  );
  const choices = (schema['oneOf'] ?? []) as readonly JsonSchema[];
  const entry = schema['additionalProperties'];
  const isMapOfNames = typeof entry === 'object' && entry !== null;
  const entries = isMapOfNames ? rowsOf(`${path}.NAME`, entry as JsonSchema, false) : [];
  return [own, ...children, ...rowsOfChoices(path, choices), ...entries];
}

/** Rows of maps of which one is chosen by a word in it: what all have alike once, the rest with the words it is of. */
function rowsOfChoices(path: string, choices: readonly JsonSchema[]): readonly Row[] {
  const rows = new Map<string, { readonly row: Row; readonly words: string[] }>();
  const words = choices.map(wordOf);
  choices.forEach((choice, index) => {
    for (const written of rowsOf(path, choice, false).slice(1)) {
      const isChoice = written.form === `\`${words[index]}\``;
      const row = isChoice ? { ...written, form: words.map((word) => `\`${word}\``).join(', ') } : written;
      const key = JSON.stringify(row);
      const known = rows.get(key) ?? { row, words: [] };
      rows.set(key, known);
      known.words.push(words[index] ?? '');
    }
  });
  return [...rows.values()].map(({ row, words: of }) =>
    of.length === choices.length
      ? row
      : { ...row, meaning: `${of.map((word) => `\`${word}\``).join(', ')}: ${row.meaning}` },
  );
}

function wordOf(choice: JsonSchema): string {
  const constants = Object.values((choice['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(
    (property) => property['const'] ?? [],
  );
  return String(constants[0] ?? '');
}

/** Keys of a map, also where a word may stand in its place. */
function keysOf({ properties, anyOf }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const choices = Array.isArray(anyOf) ? (anyOf as readonly JsonSchema[]) : [];
  const found = properties ?? choices.find((choice) => choice['properties'])?.['properties'] ?? {};
  return found as Readonly<Record<string, JsonSchema>>;
}

function formOf(schema: JsonSchema): string {
  const fallback = schema['default'];
  const isPlain = fallback === undefined || typeof fallback === 'object';
  return cell(isPlain ? typeOf(schema) : `${typeOf(schema)}, \`${String(fallback)}\` if left out`);
}

function typeOf(schema: JsonSchema): string {
  const { const: word, enum: values, anyOf, properties, additionalProperties, items, type } = schema;
  if (word !== undefined) return `\`${String(word)}\``;
  if (Array.isArray(schema['oneOf'])) return 'map';
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(', ');
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map((part) => typeOf(part as JsonSchema)))].join(' or ');
  if (items) return `list of ${typeOf(items as JsonSchema)}`;
  if (properties) return 'map';
  if (additionalProperties) return 'map of names';
  if (type === 'integer' || type === 'number') return numberOf(schema);
  return NAMES[String(type)] ?? 'text';
}

const NAMES: Readonly<Record<string, string>> = { string: 'text', boolean: '`true`, `false`' };

function numberOf({ minimum, maximum }: JsonSchema): string {
  return minimum === undefined || maximum === undefined ? 'number' : `number from ${minimum} to ${maximum}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
