import type { Exception, Finding, InputPlace, ObjectReference } from '../model/finding.ts';
import { type Report, tally } from './report.ts';

/** An object as people name it: `Deployment shop/orders`. */
export function objectName({ kind, namespace, name }: ObjectReference): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** What a finding is about: the object and, where it has one, the field. */
export function subjectOf({ object, field }: Finding): string {
  return field === '' ? objectName(object) : `${objectName(object)} ${field}`;
}

/** A line of the input as editors and terminals open it. */
export function placeName({ file, line, column }: InputPlace): string {
  return `${file}:${line}:${column}`;
}

/** The rendered file a finding is in; undefined when it is about something that was not rendered. */
export function renderedFile({ file }: Finding, { output }: Report): string | undefined {
  return file === '' ? undefined : `${output}/${file}`;
}

/** Why an exception was made, by whom, and for how long. */
export function exceptionText({ name, justification, owner, expires }: Exception): string {
  return `exception ${name}: ${justification} (${owner}, until ${expires})`;
}

/** `2 errors, 1 warning, 1 excepted`, or `nothing found`. */
export function countsText(report: Pick<Report, 'environments'>): string {
  const { error, warning, info, excepted } = tally(report);
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [counted(info, 'info')] : []),
    ...(excepted > 0 ? [`${excepted} excepted`] : []),
  ];
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

/** What was looked at: `60 checks, 412 objects, 3 environments`. */
export function extentText({ checks, environments }: Report): string {
  const objects = environments.reduce((sum, environment) => sum + environment.objects, 0);
  return [
    counted(checks.length, 'check'),
    counted(objects, 'object'),
    counted(environments.length, 'environment'),
  ].join(', ');
}

/** `1 check`, `2 checks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
