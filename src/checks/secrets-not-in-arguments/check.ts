import type { IContainer } from 'kubernetes-models/v1';
import { looksSecret } from '../../secrets/secret-names.ts';
import type { Check } from '../check.ts';

export const secretsNotInArguments: Check = {
  name: 'secrets-not-in-arguments',
  topic: 'secrets',
  severity: 'error',
  summary: 'No command line has a password or token written out.',
  why: 'It is in Git, in every listing of the pod, and in the list of processes that other programs of the node can read.',
  fix: 'Let the program read a file (`secretFiles`) or a variable of its own; a shell can pass one on: `sh -c "exec app --password=$PASSWORD"`.',
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const flag of secretFlags(container)) {
          tell(object, `${field}.args`, `expected a reference for ${flag}, found a value`);
        }
      }
    }
  },
};

const FLAG = /^-{1,2}([A-Za-z][\w.-]*)(?:=(.*))?$/s;

/** Flags with a value, behind an equals sign or in the next argument. */
function secretFlags({ command = [], args = [] }: IContainer): readonly string[] {
  const words = [...command, ...args];
  return words.flatMap((word, index) => {
    const [, flag, joined] = FLAG.exec(word) ?? [];
    const next = words[index + 1] ?? '';
    const value = joined ?? (next.startsWith('-') ? '' : next);
    return flag && looksSecret(flag, value) ? [`--${flag}`] : [];
  });
}
