import { z } from 'zod';
import { owner, sentenceOf } from './checking.ts';
import { EXPECTED, field, mapLike, text } from './field.ts';
import * as scalar from './scalars.ts';

const reason = field(
  'a reason: why the words of the input are not enough here, in at least 20 characters of plain text',
  { type: 'string', minLength: 20, maxLength: 1000 },
  (value) => (typeof value === 'string' ? sentenceOf(value) : undefined),
  () => 'what it is for, for whoever reviews it',
);

const pointer = text('a JSON pointer such as /spec/template/spec/hostname', /^(\/([^/~]|~[01])*)+$/, 1000);

const operation = z
  .strictObject({
    op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']).describe('What is done'),
    path: pointer.describe('Where: a JSON pointer, items of lists by number, `-` behind the last'),
    from: pointer.optional().describe('What `move` and `copy` take'),
    value: z.unknown().optional().describe('What `add`, `replace` and `test` put or expect there'),
  })
  .superRefine(({ op, from, value }, context) => {
    const wants = op === 'move' || op === 'copy' ? 'from' : 'value';
    const has = { from: from !== undefined, value: value !== undefined };
    if (op !== 'remove' && !has[wants]) addMissing(context, wants, op);
    for (const key of ['from', 'value'] as const) {
      if (has[key] && (op === 'remove' || key !== wants)) {
        context.addIssue({ code: 'custom', path: [key], message: `\`${op}\` takes no \`${key}\`` });
      }
    }
  });

function addMissing(context: z.RefinementCtx, key: string, op: string): void {
  context.addIssue({ code: 'custom', path: [key], message: `${EXPECTED}\`${key}\`, which \`${op}\` needs` });
}

const operations = z.array(operation).min(1);
const fields = z.record(z.string(), z.unknown(), {
  error: `${EXPECTED}the fields to merge into the object, or a list of operations of JSON Patch`,
});

/** What is wrong in one of two forms is told of the form that it has. */
const change = z
  .unknown()
  .transform((value, context): z.output<typeof operations> | z.output<typeof fields> => {
    const result = (Array.isArray(value) ? operations : fields).safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.addIssue(asOwn(issue));
    return z.NEVER;
  })
  .meta({
    description:
      'Fields that are merged into the object, items of lists by name, as Kubernetes merges; or a list of operations (RFC 6902)',
    anyOf: [{ type: 'object' }, { type: 'array', minItems: 1 }],
  });

function asOwn(issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  if (issue.code !== 'unrecognized_keys') return { ...issue } as z.core.$ZodRawIssue;
  const message = `unknown key \`${issue.keys[0]}\`: an operation has op, path, from and value`;
  return { code: 'custom', path: issue.path, message, input: issue.input };
}

/** A change of one rendered object that no word of the input can make. */
export const patch = z.strictObject({
  target: z
    .strictObject(
      {
        kind: text('a kind such as Deployment', /^[A-Z][A-Za-z0-9]*$/, 63).describe('Kind of the object'),
        name: text('the name of an object', /^[A-Za-z0-9]([A-Za-z0-9.:_-]*[A-Za-z0-9])?$/).describe(
          'Name of the object, exactly',
        ),
        namespace: scalar.namespace
          .optional()
          .describe('Namespace of the object; needed where two of that kind and name exist'),
      },
      mapLike('kind: Deployment, name: web'),
    )
    .describe('The object that is changed'),
  patch: change,
  reason,
  owner: owner.optional().describe('Who answers for it'),
});

/** A patch, validated. */
export type PatchInput = z.output<typeof patch>;
