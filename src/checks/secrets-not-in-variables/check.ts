import type { IContainer } from 'kubernetes-models/v1';
import { looksSecret } from '../../secrets/secret-names.ts';
import type { Check } from '../check.ts';

export const secretsNotInVariables: Check = {
  name: 'secrets-not-in-variables',
  topic: 'secrets',
  severity: 'error',
  summary: 'No environment variable named as a secret has its value written out.',
  why: 'Whoever may read the repository or the pod has the value, for ever: Git keeps it, and so do backups and crash reports.',
  fix: 'Refer to the remote secret: `secretFiles: {password: "${secret.payments.password}"}`, or the same in `env`.',
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const name of writtenOut(container)) {
          tell(object, `${field}.env[${name}].value`, 'expected a reference to a Secret, found a value');
        }
      }
    }
  },
};

function writtenOut({ env = [] }: IContainer): readonly string[] {
  return env.filter(({ name, value }) => value && looksSecret(name, value)).map(({ name }) => name);
}
