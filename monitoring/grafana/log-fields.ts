/** Fields of stored logs, as the agents on the nodes write them: see logs/log-index.ts. */
export const LOG_TIME = '@timestamp';
export const LOG_MESSAGE = 'message';
export const LOG_LEVEL = 'level';
export const LOG_TRACE = 'trace_id';

/** A question to the logs for what the pods of one service wrote. */
export function serviceLogs(service: string): object {
  return { query: `service:"${service}"`, queryType: 'lucene', metrics: [{ id: '1', type: 'logs' }] };
}
