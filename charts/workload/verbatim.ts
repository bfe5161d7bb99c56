/**
 * A text that a container is to get as it is. In variables, commands, arguments and probes Kubernetes takes `$(NAME)` for
 * another variable and `$$` for a dollar; in a ConfigMap it does not:
 * https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function verbatim(text: string): string {
  return text.replaceAll('$', '$$$$');
}
