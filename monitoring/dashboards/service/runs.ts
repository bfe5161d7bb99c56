import type { Environment } from '../../../src/model/environment.ts';
import { KIND_TRAITS } from '../../../src/model/kind-traits.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { NONE_IS_GOOD, stat } from '../../forms/panels/stat.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';

/** How the runs of what ends by itself ended; nothing for services that keep running. */
export function runsSection({ kind, name }: Service, { namespaces }: Environment): Section {
  const title = 'Runs';
  const { endsByItself, runsOnSchedule } = KIND_TRAITS[kind];
  if (!endsByItself) return { title, panels: [] };
  const namespace = `namespace="${namespaces.services}"`;
  const jobs = `{${namespace},job_name=~"${name}(-.+)?"}`;
  return {
    title,
    panels: [
      ...(runsOnSchedule ? scheduled(`{${namespace},cronjob="${name}"}`) : []),
      stat({
        title: 'Failed runs',
        description: 'Runs that are still kept and did not succeed.',
        unit: 'short',
        width: 6,
        height: 8,
        steps: NONE_IS_GOOD,
        noValue: '0',
        series: [[`sum(kube_job_status_failed${jobs} > bool 0)`, 'failed']],
      }),
      timeSeries({
        title: 'Pods of runs',
        description: 'Pods at work, and those that ended well or badly.',
        unit: 'short',
        width: 12,
        series: [
          [`sum(kube_job_status_active${jobs})`, 'active'],
          [`sum(kube_job_status_succeeded${jobs})`, 'succeeded'],
          [`sum(kube_job_status_failed${jobs})`, 'failed'],
        ],
      }),
    ],
  };
}

function scheduled(cron: string): readonly Panel[] {
  return [
    stat({
      title: 'Since the last success',
      description:
        'How long ago a run ended well. More than its schedule allows means that one was missed or failed.',
      unit: 's',
      width: 6,
      height: 8,
      noValue: 'never',
      series: [[`time() - max(kube_cronjob_status_last_successful_time${cron})`, 'since']],
    }),
  ];
}
