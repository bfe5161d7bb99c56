import { expect, test } from 'vitest';
import type { Alerting } from '../../src/model/alerting.ts';
import type { Environment } from '../../src/model/environment.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { amtool, hasAmtool, inFolder } from './amtool.fixture.ts';

if (!hasAmtool) process.stderr.write('routes of alerts are not proven: amtool is not on PATH\n');

const MAINTENANCE = { day: 'Sunday', from: '23:00', to: '02:00', timeZone: 'Europe/Berlin', noticeDays: 3 };
const FULL = observedShop({}, { maintenance: MAINTENANCE });

function told(fields: Partial<Alerting>): Environment {
  const alerting = FULL.observability?.alerting as Alerting;
  return observedShop({ alerting: { ...alerting, ...fields } }, { maintenance: MAINTENANCE });
}

const WAYS = {
  pagerduty: { pagerduty: false },
  slack: { slack: undefined },
  email: { email: undefined },
  deadMansSwitch: { deadMansSwitch: false },
} as const;

type Way = keyof typeof WAYS;

/** Every combination of ways to tell somebody: each bit of a number is one of them. */
const COMBINATIONS = Array.from({ length: 16 }, (_, bits) =>
  (Object.keys(WAYS) as Way[]).filter((_way, index) => (bits >> index) % 2 === 1),
);

/** Who is told of each kind of alert, by the ways there are. */
function receiversWith(ways: readonly Way[]): Readonly<Record<string, readonly string[]>> {
  const team = ways.includes('slack') || ways.includes('email') ? ['team'] : [];
  const paged = [...(ways.includes('pagerduty') ? ['on-call'] : []), ...team];
  return {
    'severity=critical': paged,
    'severity=warning': team,
    'severity=info': [],
    'severity=unheard-of': team,
    'alertname=InfoInhibitor severity=none': [],
    'alertname=Watchdog severity=none': ways.includes('deadMansSwitch') ? ['dead-mans-switch'] : [],
    'alertname=KubePersistentVolumeFillingUp severity=critical': paged,
    'alertname=KubePersistentVolumeFillingUp severity=warning': team,
  };
}

test.runIf(hasAmtool).each(COMBINATIONS.map((ways) => ({ ways })))(
  'amtool finds the receivers of every severity with $ways',
  async ({ ways }) => {
    const missing = Object.entries(WAYS).filter(([way]) => !ways.includes(way as Way));
    const environment = told(Object.assign({}, ...missing.map(([, fields]) => fields)));
    await inFolder(environment, (_, file) => {
      expect(amtool('check-config', file).isFine).toBe(true);
      for (const [labels, names] of Object.entries(receiversWith(ways))) {
        expect(routed(file, labels.split(' '), names)).toBe('');
      }
    });
  },
);

test.runIf(hasAmtool)('alerts of every service go the same ways', async () => {
  await inFolder(FULL, (_, file) => {
    for (const { name } of FULL.services) {
      const labels = ['alertname=ServiceHighErrorRate', 'namespace=shop', `service=${name}`];
      expect(routed(file, [...labels, 'severity=critical'], ['on-call', 'team'])).toBe('');
      expect(routed(file, [...labels, 'severity=warning'], ['team'])).toBe('');
      expect(routed(file, [...labels, 'severity=info'], [])).toBe('');
    }
  });
});

test.runIf(hasAmtool)('a wrong expectation is noticed', async () => {
  await inFolder(FULL, (_, file) => {
    expect(routed(file, ['severity=critical'], ['team'])).toContain('Expected receivers did not match');
  });
});

test.runIf(hasAmtool)('where nobody is told, nobody is, and the file says why', async () => {
  const quiet = told({ nobody: 'A sandbox:\nnobody is on call for it' });
  await inFolder(quiet, async (_, file) => {
    expect(amtool('check-config', file).isFine).toBe(true);
    expect(routed(file, ['severity=critical'], [])).toBe('');
    expect(routed(file, ['alertname=Watchdog'], [])).toBe('');
  });
});

/** Empty where amtool agrees. */
function routed(file: string, labels: readonly string[], receivers: readonly string[]): string {
  const expected = receivers.length > 0 ? receivers.join(',') : 'nobody';
  const answer = amtool(
    ...['config', 'routes', 'test', `--config.file=${file}`, `--verify.receivers=${expected}`, ...labels],
  );
  return answer.isFine ? '' : answer.text;
}
