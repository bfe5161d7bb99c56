import { describe, expect, test } from 'vitest';
import { synthesize } from '../src/synth/synthesize.ts';
import { type Part, shop } from './shop-input.ts';

interface Route {
  readonly match?: readonly { readonly headers?: Readonly<Record<string, { readonly exact: string }>> }[];
  readonly route: readonly { readonly destination: { readonly subset: string }; readonly weight?: number }[];
}

/** What runs of `orders`, and where its requests go, when its variants are these. */
function release(variants: Part, versions: Part) {
  const environment = shop({
    platform: { services: { orders: { variants } } },
    production: { images: { orders: { variants: versions } } },
  });
  const objects = [...synthesize(environment)].map(({ object }) => object);
  const running = objects
    .filter(({ kind, metadata }) => kind === 'Deployment' && metadata.name.startsWith('orders'))
    .map(({ spec }) => (spec as Template).template.spec.containers[0]?.image.split('/').at(-1));
  const routes = objects.find(
    ({ kind, metadata }) => kind === 'VirtualService' && metadata.name === 'orders',
  );
  const { http } = (routes as unknown as Routes).spec;
  return { running, requests: [...new Set(http.map(told))] };
}

interface Routes {
  readonly spec: { readonly http: readonly Route[] };
}

interface Template {
  readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
}

/** `all: stable 90, next 10`; routes repeat for each caller with a policy of its own. */
function told({ match = [], route }: Route): string {
  const headers = Object.entries(match[0]?.headers ?? {}).map(([name, { exact }]) => `${name} ${exact}`);
  const shares = route.map(({ destination, weight = 100 }) => `${destination.subset} ${weight}`);
  return `${headers.join(', ') || 'all'}: ${shares.join(', ')}`;
}

const scaling = { min: 2, max: 2 };
const next = { next: { tag: '5be7d13' } };
const BOTH = ['orders:91c4e07', 'orders:5be7d13'];

describe('a release step by step, each a change of the input', () => {
  test('canary: a share of the requests tries the next version', () => {
    expect(release({ next: { weight: 10, scaling } }, next)).toEqual({
      running: BOTH,
      requests: ['all: stable 90, next 10'],
    });
  });

  test('blue-green, before: only those who ask for it see the next version', () => {
    expect(release({ next: { headers: { 'x-preview': 'next' }, scaling } }, next)).toEqual({
      running: BOTH,
      requests: ['x-preview next: next 100', 'all: stable 100'],
    });
  });

  test('blue-green, switched over: the version before stays, to go back to at once', () => {
    expect(release({ next: { weight: 100, scaling } }, next)).toEqual({
      running: BOTH,
      requests: ['all: stable 0, next 100'],
    });
  });
});
