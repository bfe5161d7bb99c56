/** How much a finding matters: an error keeps `charthouse synth` from writing and CI from passing. */
export type Severity = 'error' | 'warning' | 'info';

/** What a check is about, in the order reports group them. */
export const TOPICS = [
  'schema',
  'references',
  'pods',
  'images',
  'resources',
  'reliability',
  'network',
  'mesh',
  'access',
  'secrets',
  'delivery',
  'exceptions',
] as const;

/** One of the topics. */
export type Topic = (typeof TOPICS)[number];

/** What the exceptions themselves are held to: of these, no severity can be changed and no exception be made. */
export const EXCEPTION_CHECKS = ['exception-current', 'exception-used'] as const;

/** What there is to know about a check, for reports, documentation and the input. */
export interface CheckPage {
  /** The good state, kebab-case: the folder of the check, and its id in every report. */
  readonly name: string;
  readonly topic: Topic;
  /** What it is unless a platform says otherwise. */
  readonly severity: Severity;
  /** One sentence: what holds when it passes. Markdown, one line. */
  readonly summary: string;
  /** Why it matters: what goes wrong at run time otherwise. Markdown. */
  readonly why: string;
  /** How to mend it, in the input where the input decides it. Markdown. */
  readonly fix: string;
  /** Addresses of the rule's sources: documentation, a standard's section, a known incident. */
  readonly sources: readonly string[];
}
