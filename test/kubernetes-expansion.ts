/**
 * A text as a container gets it from `env`, `command`, `args` or a probe, after Kubernetes' own
 * third_party/forked/golang/expansion/expand.go: `$$` is a dollar, `$(NAME)` a variable that is known.
 */
export function expanded(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    return Object.hasOwn(variables, name) ? (variables[name] as string) : whole;
  });
}
