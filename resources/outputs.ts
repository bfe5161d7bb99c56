import type { OutputType } from './resource-type.ts';

/** Text that is no secret. */
export function literal(text: string): OutputType {
  return { kind: 'literal', text };
}

/** A property of the remote secret. */
export function property(name: string): OutputType {
  return { kind: 'property', property: name };
}

/** Text with credentials in it. */
export function template(text: string): OutputType {
  return { kind: 'template', text };
}

/** What everything with an address has. */
export const HOST_AND_PORT = { host: literal('{host}'), port: literal('{port}') } as const;

/** The account, for types with one. */
export const ACCOUNT = { username: property('username'), password: property('password') } as const;

/** Text with every `{name}` it knows filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, key: string) => values[key] ?? whole);
}
