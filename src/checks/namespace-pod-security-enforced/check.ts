import type { Check } from '../check.ts';

const LABEL = 'pod-security.kubernetes.io/enforce';

export const namespacePodSecurityEnforced: Check = {
  name: 'namespace-pod-security-enforced',
  topic: 'pods',
  severity: 'error',
  summary: 'Every namespace enforces the baseline or the restricted pod security standard.',
  why: 'Without the label the namespace admits privileged pods, whoever creates them and whatever the reviewed manifests say.',
  fix: `Label the namespace \`${LABEL}: restricted\`. Charts do so; the agents of \`observability\` on nodes need an exception.`,
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  examine: ({ ofKind }, tell) => {
    for (const namespace of ofKind('Namespace', '')) {
      const found = namespace.metadata.labels?.[LABEL];
      if (found === 'restricted' || found === 'baseline') continue;
      tell(
        namespace,
        `metadata.labels[${LABEL}]`,
        `expected restricted or baseline, found ${found ?? 'nothing'}`,
      );
    }
  },
};
