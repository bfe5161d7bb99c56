import type { Concern } from '../concern.ts';
import { addAlertRules } from './alert-rules.ts';
import { addDrill } from './drill.ts';
import { addDrillNamespace } from './drill-namespace.ts';
import { addSchedule } from './schedule.ts';

/** Backups by Velero, and the proof that they can be restored. */
export const backups: Concern = {
  name: 'backups',
  summary: 'Schedule of Velero; a namespace and a CronJob for drills that restore the newest backup',
  perEnvironment: (scope, environment) => {
    const { backups: wanted } = environment;
    if (!wanted) return;
    addSchedule(scope, environment, wanted);
    addDrillNamespace(scope, environment, wanted.drill);
    addDrill(scope, environment, wanted);
    addAlertRules(scope, environment, wanted.drill);
  },
};
