import type { Check } from '../check.ts';

export const secureShellUnused: Check = {
  name: 'secure-shell-unused',
  topic: 'pods',
  severity: 'warning',
  summary: 'No container declares port 22.',
  why: 'A shell daemon in a container is a second way in, with keys that nobody rotates and logins that no audit log shows.',
  fix: 'Remove the port and the daemon; `kubectl debug` gives a shell that RBAC and the audit log cover.',
  sources: ['https://docs.kubelinter.io/#/generated/checks?id=ssh-port'],
  examine: ({ workloads }, tell) => {
    for (const { object, containers } of workloads) {
      for (const { container, field } of containers) {
        const shell = container.ports?.find(({ containerPort }) => containerPort === 22);
        if (shell) tell(object, `${field}.ports[${shell.name ?? 22}]`, 'expected another port, found 22');
      }
    }
  },
};
