import { Agent, request } from 'node:https';
import type { ManifestObject } from '../../../src/model/manifest.ts';

/** An object as the API server has it: with what it and the controllers filled in. */
export interface Stored extends ManifestObject {
  readonly metadata: ManifestObject['metadata'] & {
    readonly uid: string;
    readonly resourceVersion: string;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly {
      readonly kind: string;
      readonly name: string;
      readonly uid: string;
    }[];
  };
}

/** What the API server answered: an object, a list or why not. */
export interface Answer {
  readonly status: number;
  readonly body: Stored & { readonly message?: string; readonly items?: readonly Stored[] };
  /** Texts of its `Warning` headers. */
  readonly warnings: readonly string[];
}

/** Where an API server listens and how it is asked. */
export interface ApiAccess {
  readonly port: number;
  readonly token: string;
  readonly authority: string;
}

/** Asks an API server, over connections that are kept. */
export type Call = (method: string, path: string, body?: unknown, type?: string) => Promise<Answer>;

/** A caller of the API server. */
export function apiCall({ port, token, authority }: ApiAccess): Call {
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca: authority });
  return (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      // Node leaves the length away when something is deleted, and what says why is then read as the next request.
      const length = { 'content-length': Buffer.byteLength(text), 'content-type': type };
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...length };
      const options = { host: '127.0.0.1', port, method, path, headers, agent };
      const asked = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const warnings = [response.headers['warning'] ?? []].flat();
          const answer = json(Buffer.concat(chunks).toString());
          resolve({ status: response.statusCode ?? 0, body: answer, warnings });
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
}

function json(text: string): Answer['body'] {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text } as Answer['body'];
  }
}
