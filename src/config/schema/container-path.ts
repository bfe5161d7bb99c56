import { text } from './field.ts';

/** An absolute path inside a container, without `..`. */
export const containerPath = text(
  'an absolute path without / at its end',
  /^(?!.*\/\.\.?(\/|$))(\/[A-Za-z0-9._-]+)+$/,
);

/** The path of a file in a container. With dots for slashes it is the key of a ConfigMap and the name of an annotation. */
export const filePath = text(
  'the absolute path of a file, of at most 64 characters',
  /^(?!.*\/\.\.?(\/|$))\/[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9._-]*[A-Za-z0-9])*$/,
  64,
);
