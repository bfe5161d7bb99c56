import type { Environment } from '../src/model/environment.ts';

/** What is made once of each environment, however many ask for it, and let go of with it. */
export function perEnvironment<Made extends object>(
  make: (environment: Environment) => Made,
): (environment: Environment) => Made {
  const known = new WeakMap<Environment, Made>();
  return (environment) => {
    const made = known.get(environment) ?? make(environment);
    known.set(environment, made);
    return made;
  };
}
