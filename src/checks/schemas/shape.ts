import { isMap } from '../../maps/is-map.ts';
import type { JsonSchema } from './json-schema.ts';
import { OBJECT_FIELDS } from './object-fields.ts';
import { type ValueTest, valueTests } from './value-tests.ts';

/** What the schemas of a file of kinds have in common. */
export interface Scope {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** Minor version of Kubernetes: fields come and go with it. */
  readonly minor: number;
  /** What makes tests of the rules of a schema, where any is to be evaluated. */
  readonly ruleTests: RuleTests | undefined;
  /** The shapes of definitions that were met, which kinds have in common. */
  readonly shapes: Map<string, Shape>;
}

/** Makes tests of the rules that a schema has in a language of their own. */
export type RuleTests = (shape: Shape, schema: JsonSchema) => readonly RuleTest[];

/** A rule that holds of a value, or is told. It trusts the types of the value. */
export interface RuleTest {
  readonly passes: (value: unknown) => boolean;
  readonly message: (value: unknown) => string;
}

/** What a value is to be like. What lies within is made when a value first leads there, as most of a kind never occurs. */
export interface Shape {
  readonly schema: JsonSchema;
  readonly scope: Scope;
  /** Fields that are not known are refused, and null where it is not nullable. Alternatives say only what else holds. */
  readonly isStrict: boolean;
  /** Made by `insideOf`. */
  inside: Inside | undefined;
}

/** What a shape says of a value, and the shapes of what lies in it. */
export interface Inside {
  /** Undefined: of any type. */
  readonly types: readonly string[] | undefined;
  readonly isNullable: boolean;
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that the kind has in other versions of Kubernetes. */
  readonly strangers: ReadonlyMap<string, FieldSpan>;
  readonly minor: number;
  readonly required: readonly string[];
  /** Of a map whose keys are free. */
  readonly values: Shape | undefined;
  readonly isOpen: boolean;
  readonly items: Shape | undefined;
  readonly tests: readonly ValueTest[];
  readonly alternatives: readonly Alternatives[];
  readonly rules: readonly RuleTest[];
  readonly hasOnlyTypes: boolean;
}

/** The minor versions of Kubernetes that have a field first and last. */
export interface FieldSpan {
  readonly since?: number;
  readonly until?: number;
}

/** Shapes of which all, some, one or none are to fit besides. */
export interface Alternatives {
  readonly keyword: 'allOf' | 'anyOf' | 'oneOf' | 'not';
  readonly shapes: readonly Shape[];
}

/** The shape that a schema describes. */
export function shapeOf(schema: JsonSchema, scope: Scope, isStrict = true): Shape {
  const name = isStrict && Object.keys(schema).length === 1 ? schema['$ref'] : undefined;
  const known = typeof name === 'string' ? scope.shapes.get(name) : undefined;
  if (known) return known;
  const shape: Shape = { schema, scope, isStrict, inside: undefined };
  if (typeof name === 'string') scope.shapes.set(name, shape);
  return shape;
}

/** What the schemas of a file, in a minor version of Kubernetes, have in common. */
export function scopeOf(definitions: Scope['definitions'], minor: number, ruleTests?: RuleTests): Scope {
  return { definitions, minor, ruleTests, shapes: new Map() };
}

/** What a shape says, made once. */
export function insideOf(shape: Shape): Inside {
  shape.inside ??= madeInside(shape);
  return shape.inside;
}

function madeInside(shape: Shape): Inside {
  const { schema: written, scope, isStrict } = shape;
  const schema = followed(written, scope);
  const child = (value: unknown) => (isMap(value) ? shapeOf(value, scope, isStrict) : undefined);
  const values = child(schema['additionalProperties']);
  const tests = valueTests(schema);
  const alternatives = alternativesOf(schema, scope);
  const rules = isStrict ? (scope.ruleTests?.(shape, schema) ?? []) : [];
  return {
    types: typesOf(schema),
    isNullable: schema['nullable'] === true || (!isStrict && schema['type'] === undefined),
    fields: fieldsOf(schema, scope, isStrict),
    strangers: strangersIn(schema, scope.minor),
    minor: scope.minor,
    required: requiredIn(schema, scope.minor),
    values,
    isOpen: !isStrict || !isClosed(schema) || values !== undefined,
    items: child(schema['items']),
    tests,
    alternatives,
    rules,
    hasOnlyTypes: tests.length + alternatives.length + rules.length === 0,
  };
}

