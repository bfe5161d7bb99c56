import type { IIPBlock, INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { includesPort } from '../inventory/isolation.ts';
import { namespaceOf, specOf } from '../inventory/spec.ts';
import type { Workload } from '../inventory/workload.ts';

export const metadataAddressBlocked: Check = {
  name: 'metadata-address-blocked',
  topic: 'network',
  severity: 'warning',
  summary:
    'No address range that pods may call includes the cloud’s metadata service, 169.254.169.254, but for pods with a Google service account.',
  why: 'A pod that can be made to fetch a URL hands out the credentials of its node.',
  fix: 'Except `169.254.0.0/16` from the range. In the input, name hosts as `externals` or resources; Charthouse excepts all private ranges.',
  sources: ['https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html'],
  examine: ({ ofKind, selected }, tell) => {
    const bound = boundAccounts(ofKind('ServiceAccount', ''));
    for (const policy of ofKind('NetworkPolicy', 'networking.k8s.io')) {
      const { egress, podSelector = {} } = specOf<INetworkPolicySpec>(policy);
      const namespace = namespaceOf(policy);
      const isBound = () => areBound(selected(namespace, podSelector), bound);
      egress?.forEach(({ to = [], ports }, rule) => {
        // The service answers plain HTTP only.
        const isOther = !includesPort(ports, 80, 'TCP');
        if (isOther || (isOneAddress(to) && isBound())) return;
        // A rule for every port of everybody is told by another check.
        if (to.length === 0 && ports?.length)
          tell(
            policy,
            `spec.egress[${rule}]`,
            'expected addresses without 169.254.169.254, found everywhere',
          );
        to.forEach(({ ipBlock }, index) => {
          if (!ipBlock || !reaches(ipBlock)) return;
          const field = `spec.egress[${rule}].to[${index}].ipBlock`;
          tell(policy, field, `expected a range without 169.254.169.254, found ${ipBlock.cidr}`);
        });
      });
    }
  },
};

/**
 * Accounts that stand for one of Google, as `namespace/name`: on GKE the metadata server at this address gives their pods
 * tokens of that account and no other, which they cannot do without.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
 */
function boundAccounts(accounts: readonly ManifestObject[]): ReadonlySet<string> {
  return new Set(
    accounts
      .filter(({ metadata }) => metadata.annotations?.['iam.gke.io/gcp-service-account'])
      .map((account) => `${namespaceOf(account)}/${account.metadata.name}`),
  );
}

function areBound(workloads: readonly Workload[], bound: ReadonlySet<string>): boolean {
  return (
    workloads.length > 0 &&
    workloads.every(({ namespace, pod }) => bound.has(`${namespace}/${pod.serviceAccountName}`))
  );
}

function isOneAddress(to: readonly { readonly ipBlock?: IIPBlock | undefined }[]): boolean {
  return to.length === 1 && to[0]?.ipBlock?.cidr === '169.254.169.254/32';
}

function reaches({ cidr, except = [] }: IIPBlock): boolean {
  return includesMetadata(cidr) && !except.some(includesMetadata);
}

function includesMetadata(cidr: string): boolean {
  const [address = '', length = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf('169.254.169.254') / size);
}

/** An IPv4 address as a number; NaN, which equals nothing, for others. */
function numberOf(address: string): number {
  const parts = address.split('.');
  return parts.length === 4 ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : Number.NaN;
}
