import { text } from './field.ts';

/** Name of a label of an object. */
export const labelName = text(
  'the name of a label, such as disktype or topology.kubernetes.io/zone',
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
  317,
);

/** Value of a label of an object. */
export const labelValue = text(
  'the value of a label: at most 63 letters, digits, hyphens, underscores and dots',
  /^([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?$/,
  63,
);
