import { celEnvironment } from './cel-library.ts';
import { celValue } from './cel-value.ts';
import type { JsonSchema } from './json-schema.ts';
import type { RuleTest, Shape } from './shape.ts';

/** A rule as a definition has it. */
interface Rule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

type Evaluate = (context: Record<string, unknown>) => unknown;

let environment: ReturnType<typeof celEnvironment> | undefined;

/**
 * The rules that a schema has in the Common Expression Language, `x-kubernetes-validations`. Rules about changes
 * (`oldSelf`) say nothing of an object alone. A rule that cannot be evaluated here holds: only the API server can tell.
 */
export function ruleTests(shape: Shape, schema: JsonSchema): readonly RuleTest[] {
  const rules = schema['x-kubernetes-validations'];
  if (!Array.isArray(rules)) return [];
  return (rules as readonly Rule[])
    .filter(({ rule }) => !/\boldSelf\b/.test(rule))
    .flatMap((rule) => {
      const evaluate = evaluator(rule.rule);
      return evaluate ? [ruleTest(shape, rule, evaluate)] : [];
    });
}

/** A rule ready to be evaluated; undefined for one that cannot be. */
export function evaluator(rule: string): Evaluate | undefined {
  environment ??= celEnvironment();
  try {
    const parsed = environment.parse(rule);
    return parsed.check().valid ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function ruleTest(shape: Shape, { rule, message, messageExpression }: Rule, evaluate: Evaluate): RuleTest {
  return {
    passes: (value) => outcome(evaluate, shape, value) !== false,
    message: (value) => {
      const own = messageExpression === undefined ? undefined : evaluator(messageExpression);
      const told = own && outcome(own, shape, value);
      return typeof told === 'string' ? told : (message ?? rule);
    },
  };
}

function outcome(evaluate: Evaluate, shape: Shape, value: unknown): unknown {
  try {
    return evaluate({ self: celValue(shape, value) });
  } catch {
    return undefined;
  }
}
