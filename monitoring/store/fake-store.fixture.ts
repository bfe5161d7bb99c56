import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A policy as OpenSearch keeps it. */
interface KeptPolicy {
  readonly policy: unknown;
  readonly revision: number;
}

type Answer = readonly [status: number, body: object];

/** As much of OpenSearch as the job speaks to, with what it was asked in order. */
export class FakeStore {
  readonly asked: string[] = [];
  readonly authorizations = new Set<string | undefined>();
  policy: KeptPolicy | undefined;
  template: unknown;
  hasIndices = true;
  refuses = false;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.asked.push(`${request.method} ${request.url}`);
    this.authorizations.add(request.headers.authorization);
    const [status, body] = this.refuses
      ? [403, { error: 'security_exception' }]
      : this.handle(`${request.method} ${request.url}`, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private handle(question: string, body: string): Answer {
    if (question === 'PUT /_index_template/shop-logs') {
      this.template = JSON.parse(body);
      return [200, { acknowledged: true }];
    }
    if (question.startsWith('GET')) return this.getPolicy();
    if (question.startsWith('PUT')) return this.putPolicy(question, body);
    return this.manage(question, body);
  }

  private getPolicy(): Answer {
    if (!this.policy) return [404, { error: 'Policy not found' }];
    return [200, { _seq_no: this.policy.revision, _primary_term: 1, policy: this.policy.policy }];
  }

  /** Refuses to write over what the job has not read. */
  private putPolicy(question: string, body: string): Answer {
    const { revision } = this.policy ?? {};
    const query = revision === undefined ? '' : `?if_seq_no=${revision}&if_primary_term=1`;
    if (question !== `PUT /_plugins/_ism/policies/shop-logs${query}`) return [409, { error: 'conflict' }];
    this.policy = { policy: JSON.parse(body).policy, revision: (revision ?? 0) + 1 };
    return [201, {}];
  }

  private manage(question: string, body: string): Answer {
    const isKnown = /^POST \/_plugins\/_ism\/(add|change_policy)\/shop-logs-\*$/.test(question);
    if (!isKnown || JSON.parse(body).policy_id !== 'shop-logs') return [400, { error: 'not understood' }];
    return this.hasIndices
      ? [200, { updated_indices: 3, failures: false }]
      : [404, { error: 'no such index' }];
  }
}
