import { EXCEPTION_CHECKS } from '../../model/check.ts';
import type { Checking } from '../../model/environment.ts';
import type { Exception } from '../../model/finding.ts';
import { nearest } from '../../words/nearest.ts';
import { daysAfter } from '../calendar.ts';
import type { ExceptionInput } from '../schema/checking.ts';
import type { Path } from '../source.ts';
import { programRepositories } from './observability/images.ts';
import type { Scope } from './scope.ts';

/** What the checks are told. Reports checks that do not exist, and exceptions that reach too far or stand twice. */
export function checkingOf(scope: Scope): Checking {
  const { checks, cluster } = scope.document;
  for (const check of Object.keys(checks)) reportCheck(check, ['checks', check], 'key', scope);
  return {
    exceptions: exceptionsOf(scope),
    severities: checks,
    registries: registriesOf(scope),
    configMaps: Object.values(scope.document.authorities)
      .map(({ configMap }) => configMap)
      .sort(),
    crds: cluster.crds.map((path) => path.replace(/\/$/, '')),
  };
}

/** Half a year: whoever wants to keep an exception for longer looks at it again. */
const LONGEST_DAYS = 180;

function exceptionsOf(scope: Scope): readonly Exception[] {
  const { today } = scope.context;
  const latest = daysAfter(today, LONGEST_DAYS);
  const targets = new Map<string, string>();
  const exceptions = [...scope.exceptions].sort(([a], [b]) => (a < b ? -1 : 1));
  return exceptions.map(([name, input]) => {
    const path = ['exceptions', name];
    reportCheck(input.check, [...path, 'check'], 'value', scope);
    if (input.expires > latest) {
      const message = `expected a day until ${latest}, ${LONGEST_DAYS} days from today`;
      scope.report([...path, 'expires'], message, { found: input.expires, fix: `write ${latest} at most` });
    }
    reportTwice(name, input, targets, scope);
    const { name: object, namespace, ...rest } = input;
    return { ...rest, name, object, namespace };
  });
}

function reportCheck(check: string, path: Path, at: 'key' | 'value', { context, report }: Scope): void {
  if (EXCEPTION_CHECKS.some((name) => name === check)) {
    const message = `\`${check}\` is about exceptions themselves: it is always an error`;
    report(path, message, { at, fix: 'remove it' });
  } else if (!context.checkNames.includes(check)) {
    const guess = nearest(check, context.checkNames);
    const fix = guess ? `write \`${guess}\`` : 'write the name as findings show it';
    report(path, `no check is named \`${check}\``, { at, fix });
  }
}

function reportTwice(name: string, input: ExceptionInput, targets: Map<string, string>, scope: Scope): void {
  const { check, kind, namespace = '', name: object } = input;
  const target = `${check} ${kind} ${namespace}/${object}`;
  const other = targets.get(target);
  if (other === undefined) targets.set(target, name);
  else {
    const message = `\`${other}\` permits ${check} for ${kind}/${object} already`;
    scope.report(['exceptions', name], message, { at: 'key', fix: 'remove one of them' });
  }
}

function registriesOf({ document, services }: Scope): readonly string[] {
  const own = [...services.values()].map(({ repository }) => repository);
  // Without tag and digest, which a port of the registry is not.
  const toolbox = document.toolbox?.replace(/(:[^/:@]+)?(@.*)?$/, '');
  const watching = document.observability ? programRepositories(document.observability.images) : [];
  const all = [document.registry, ...document.registries, ...own, ...watching, toolbox];
  return [...new Set(all.filter((name) => name !== undefined))].sort();
}
