import { text } from './field.ts';

/** The value of a label, as Kubernetes has it. */
export const labelValue = text(
  'the value of a label: at most 63 letters, digits, hyphens, underscores and dots',
  /^([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?$/,
  63,
);
