import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { type Place, selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const rollouts = selector('argo-rollouts');
const ROLLOUT = 'rollout_info';
const ANALYSIS = 'analysis_run_info';

/** Releases that were taken back, and those that wait for somebody to decide. */
export function argoRolloutsAlerts(place: Place): readonly AlertRule[] {
  return [aborted(place), inconclusive(place)];
}

const COMMON = { severity: 'warning', dashboard: ADD_ONS } as const;
const BY = 'max by (namespace, name)';

function aborted({ owned, one }: Place): AlertRule {
  const example = rollouts(ROLLOUT, one, 'name="api"', 'phase="Degraded"');
  return {
    ...COMMON,
    alert: 'ReleaseAborted',
    expr: `${BY} (${rollouts(ROLLOUT, owned, 'phase=~"Degraded|Error|InvalidSpec|Timeout"')}) == 1`,
    for: '2m',
    summary: 'The release of {{ $labels.name }} was aborted',
    description:
      'The release of {{ $labels.namespace }}/{{ $labels.name }} went wrong, and requests go to the version before it. It stays so until another one is released.',
    runbook: RUNBOOK,
    test: {
      fires: scenario('its analysis fails', '15m', { [example]: '_x5 1x20' }),
      quiet: [
        scenario('it is healthy', '15m', {
          [rollouts(ROLLOUT, one, 'name="api"', 'phase="Healthy"')]: '1x20',
        }),
        scenario('it is degraded for a moment', '15m', { [example]: '_x5 1 stale' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

/** An AnalysisRun is called after its Rollout, the version, the revision and the step. */
const RUN = '(.+?)-[0-9a-z]+-[0-9]+(?:-(?:[0-9]+|pre|post))?';

function inconclusive({ owned, one }: Place): AlertRule {
  const runs = `label_replace(${rollouts(ANALYSIS, owned, 'phase="Inconclusive"')}, "name", "$1", "name", "${RUN}")`;
  const sample = (name: string, phase: string, run: string) =>
    scenario(name, '30m', {
      [rollouts(ROLLOUT, one, 'name="api"', `phase="${phase}"`)]: '1x40',
      [rollouts(ANALYSIS, one, `name="${run}"`, 'phase="Inconclusive"')]: '1x40',
    });
  return {
    ...COMMON,
    alert: 'ReleaseInconclusive',
    expr: `${BY} (${rollouts(ROLLOUT, owned, 'phase="Paused"')}) == 1\nand on (namespace, name)\n${BY} (${runs}) == 1`,
    for: '10m',
    summary: 'The release of {{ $labels.name }} could not be judged',
    description:
      'The analysis of {{ $labels.namespace }}/{{ $labels.name }} came to no result, mostly for want of requests; its release waits for a person.',
    runbook: RUNBOOK,
    test: {
      fires: sample('there were no requests at night', 'Paused', 'api-5d9c7b8f6d-12-3'),
      quiet: [
        sample('it went on since', 'Healthy', 'api-5d9c7b8f6d-12-3'),
        sample('it was another one', 'Paused', 'web-5d9c7b8f6d-12-3'),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact: 'Users have the version before, or a share of them the new one. Nothing gets worse by waiting.',
  diagnosis: [
    'Read why: `kubectl -n <namespace> describe rollout <name>`, and the newest `kubectl -n <namespace> get analysisruns`.',
    'Failed by requests that fail or are slow: compare both versions on the dashboard of the service.',
    'Inconclusive: fewer requests came than the analysis needs (`release.analysis.minimumRequests`).',
  ],
  queries: [
    {
      query: `${rollouts(ROLLOUT, 'phase!="Healthy"')} == 1`,
      tells: 'Releases that are under way, wait, or went wrong.',
    },
    {
      query: `count by (namespace, phase) (${rollouts(ANALYSIS)})`,
      tells: 'How analyses ended, of those that are kept.',
    },
  ],
  mitigation: [
    'Aborted: release a version that is mended, or set the image in Git back to the one that runs.',
    'Inconclusive: look at the new version, then promote or abort it; or wait for requests and release again.',
  ],
};
