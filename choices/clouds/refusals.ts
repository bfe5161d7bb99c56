import type { Refusal } from '../refusal.ts';

const TITLES = { aws: 'AWS', gcp: 'Google Cloud', azure: 'Azure' } as const;

type Identifying = keyof typeof TITLES;

const IDENTITIES = {
  aws: { key: 'roleArn', what: 'an IAM role', example: 'arn:aws:iam::123456789012:role/NAME' },
  gcp: {
    key: 'googleServiceAccount',
    what: 'an IAM service account',
    example: 'NAME@PROJECT.iam.gserviceaccount.com',
  },
  azure: { key: 'azureClientId', what: 'a managed identity', example: 'the client id of the identity' },
} as const;

/** Ways for a service to be somebody in a cloud, which clusters elsewhere have not. */
export function identitiesRefused(own: Identifying | undefined): readonly Refusal[] {
  const others = (Object.keys(IDENTITIES) as Identifying[]).filter((cloud) => cloud !== own);
  const instead = own
    ? `write ${IDENTITIES[own].key}: ${IDENTITIES[own].example}`
    : 'remove it, and give the service an account in `secretFiles`';
  return others.map((cloud) => ({
    at: `services.*.${IDENTITIES[cloud].key}`,
    because: `${IDENTITIES[cloud].what} is of ${TITLES[cloud]}, and the cluster is ${placeOf(own)}`,
    instead,
  }));
}

/** What is of AWS and nothing else: numbers of CloudWatch, load balancers, roles of add-ons. */
export function amazonRefused(own: 'gcp' | 'azure' | undefined): readonly Refusal[] {
  const here = `and the cluster is ${placeOf(own)}`;
  const unwatched =
    'remove it, and read what the cloud measures with an exporter of its own among `services`';
  const balancer = {
    because: `it makes load balancers of AWS, ${here}`,
    instead: 'remove it, and choose another way in',
  };
  return [
    {
      at: 'observability.cloud',
      because: `it reads CloudWatch, which is of AWS, ${here}`,
      instead: unwatched,
    },
    {
      at: 'observability.parts.cloud',
      asks: (isOn) => isOn === true,
      because: `it reads CloudWatch, which is of AWS, ${here}`,
      instead: unwatched,
    },
    {
      at: 'delivery.addOns.*.roleArn',
      because: `an IAM role is of AWS, ${here}`,
      instead: 'write what the add-on signs in with as `values` of its chart',
    },
    { at: 'delivery.addOns.aws-load-balancer-controller', ...balancer },
    { at: 'ingress.alb', ...balancer },
    { at: 'ingress.albToMesh', ...balancer },
  ];
}

function placeOf(own: Identifying | undefined): string {
  return own ? `in ${TITLES[own]}` : 'in no cloud';
}
