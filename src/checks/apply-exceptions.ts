import type { CheckPage } from '../model/check.ts';
import type { Exception, Finding } from '../model/finding.ts';
import type { FiledObject, ManifestObject } from '../model/manifest.ts';
import {
  describeAmbiguous,
  describeExpired,
  describeRedundant,
  describeUnused,
  type Fault,
} from './exceptions/describe.ts';
import { exceptionCurrent, exceptionUsed } from './exceptions/pages.ts';
import { isTarget, namesakesOf } from './exceptions/targets.ts';

/** One environment, its exceptions and the day they are held against, `2026-11-21`. */
export interface ExceptionSubject {
  readonly exceptions: readonly Exception[];
  readonly today: string;
  readonly platform: string;
  readonly environment: string;
  readonly manifests: readonly FiledObject[];
}

/**
 * The findings, those that an exception permits with that exception; then what is wrong with the exceptions: those
 * that have expired, and those that permit nothing. An exception holds on its last day too.
 */
export function applyExceptions(findings: readonly Finding[], subject: ExceptionSubject): readonly Finding[] {
  const { exceptions, manifests, today } = subject;
  if (exceptions.length === 0) return findings;
  const namesakes = namesakesOf(exceptions, manifests);
  const targets = exceptions.map((exception) => {
    const objects = namesakes.get(exception.object) ?? [];
    return { exception, objects, namespaces: namespacesOf(exception, objects) };
  });
  const { judged, holders } = judge(findings, targets, today);
  const faults = targets.map((target) => faultOf(target, { judged, holders, today }));
  const found = faults.flatMap((fault, at) =>
    fault ? [toFinding(fault, exceptions[at] as Exception, subject)] : [],
  );
  return [...judged, ...found];
}

interface Target {
  readonly exception: Exception;
  /** Objects of its name. */
  readonly objects: readonly ManifestObject[];
  /** Where the objects of its kind and name are: more than one means that nobody knows which is meant. */
  readonly namespaces: readonly string[];
}

function namespacesOf(exception: Exception, objects: Target['objects']): readonly string[] {
  const targets = objects.filter(({ kind, metadata }) => isTarget(exception, { kind, ...metadata }));
  return [...new Set(targets.map(({ metadata }) => metadata.namespace ?? ''))];
}

interface Judgement {
  readonly judged: readonly Finding[];
  /** Of each exception that is about any finding, the one that permits it: itself, another, or none. */
  readonly holders: ReadonlyMap<Exception, Exception | undefined>;
}

function judge(findings: readonly Finding[], targets: readonly Target[], today: string): Judgement {
  const byTarget = new Map<string, Exception[]>();
  for (const { exception, namespaces } of targets) {
    const key = keyOf(exception.check, exception.kind, exception.object);
    if (namespaces.length === 1) byTarget.set(key, [...(byTarget.get(key) ?? []), exception]);
  }
  const holders = new Map<Exception, Exception | undefined>();
  const judged = findings.map((finding) => {
    const { check, object } = finding;
    const candidates = byTarget.get(keyOf(check, object.kind, object.name)) ?? [];
    const own = candidates.filter((exception) => isTarget(exception, object));
    const holder = own.find(({ expires }) => expires >= today);
    for (const exception of own) holders.set(exception, holder);
    return holder ? { ...finding, exception: holder } : finding;
  });
  return { judged, holders };
}

function keyOf(check: string, kind: string, name: string): string {
  return `${check}\n${kind}\n${name}`;
}

interface ToldFault {
  readonly page: CheckPage;
  readonly fault: Fault;
}

function faultOf(
  { exception, objects, namespaces }: Target,
  { judged, holders, today }: Judgement & Pick<ExceptionSubject, 'today'>,
): ToldFault | undefined {
  if (namespaces.length > 1) return { page: exceptionUsed, fault: describeAmbiguous(exception, namespaces) };
  const holder = holders.get(exception);
  if (exception.expires < today) {
    const fault = describeExpired(exception, holders.has(exception), holder);
    return { page: exceptionCurrent, fault };
  }
  if (holder === exception) return undefined;
  const fault = holder ? describeRedundant(exception, holder) : describeUnused(exception, objects, judged);
  return { page: exceptionUsed, fault };
}

/** The exception itself is the object: what it is about need not exist, and nothing of it is rendered in a file. */
function toFinding({ page, fault }: ToldFault, exception: Exception, subject: ExceptionSubject): Finding {
  const { platform, environment } = subject;
  const { name: check, topic, severity } = page;
  const object = {
    apiVersion: 'charthouse.dev/v1',
    kind: 'Exception',
    namespace: undefined,
    name: exception.name,
  };
  const unknown = { exception: undefined, place: undefined };
  return { check, topic, severity, platform, environment, file: '', object, ...fault, ...unknown };
}
