import type { Environment } from '../../src/model/environment.ts';
import { mainEndpoint } from '../../src/model/resource.ts';
import type { Logs } from '../../src/model/watched.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { logIndices } from './log-index.ts';
import { PREPARE } from './prepare-lua.ts';

/** Where the agent finds its files, and where it may write: what it has read, and what it has not sent yet. */
export const AGENT_FOLDER = '/etc/fluent-bit/charthouse';
export const AGENT_DATA = '/var/lib/fluent-bit';
export const PREPARE_FILE = 'prepare.lua';

/** Where its metrics are. */
export const AGENT_PORT = 2020;

/** Variables with the account of the store. */
export const STORE_USER = 'STORE_USERNAME';
export const STORE_PASSWORD = 'STORE_PASSWORD';

/**
 * Configuration of Fluent Bit 5 on each node: reads the log files of the platform's own pods, joins the lines of stack
 * traces, and sends what the script makes of each to OpenSearch. It asks nothing of Kubernetes: the names are in those
 * of the files. https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml
 */
export function agentConfigText(environment: Environment, logs: Logs): string {
  return writeYaml({
    service: SERVICE,
    parsers: [{ name: 'json-line', format: 'json' }],
    multiline_parsers: [INDENTED],
    pipeline: {
      inputs: [inputOf(environment)],
      filters: FILTERS,
      outputs: [outputOf(environment.platform, logs)],
    },
  });
}

const SERVICE = {
  flush: 5,
  log_level: 'info',
  http_server: true,
  http_listen: '0.0.0.0',
  http_port: AGENT_PORT,
  'storage.path': `${AGENT_DATA}/chunks`,
  'storage.sync': 'normal',
  // Two megabytes each.
  'storage.max_chunks_up': 24,
  'storage.backlog.mem_limit': '16M',
  'storage.delete_irrecoverable_chunks': true,
  'storage.metrics': true,
  // Seconds between attempts, doubled each time up to the cap.
  'scheduler.base': 5,
  'scheduler.cap': 300,
};

/**
 * A line and those after it that are indented or name its cause, as stack traces of most languages are. Lines of JSON
 * are none. Go and Python, whose traces have other lines too, have parsers of their own in Fluent Bit.
 */
const INDENTED = {
  name: 'indented',
  type: 'regex',
  flush_timeout: 2000,
  rules: [
    { state: 'start_state', regex: '/^[^\\s{].*/', next_state: 'cont' },
    { state: 'cont', regex: '/^(\\s+\\S|Caused by: ).*/', next_state: 'cont' },
  ],
};

/** Records that come again, after a restart that has forgotten what was read, have the same id and change nothing. */
function inputOf({ namespaces }: Environment): object {
  const own = [namespaces.services, namespaces.monitoring];
  return {
    name: 'tail',
    tag: 'kube.*',
    path: own.map((namespace) => `/var/log/containers/*_${namespace}_*.log`).join(','),
    'multiline.parser': 'cri',
    db: `${AGENT_DATA}/offsets.db`,
    'db.locking': true,
    read_from_head: true,
    ignore_older: '1d',
    refresh_interval: 10,
    rotate_wait: 30,
    buffer_chunk_size: '32k',
    buffer_max_size: '512k',
    skip_long_lines: true,
    'storage.type': 'filesystem',
  };
}

/** The first has to be first: it sends what it joins through all of them again. */
const FILTERS = [
  {
    name: 'multiline',
    match: 'kube.*',
    'multiline.key_content': 'log',
    'multiline.parser': 'go,python,indented',
    'emitter_storage.type': 'filesystem',
    emitter_mem_buf_limit: '16M',
  },
  // What the container runtime adds would be taken for the service's own.
  { name: 'record_modifier', match: 'kube.*', allowlist_key: 'log' },
  { name: 'parser', match: 'kube.*', key_name: 'log', parser: 'json-line' },
  { name: 'lua', match: 'kube.*', script: `${AGENT_FOLDER}/${PREPARE_FILE}`, call: PREPARE },
];

function outputOf(platform: string, { store }: Logs): object {
  const { port, reach } = mainEndpoint(store.resource);
  return {
    name: 'opensearch',
    match: 'kube.*',
    host: reach.host,
    port,
    tls: true,
    'tls.verify': true,
    'tls.verify_hostname': true,
    http_user: `\${${STORE_USER}}`,
    http_passwd: `\${${STORE_PASSWORD}}`,
    logstash_format: true,
    logstash_prefix: logIndices(platform),
    logstash_dateformat: '%Y.%m.%d',
    time_key: '@timestamp',
    time_key_nanos: true,
    suppress_type_name: true,
    generate_id: true,
    write_operation: 'create',
    compress: 'gzip',
    // The answer tells of each line: of one that is cut off, only that all were stored can be read, and after a restart
    // not all are, so that the lines would be sent again and again.
    buffer_size: '8M',
    // More than two hours, as attempts get five minutes apart; a chunk that is refused does not stay for ever.
    retry_limit: 30,
    'storage.total_limit_size': '512M',
  };
}
