/** A `kubectl` command line, taken apart. */
export interface KubectlCommand {
  /** `get`, `rollout restart`, `argo rollouts promote`. */
  readonly verb: string;
  readonly args: readonly string[];
  readonly namespace: string | undefined;
  readonly isInAllNamespaces: boolean;
  /** Other options, as written: `-l`, `--from=cronjob/backup-drill`. */
  readonly options: readonly string[];
}

/** Verbs of several words. */
const LONG_VERBS: Readonly<Record<string, number>> = { argo: 3, auth: 2, rollout: 2 };

/** Options that take the next word for their value where it is not behind `=`. */
const WITH_VALUE = [
  ...['-c', '-f', '-l', '-n', '-o', '-p', '--container', '--field-manager', '--field-selector', '--from'],
  ...['--image', '--namespace', '--output', '--replicas', '--selector', '--since', '--sort-by', '--tail'],
  ...['--timeout', '--type'],
];

const SPACED_OPTION = new RegExp(`(?<=\\s)(${WITH_VALUE.join('|')})\\s+`, 'g');

/** A placeholder such as `<node agents>` is one word, too. */
const WORD = /(?:<[^>]*>|[^\s"'<]+|"[^"]*"|'[^']*')+/g;

/** Takes a command line apart. What stands behind `--` or a pipe is another program's. */
export function parseKubectl(line: string): KubectlCommand {
  const own = line.split(/ -- | \| | && /)[0] ?? '';
  const words = own.replace(SPACED_OPTION, '$1=').match(WORD)?.slice(1) ?? [];
  const options = words.filter((word) => word.startsWith('-'));
  const plain = words.filter((word) => !word.startsWith('-'));
  const length = LONG_VERBS[plain[0] ?? ''] ?? 1;
  return {
    verb: plain.slice(0, length).join(' '),
    args: plain.slice(length),
    namespace: options.map((option) => /^(?:-n|--namespace)=(.+)$/.exec(option)?.[1]).find((name) => name),
    isInAllNamespaces: options.includes('-A') || options.includes('--all-namespaces'),
    options,
  };
}
