import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const dns = selector('coredns');
const ANSWERS = 'coredns_dns_responses_total';
const TOOK = 'coredns_dns_request_duration_seconds_bucket';
const PANICS = 'coredns_panics_total';

/** Names that are not resolved, or slowly. Numbers as in https://github.com/povilasv/coredns-mixin */
export function corednsAlerts(): readonly AlertRule[] {
  return [failing(), slow(), panicking()];
}

function failing(): AlertRule {
  const rate = (...matchers: readonly string[]) => `sum(rate(${dns(ANSWERS, ...matchers)}[5m]))`;
  const sample = (name: string, failed: string, fine: string) =>
    scenario(name, '20m', {
      [dns(ANSWERS, 'pod="coredns-1"', 'rcode="SERVFAIL"')]: failed,
      [dns(ANSWERS, 'pod="coredns-1"', 'rcode="NOERROR"')]: fine,
    });
  return {
    alert: 'CoreDNSErrorsHigh',
    expr: `${rate('rcode="SERVFAIL"')} / (${rate()} > 0) > 0.03`,
    for: '10m',
    severity: 'critical',
    summary: 'The DNS of the cluster fails {{ $value | humanizePercentage }} of all questions',
    description: 'CoreDNS has answered more than 3% of all questions with SERVFAIL for ten minutes.',
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: sample('one in ten fails', '0+6x40', '0+54x40'),
      quiet: [
        sample('one in a hundred fails', '0+6x40', '0+594x40'),
        sample('nobody asks', '6x40', '54x40'),
        sample('it starts again', '60x9 0x40', '540+54x9 0+54x30'),
        WITHOUT_SERIES,
      ],
    },
  };
}

const SLOW_SECONDS = 0.5;

function slow(): AlertRule {
  const bucket = (le: string) => dns(TOOK, 'pod="coredns-1"', `le="${le}"`);
  const sample = (name: string, fast: string, all: string) =>
    scenario(name, '20m', { [bucket('0.256')]: fast, [bucket('1.024')]: all, [bucket('+Inf')]: all });
  return {
    alert: 'CoreDNSLatencyHigh',
    expr: `histogram_quantile(0.99, sum by (le) (rate(${dns(TOOK)}[5m]))) > ${SLOW_SECONDS}`,
    for: '10m',
    severity: 'warning',
    summary: 'The DNS of the cluster is slow',
    description:
      'One in a hundred questions has taken CoreDNS longer than {{ $value | printf "%.1f" }} s for ten minutes.',
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: sample('a tenth takes a second', '0+54x40', '0+60x40'),
      quiet: [
        sample('all are quick', '0+60x40', '0+60x40'),
        sample('nobody asks', '54x40', '60x40'),
        sample('it starts again', '540+54x9 0+60x30', '600+60x9 0+60x30'),
        WITHOUT_SERIES,
      ],
    },
  };
}

function panicking(): AlertRule {
  const example = dns(PANICS, 'pod="coredns-1"');
  return {
    alert: 'CoreDNSPanics',
    expr: `max by (pod) (increase(${dns(PANICS)}[10m])) > 0`,
    for: '0s',
    severity: 'warning',
    summary: '{{ $labels.pod }} had a fault of its own',
    description:
      '{{ $labels.pod }} caught a panic within the last ten minutes: a question it cannot cope with.',
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: scenario('once', '15m', { [example]: '0x10 1x30' }),
      quiet: [
        scenario('never', '15m', { [example]: '0x30' }),
        scenario('it starts again', '15m', { [example]: '1x10 0x30' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'Services do not find each other, their databases and AWS: new connections fail or wait.',
  diagnosis: [
    'Read its log: `kubectl -n kube-system logs -l k8s-app=kube-dns --tail=200`',
    'Names outside alone: the resolver of the VPC, which takes 1,024 packets a second from each network interface.',
    'All names: too few pods, or too little CPU; see its dashboard.',
  ],
  queries: [
    { query: `sum by (rcode) (rate(${dns(ANSWERS)}[5m]))`, tells: 'Answers a second, by how they end.' },
  ],
  mitigation: [
    'More pods share the questions out: the add-on of EKS scales, or raise its replicas.',
    'NodeLocal DNSCache takes most questions off it (`cluster.nodeLocalDns`).',
  ],
};
