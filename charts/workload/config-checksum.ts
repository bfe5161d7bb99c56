import { createHash } from 'node:crypto';

/**
 * SHA-256, in hexadecimal, of a ConfigMap's data as Go's encoding/json prints it.
 * A Helm template computes the same with `toJson | sha256sum`, so both outputs restart the same pods.
 */
export function configChecksum(data: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(goJson(data)).digest('hex');
}

// https://pkg.go.dev/encoding/json#Marshal: keys in order of their bytes, and characters escaped that HTML gives a
// meaning to. Keys of a ConfigMap are ASCII, for which the order of UTF-16 is that of bytes.
function goJson(data: Readonly<Record<string, string>>): string {
  const entries = Object.keys(data)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(data[key])}`);
  return `{${entries.join(',')}}`.replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
