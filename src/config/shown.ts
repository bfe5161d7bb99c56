import { tokenIn } from '../secrets/token-patterns.ts';

/** A value as a message shows it: short, on one line. What looks like a secret is not shown: messages end up in logs. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  const secret = typeof value === 'string' ? tokenIn(value) : undefined;
  if (secret !== undefined) return `what looks like ${secret}`;
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