function followed(schema: JsonSchema, { definitions }: Scope): JsonSchema {
  const name = schema['$ref'];
  if (typeof name !== 'string') return schema;
  const definition = definitions[name];
  if (!definition) throw new Error(`there is no definition ${name}`);
  // What stands beside a reference, such as the words of an enum, counts as well.
  return Object.keys(schema).length === 1 ? definition : { ...definition, ...schema, $ref: undefined };
}

function typesOf(schema: JsonSchema): readonly string[] | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return ['integer', 'string'];
  const { type } = schema;
  if (type === undefined) return undefined;
  return Array.isArray(type) ? (type as readonly string[]) : [String(type)];
}

function fieldsOf(schema: JsonSchema, scope: Scope, isStrict: boolean): Inside['fields'] {
  const spans = spansIn(schema);
  const isObject = schema['x-kubernetes-embedded-resource'] === true;
  const properties = { ...(isObject && OBJECT_FIELDS), ...mapIn(schema, 'properties') };
  const own = Object.entries(properties).filter(([name]) => isWithin(spans[name] ?? {}, scope.minor));
  return new Map(own.map(([name, value]) => [name, fieldShape(name, value, scope, isStrict)]));
}

function fieldShape(name: string, value: unknown, scope: Scope, isStrict: boolean): Shape {
  const schema = isMap(value) ? value : {};
  return shapeOf(name === CREATED ? { ...schema, nullable: true } : schema, scope, isStrict);
}

function strangersIn(schema: JsonSchema, minor: number): Inside['strangers'] {
  return new Map(Object.entries(spansIn(schema)).filter(([, span]) => !isWithin(span, minor)));
}

function spansIn(schema: JsonSchema): Readonly<Record<string, FieldSpan>> {
  return mapIn(schema, 'x-fields') as Readonly<Record<string, FieldSpan>>;
}

/** Generators write it as null everywhere, and every API server takes that. */
const CREATED = 'creationTimestamp';

function requiredIn(schema: JsonSchema, minor: number): readonly string[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const spans = mapIn(schema, 'x-required') as Readonly<Record<string, FieldSpan>>;
  return required.filter((name) => isWithin(spans[name] ?? {}, minor));
}

/** Whether a minor version has something. */
export function isWithin({ since, until }: FieldSpan, minor: number): boolean {
  return (since === undefined || minor >= since) && (until === undefined || minor <= until);
}

/** Whether fields that a schema does not name are refused: an API server drops or refuses them. */
function isClosed(schema: JsonSchema): boolean {
  const isObject = schema['type'] === 'object' || schema['properties'] !== undefined;
  const isFree = schema['x-kubernetes-preserve-unknown-fields'] === true;
  return isObject && !isFree && (schema['additionalProperties'] ?? false) === false;
}

const KEYWORDS = ['allOf', 'anyOf', 'oneOf', 'not'] as const;

function alternativesOf(schema: JsonSchema, scope: Scope): readonly Alternatives[] {
  return KEYWORDS.flatMap((keyword) => {
    // Definitions often say int-or-string once more in this form.
    if (keyword === 'anyOf' && schema['x-kubernetes-int-or-string'] === true) return [];
    const branches = [schema[keyword] ?? []].flat().filter(isMap);
    const shapes = branches.map((branch) => shapeOf(branch, scope, false));
    return shapes.length > 0 ? [{ keyword, shapes }] : [];
  });
}

function mapIn(schema: JsonSchema, key: string): JsonSchema {
  const value = schema[key];
  return isMap(value) ? value : {};
}
