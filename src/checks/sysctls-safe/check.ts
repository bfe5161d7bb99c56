import type { Check } from '../check.ts';

/** What the baseline standard allows: settings that exist once per pod and harm no other. */
const SAFE: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

export const sysctlsSafe: Check = {
  name: 'sysctls-safe',
  topic: 'pods',
  severity: 'error',
  summary: 'Pods set only the sysctls that Kubernetes calls safe.',
  why: 'A kubelet that does not allow an unsafe sysctl fails the pod with `SysctlForbidden`; one that does lets a pod slow down its neighbours.',
  fix: 'Remove the sysctl from `securityContext.sysctls`, or set it on the nodes.',
  sources: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/'],
  examine: ({ workloads }, tell) => {
    for (const { object, pod, podField } of workloads) {
      for (const { name } of pod.securityContext?.sysctls ?? []) {
        if (SAFE.has(name)) continue;
        tell(object, `${podField}.securityContext.sysctls[${name}]`, `expected a safe sysctl, found ${name}`);
      }
    }
  },
};
