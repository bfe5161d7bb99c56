import type { CheckPage } from '../../model/check.ts';

/** An exception that has expired is told until it is renewed or removed. */
export const exceptionCurrent: CheckPage = {
  name: 'exception-current',
  topic: 'exceptions',
  severity: 'error',
  summary: 'No exception is in use after its last day.',
  why: 'What it permitted counts again. An exception that nobody looks at any more is how a risk taken for a month stays for years.',
  fix: 'Mend what the exception was for and remove it. If that has to wait, ask its owner for another day: `exceptions: {NAME: {expires: 2027-02-01}}`, at most 180 days ahead.',
  sources: [],
};

/** An exception that permits nothing is told until it is mended or removed. */
export const exceptionUsed: CheckPage = {
  name: 'exception-used',
  topic: 'exceptions',
  severity: 'error',
  summary: 'Every exception permits something that a check finds, at exactly one object.',
  why: 'An exception for what is mended by now, or for a misspelt object, permits the same fault without a word when it comes back, or when somebody gives that name to another object.',
  fix: 'Remove it, or name the check, kind and name as the finding shows them. Where only some environments have the fault, take it away from the others: `exceptions: {NAME: null}`.',
  sources: [],
};
