import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareLua } from './prepare-lua.ts';

/** Fluent Bit has LuaJIT in it, which is Lua 5.1. */
const LUA = ['luajit', 'lua5.1', 'lua'].find((program) => spawnSync(program, ['-v']).status === 0);
if (!LUA) process.stderr.write('not proven: what the Lua script stores of a line, as no Lua is on PATH\n');

const folder = mkdtempSync(join(tmpdir(), 'prepare-lua-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TAG = `kube.var.log.containers.orders-5d9c7b8f6d-x7k2p_shop_orders-${'0f'.repeat(32)}.log`;

/** What the script stores of a record, written in Lua, as sorted lines of `path=value`; undefined for nothing. */
function stored(record: string, { tag = TAG, age = 0 } = {}): readonly string[] | undefined {
  const script = `${prepareLua({ drop: ['authorization', 'card-number', 'iban', 'password'], retentionDays: 15 })}
local function print_all(value, path)
  if type(value) ~= "table" then print(path .. "=" .. tostring(value)) return end
  for key, item in pairs(value) do print_all(item, path == "" and tostring(key) or path .. "/" .. tostring(key)) end
end
local code, _, record = prepare(${JSON.stringify(tag)}, os.time() - ${age}, ${record})
if code == -1 then print("dropped") else print_all(record, "") end
`;
  const file = join(folder, 'test.lua');
  writeFileSync(file, script);
  const { stdout, stderr, status } = spawnSync(LUA ?? '', [file], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NAME: 'node-1' },
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.trimEnd().split('\n').sort();
  return lines[0] === 'dropped' ? undefined : lines;
}

describe.skipIf(!LUA)('what is stored of a line', () => {
  test('where it is from is in the name of its file', () => {
    expect(stored('{ log = "started" }')).toEqual([
      'container=orders',
      'message=started',
      'namespace=shop',
      'node=node-1',
      'pod=orders-5d9c7b8f6d-x7k2p',
      'service=orders',
    ]);
  });

  test.each([
    ['orders-5d9c7b8f6d-x7k2p', 'istio-proxy', 'orders'],
    ['jaeger-0', 'istio-proxy', 'jaeger'],
    ['report-29384756-abcde', 'istio-validation', 'report'],
    ['report-29384756-abcde', 'report', 'report'],
    ['graphql-gateway-7f6d5c4b3a-q2w3e', 'graphql-gateway', 'graphql-gateway'],
  ])('the container of %s named %s is of the service %s', (pod, container, service) => {
    const tag = `kube.var.log.containers.${pod}_shop_${container}-${'0f'.repeat(32)}.log`;
    expect(stored('{ log = "x" }', { tag })).toContain(`service=${service}`);
  });

  test('fields that all services share have one name and one form', () => {
    const lines = stored('{ msg = "paid", level = 50, traceId = "4bf9", ["span.id"] = "00f0", amount = 12 }');
    expect(lines).toEqual(
      expect.arrayContaining([
        'fields/amount=12',
        'level=error',
        'message=paid',
        'span_id=00f0',
        'trace_id=4bf9',
      ]),
    );
    expect(stored('{ message = "x", severity = "WARN" }')).toContain('level=warn');
  });

  test('values of sensitive keys are gone at any depth, whatever their letters', () => {
    const lines = stored(`{ message = "x", user = { name = "ada", PASSWORD = "p", accounts = {
      { IBAN = "DE89", bank = "b" } } }, ["req.headers.authorization"] = "a", ["x-card-number"] = "4111",
      reset_password = { old = "o" }, passwords = 2 }`);
    expect(lines?.filter((line) => line.startsWith('fields'))).toEqual([
      'fields/passwords=2',
      'fields/user/accounts/1/bank=b',
      'fields/user/name=ada',
    ]);
  });

  test.each([
    ['Authorization: Bearer abcdefghijklmnop.qrs', 'Authorization: *** ***'],
    ['sent bearer AbCdEfGhIjKlMnOp== to api', 'sent bearer *** to api'],
    ['token eyJhbGciOiJI.eyJzdWIiOiIx.SflKxw-_ is old', 'token *** is old'],
    ['login?password=hunter2&next=/', 'login?password=***&next=/'],
    ['{"Card-Number": "4111", "ok": 1', '{"Card-Number": "***", "ok": 1'],
    ['bearer of bad news', 'bearer of bad news'],
    ['the iban is missing', 'the iban is missing'],
  ])('of the text %j remains %j', (text, remains) => {
    expect(stored(`{ log = ${JSON.stringify(text)} }`)).toContain(`message=${remains}`);
  });

  test('texts below `fields` are masked as well, and cut where OpenSearch would refuse them', () => {
    const lines = stored(
      '{ message = "x", url = "/?iban=DE89", body = string.rep("a", 40000), list = { "Bearer 0123456789abcdefg" } }',
    );
    expect(lines).toContain('fields/url=/?iban=***');
    expect(lines).toContain('fields/list/1=Bearer ***');
    expect(lines).toContain(`fields/body=${'a'.repeat(8000)}`);
  });

  test('what is older than anything that is kept is not stored again', () => {
    expect(stored('{ log = "x" }', { age: 16 * 86_400 })).toBeUndefined();
    expect(stored('{ log = "x" }', { age: 14 * 86_400 })).toBeDefined();
  });
});
