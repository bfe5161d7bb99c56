import { PROMETHEUS } from '../forms/data-sources.ts';
import type { GrafanaDashboard, PlacedPanel } from '../forms/panels/panel.ts';
import { place, type Section } from '../forms/panels/place.ts';
import type { Dashboard } from './dashboard.ts';

/** What a dashboard shows, before it is laid out and written. */
export interface DashboardPlan {
  readonly uid: string;
  readonly title: string;
  readonly folder: Folder;
  /** Whom it serves, in one sentence. */
  readonly description: string;
  readonly sections: readonly Section[];
  /** What somebody picks at its head. */
  readonly variables?: readonly Variable[];
  /** Where its head leads to. */
  readonly links?: readonly Link[];
  /** Moments that all its curves are marked at. */
  readonly marks?: readonly Mark[];
}

/** Folders of Grafana, each with a provider of its own. */
export const FOLDERS = ['Infrastructure', 'Platform', 'Resources', 'Services'] as const;

/** One of the folders. */
export type Folder = (typeof FOLDERS)[number];

/** Values of a label that can be picked, all of them at first; used as `$name` with `=~`. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  /** Metric that carries the label. */
  readonly metric: string;
  readonly valuesOf: string;
}

/** A link at the head of a dashboard. */
export interface Link {
  readonly title: string;
  readonly tooltip: string;
  readonly url: string;
}

/** A query that has a series at the moment in question, and what is said there. */
export interface Mark {
  readonly name: string;
  readonly expr: string;
  readonly text: string;
}

/** The dashboard as it is provisioned: nobody can change it, and it says nothing of the environment it is in. */
export function writeDashboard(plan: DashboardPlan): Dashboard {
  const { uid, title, folder, description, sections, variables = [], links = [], marks = [] } = plan;
  const model: Omit<GrafanaDashboard, 'panels'> = {
    uid,
    title,
    description,
    tags: ['charthouse', folder.toLowerCase()],
    schemaVersion: SCHEMA_VERSION,
    editable: false,
    graphTooltip: SHARED_CROSSHAIR,
    time: { from: 'now-3h', to: 'now' },
    refresh: '1m',
    links: links.map(linkOf),
    templating: { list: variables.map(variableOf) },
    annotations: { list: marks.map(annotationOf) },
  };
  return { uid, title, folder, json: jsonOf(model, place(sections)) };
}

/** JSON without spaces, yet a line for each panel, so that a difference says which of them changed. */
function jsonOf(model: object, panels: readonly PlacedPanel[]): string {
  const head = JSON.stringify(model).slice(0, -1);
  return `${head},"panels":[\n${panels.map((panel) => JSON.stringify(panel)).join(',\n')}\n]}\n`;
}

/** The newest that the SDK knows; Grafana brings older ones up to date when it loads them. */
export const SCHEMA_VERSION = 42;
const SHARED_CROSSHAIR = 1;
const EVERY_TIME_RANGE = 2;
const BY_ALPHABET = 1;

function linkOf({ title, tooltip, url }: Link) {
  return {
    title,
    tooltip,
    url,
    type: 'link',
    icon: 'external link',
    tags: [],
    asDropdown: false,
    targetBlank: true,
    includeVars: false,
    keepTime: false,
  } as const;
}

function variableOf({ name, label, metric, valuesOf }: Variable) {
  const query = `label_values(${metric}, ${valuesOf})`;
  return {
    type: 'query',
    name,
    label,
    datasource: PROMETHEUS,
    query,
    definition: query,
    refresh: EVERY_TIME_RANGE,
    sort: BY_ALPHABET,
    multi: true,
    includeAll: true,
    allValue: '.+',
    current: { text: 'All', value: '$__all' },
  } as const;
}

function annotationOf({ name, expr, text }: Mark) {
  return {
    name,
    datasource: PROMETHEUS,
    enable: true,
    iconColor: 'blue',
    expr,
    step: '60s',
    titleFormat: name,
    textFormat: text,
  };
}
