import type { Dependency } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { stat } from '../../forms/panels/stat.ts';
import { text } from '../../forms/panels/text.ts';
import { resourceDashboard, serviceDashboard } from '../../forms/uid.ts';
import { resourceState } from '../resource-state.ts';

/** What it depends on and who depends on it, each with a way to its dashboard, and which resources answer. */
export function dependenciesSection(service: Service, { observability }: Environment): Section {
  const title = 'Depends on';
  if (!observability || service.dependencies.length + service.callers.length === 0)
    return { title, panels: [] };
  return { title, panels: [around(service, observability), ...resourcePanels(service, observability)] };
}

function around({ callers, dependencies }: Service, observability: Observability): Panel {
  const to = (kind: Dependency['to']) =>
    dependencies.filter((edge) => edge.to === kind).map(({ name }) => name);
  const lines = [
    ['Called by', callers.map((caller) => serviceLink(caller.service))],
    ['Calls', to('service').map(serviceLink)],
    ['Uses', to('resource').map((name) => resourceLink(name, observability))],
    ['Reaches', to('external')],
  ] as const;
  const content = lines
    .filter(([, names]) => names.length > 0)
    .map(([words, names]) => `**${words}** ${names.join(' · ')}`);
  return text(
    'Around it',
    'Everything it is connected to, as the platform declares it.',
    content.join('\n\n'),
    12,
    6,
  );
}

function serviceLink(name: string): string {
  return `[${name}](/d/${serviceDashboard(name)})`;
}

function resourceLink(name: string, observability: Observability): string {
  const state = resourceState(name, observability);
  return state ? `[${name}](/d/${resourceDashboard(state.type)}?var-resource=${name})` : name;
}

function resourcePanels({ dependencies }: Service, observability: Observability): readonly Panel[] {
  const names = new Set(dependencies.filter(({ to }) => to === 'resource').map(({ name }) => name));
  const states = [...names].flatMap((name) => resourceState(name, observability) ?? []);
  const up = states.flatMap(({ isUp }) => (isUp ? [isUp] : []));
  const waiting = states.flatMap((state) => (state.waiting ? [state.waiting] : []));
  return [
    ...(up.length > 0 ? [stat({ ...UP, width: waiting.length > 0 ? 6 : 12, series: up })] : []),
    ...(waiting.length > 0 ? [stat({ ...WAITING, width: up.length > 0 ? 6 : 12, series: waiting })] : []),
  ];
}

const UP = {
  title: 'Resources',
  description: 'Whether each resource that it uses answers.',
  unit: 'short',
  height: 6,
  words: { 1: 'up', 0: 'down' },
  noValue: 'unknown',
  steps: [
    [null, 'red'],
    [1, 'green'],
  ],
} as const;

const WAITING = {
  title: 'Messages waiting',
  description: 'Messages in each queue that it uses which nobody has taken yet.',
  unit: 'short',
  height: 6,
} as const;
