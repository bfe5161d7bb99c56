import { expect, test } from 'vitest';
import type { Logs } from '../../src/model/watched.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { AGENT_FOLDER, agentConfigText, PREPARE_FILE } from './agent-config.ts';
import { logTemplateText } from './log-index.ts';
import { PREPARE, prepareLua } from './prepare-lua.ts';

// biome-ignore lint/suspicious/noExplicitAny: read as the program would, without types
type Loose = any;

const shop = observedShop();
const logs = shop.observability?.logs as Logs;
const config = readYaml(agentConfigText(shop, logs)) as Loose;
const { inputs, filters, outputs } = config.pipeline;

test('reads the files of the platform alone, and of its agents none', () => {
  expect(inputs).toHaveLength(1);
  expect(inputs[0].path).toBe('/var/log/containers/*_shop_*.log,/var/log/containers/*_shop-monitoring_*.log');
});

test('every filter and output matches what the input is tagged with', () => {
  for (const { name, match } of [...filters, ...outputs]) expect([name, match]).toEqual([name, 'kube.*']);
  expect(inputs[0].tag).toBe('kube.*');
});

test('lines are joined first, and the script comes last', () => {
  expect(filters.map(({ name }: Loose) => name)).toEqual(['multiline', 'record_modifier', 'parser', 'lua']);
});

test('every parser is defined, or one of those Fluent Bit has', () => {
  const defined = config.multiline_parsers.map(({ name }: Loose) => name);
  const used = filters[0]['multiline.parser'].split(',');
  expect(used.filter((name: string) => !defined.includes(name))).toEqual(['go', 'python']);
  expect(config.parsers.map(({ name }: Loose) => name)).toEqual([filters[2].parser]);
});

test('the script is where the filter looks, with the function it calls', () => {
  expect(filters[3].script).toBe(`${AGENT_FOLDER}/${PREPARE_FILE}`);
  expect(prepareLua(logs)).toContain(`function ${PREPARE}(`);
  expect(prepareLua(logs)).toContain('local SENSITIVE = { "authorization", "password" }');
});

test('sends over TLS with an account from variables, and gives up in the end', () => {
  const [output] = outputs;
  expect(output).toMatchObject({
    host: 'search.shop.example',
    port: 443,
    tls: true,
    'tls.verify': true,
    'tls.verify_hostname': true,
  });
  expect(output.http_passwd).toMatch(/^\$\{[A-Z_]+\}$/);
  expect(output.retry_limit).toBeGreaterThan(0);
  expect(output['storage.total_limit_size']).toBe('512M');
});

test('the answer about a whole chunk of lines that are stored already is read to its end', () => {
  const chunk = 2_000_000;
  const shortest = 150;
  const conflict = 400;
  expect(outputs[0].buffer_size).toMatch(/^\d+M$/);
  expect(Number.parseInt(outputs[0].buffer_size, 10) * 1_000_000).toBeGreaterThan(
    (chunk / shortest) * conflict,
  );
});

test.each([
  ['Error: no such order', 'start_state'],
  ['    at pay (/app/pay.js:12:3)', 'cont'],
  ['Caused by: java.io.IOException', 'cont'],
])('the line %j may be %s of a stack trace', (line, state) => {
  const rule = config.multiline_parsers[0].rules.find((one: Loose) => one.state === state);
  expect(new RegExp(rule.regex.slice(1, -1)).test(line)).toBe(true);
});

test('a line of JSON begins no stack trace', () => {
  const [start] = config.multiline_parsers[0].rules;
  expect(new RegExp(start.regex.slice(1, -1)).test('{"level":"info"}')).toBe(false);
});

test('indices have a field for each that the script stores, and no other', () => {
  const { index_patterns, template } = JSON.parse(logTemplateText('shop'));
  expect(index_patterns).toEqual([`${outputs[0].logstash_prefix}-*`]);
  expect(Object.keys(template.mappings.properties).sort()).toEqual([
    '@timestamp',
    'container',
    'fields',
    'level',
    'message',
    'namespace',
    'node',
    'pod',
    'service',
    'span_id',
    'trace_id',
  ]);
  expect(template.mappings.dynamic).toBe(false);
});
