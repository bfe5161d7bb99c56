import { describe, expect, test } from 'vitest';
import { planPromotion } from './plan-promotion.ts';
import { planReturn, planRollback, type Revision } from './plan-rollback.ts';
import type { StatedImages } from './read-versions.ts';
import { unproven } from './unproven.ts';

/** `api=a1 web=b1 cart`: an image without a version has no equals sign. */
function stated(text: string): StatedImages {
  const parts = text.split(' ').map((part) => part.split('=') as [string, string | undefined]);
  const versions = parts.filter((part): part is [string, string] => part[1] !== undefined);
  return { names: parts.map(([name]) => name).sort(), versions: new Map(versions) };
}

/** States from the newest to the oldest. */
function historyOf(...states: readonly string[]): readonly Revision[] {
  return states.map((state, index) => ({
    commit: `commit-${index}`,
    date: '2026-03-01',
    versions: stated(state).versions,
  }));
}

describe('a promotion', () => {
  const staging = stated('api=a2 api/canary=c2 cart=d1 mail search=s1');
  const production = stated('api=a1 cart=d1 mail=m1 old=o1');

  test('takes what both have, and tells the rest', () => {
    const plan = planPromotion(staging, production, []);
    expect([...plan.wanted]).toEqual([
      ['api', 'a2'],
      ['cart', 'd1'],
    ]);
    expect(plan.onlyFrom).toEqual(['api/canary', 'search']);
    expect(plan.onlyTo).toEqual(['old']);
    expect(plan.withoutVersion).toEqual(['mail']);
  });

  test('takes what is named, with its variants', () => {
    const plan = planPromotion(staging, stated('api=a1 api/canary=c1 cart=d0'), ['api']);
    expect([...plan.wanted.keys()]).toEqual(['api', 'api/canary']);
    expect(plan.onlyFrom).toEqual([]);
  });
});

describe('a rollback', () => {
  const now = stated('api=a3 cart=c2 web=w2 web/next=n1');
  const history = historyOf(
    'api=a3 cart=c2 web=w2 web/next=n1',
    'api=a3 cart=c2 web=w2',
    'api=a2 cart=c1 web=w2',
    'api=a1 cart=c1 web=w1',
  );

  test.each([
    ['what changed last, all of it', [], { api: 'a2', cart: 'c1' }, []],
    ['one service', ['api'], { api: 'a2' }, []],
    ['services that changed at different times', ['cart', 'web'], { cart: 'c1', web: 'w1' }, []],
    ['a service that never had another version', ['web/next', 'api'], { api: 'a2' }, ['web/next']],
  ])('brings back %s', (_, selected, wanted, withoutEarlier) => {
    const plan = planRollback(now, history, selected);
    expect(Object.fromEntries(plan.wanted)).toEqual(wanted);
    expect(plan.withoutEarlier).toEqual(withoutEarlier);
  });

  test('begins with what is committed when the file has an edit that is not', () => {
    const plan = planRollback(stated('api=a4 cart=c2 web=w2'), history, []);
    expect(Object.fromEntries(plan.wanted)).toEqual({ api: 'a3' });
    expect(plan.sources.get('api')?.commit).toBe('commit-0');
  });

  test('to a commit takes what existed there and still does', () => {
    const [then] = historyOf('api=a1 old=o1');
    const plan = planReturn(now, then as Revision, []);
    expect(Object.fromEntries(plan.wanted)).toEqual({ api: 'a1' });
    expect(planReturn(now, then as Revision, ['web']).withoutEarlier).toEqual(['web']);
  });
});

test('a version is proven by any committed state of the same image, and by no other', () => {
  const history = historyOf('api=a3 cart=c2', 'api=a2 cart=c2');
  expect(unproven(stated('api=a2 cart=c2').versions, history)).toEqual([]);
  expect(unproven(stated('api=c2 cart=c9').versions, history)).toEqual(['api', 'cart']);
});
