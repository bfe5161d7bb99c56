import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chartInput } from '../../../test/helm-program.ts';
import { randomEnvironments } from '../../../test/random-environments.ts';
import { renderHelm } from './render.ts';
import { constraintOf } from './value-constraints.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Paths of defaults that the schema would let be null, or be gone. */
function holes(values: unknown, schema: Schema | undefined, path: string): readonly string[] {
  if (schema === undefined || [schema.type].flat().includes('null')) return [path];
  if (!isMap(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const place = `${path}/${key}`;
    if (!schema.required?.includes(key)) return [place];
    return holes(value, schema.properties?.[key], place);
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('whatever has a default', () => {
  it('is required, and is never null', () => {
    fc.assert(
      fc.property(randomEnvironments, (environments) => {
        const tree = renderHelm('shop', chartInput(environments));
        const schema = JSON.parse(tree.get('values.schema.json') ?? '');
        expect(holes(parse(tree.get('values.yaml') ?? ''), schema, '')).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('is seen when it is not', () => {
    const values = { domain: 'shop.example', tags: { a: 'b' } };
    const closed = {
      required: ['domain', 'tags'],
      properties: { domain: {}, tags: { properties: { a: {} } } },
    };
    expect(holes(values, closed, '')).toEqual(['/tags/a']);
  });
});

describe('a limit', () => {
  it.each([
    ['cluster.account', '123456789012', { pattern: '^[0-9]{12}$' }],
    ['services.web.scaling.max', 4, { minimum: 1, maximum: 1000 }],
    ['services.web.scaling.memory', 80, { minimum: 1, maximum: 100 }],
    ['services.web.env.LOG_LEVEL', 'info', {}],
    ['images.web.tag', '3f2c1ab', { pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$' }],
    ['environment', 'dev', { enum: ['dev'] }],
  ])('of %s is that of the input', (path, value, constraint) => {
    expect(constraintOf({ path: path.split('.'), vector: [value], isOptional: false })).toEqual(constraint);
  });

  it('that an environment breaks itself gives way to a wider one', () => {
    const constraint = (path: string, ...vector: string[]) =>
      constraintOf({ path: path.split('.'), vector, isOptional: false });
    expect(constraint('ingress.webAclArn', 'none', 'arn:aws:wafv2:eu-west-1:1:x')).toEqual({ minLength: 1 });
    expect(constraint('ingress.webAclArn', '')).toEqual({});
  });
});
