import type { IContainer } from 'kubernetes-models/v1';
import type { Check } from '../check.ts';

export const secretsReadFromFiles: Check = {
  name: 'secrets-read-from-files',
  topic: 'secrets',
  severity: 'info',
  summary: 'Containers read secrets from files, not from environment variables.',
  why: 'Variables are inherited by every child process and end up in crash reports; they keep the old value when the secret is rotated.',
  fix: 'Move it from `env` to `secretFiles`; the program reads `/etc/secrets/NAME`.',
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        for (const place of secretVariables(container)) {
          tell(object, `${field}.${place}`, 'expected a mounted file, found a variable');
        }
      }
    }
  },
};

function secretVariables({ env = [], envFrom = [] }: IContainer): readonly string[] {
  return [
    ...env.filter(({ valueFrom }) => valueFrom?.secretKeyRef).map(({ name }) => `env[${name}]`),
    ...envFrom.flatMap(({ secretRef }, index) => (secretRef ? [`envFrom[${index}]`] : [])),
  ];
}
