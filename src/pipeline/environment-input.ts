import { type Description, descriptionOf, documentsOf, withOtherValues } from '../config/description.ts';
import { readDescribed } from '../config/load.ts';
import { ConfigError } from '../config/problem.ts';
import type { Environment } from '../model/environment.ts';
import type { EnvironmentInput, OtherValue, Otherwise } from '../outputs/output.ts';
import { synthesize } from '../synth/synthesize.ts';

/** What an environment was read from, for outputs that ask what it decides; undefined for one that was not read. */
export function environmentInput(environment: Environment): EnvironmentInput | undefined {
  const description = descriptionOf(environment);
  if (!description) return undefined;
  let documents: ReturnType<typeof documentsOf> | undefined;
  const read = () => {
    documents ??= documentsOf(description);
    return documents;
  };
  return {
    get written() {
      return read().written;
    },
    get settled() {
      return read().settled;
    },
    otherwise: (others) => otherwise(description, others),
  };
}

function otherwise(description: Description, others: readonly OtherValue[]): Otherwise | undefined {
  if (others.length === 0) return undefined;
  const other = withOtherValues(description, others);
  try {
    const environment = readDescribed(other);
    return { environment, manifests: [...synthesize(environment)], settled: documentsOf(other).settled };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const left = withoutFaults(
      others,
      error.problems.map(({ path }) => path.split('.')),
    );
    return left.length < others.length ? otherwise(description, left) : undefined;
  }
}

/** Without what is beside a fault, else without what is of the same name: `services.web`. */
function withoutFaults(
  others: readonly OtherValue[],
  faults: readonly (readonly string[])[],
): readonly OtherValue[] {
  const without = (roots: readonly (readonly string[])[]) =>
    others.filter(({ path }) => !roots.some((root) => root.every((step, index) => path[index] === step)));
  const left = without(faults.map((fault) => fault.slice(0, -1)));
  return left.length < others.length ? left : without(faults.map((fault) => fault.slice(0, 2)));
}
