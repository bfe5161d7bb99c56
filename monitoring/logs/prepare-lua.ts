import type { Logs } from '../../src/model/watched.ts';

/** The function of the script that is called for each record. */
export const PREPARE = 'prepare';

/**
 * The script of the Lua filter, which makes of a line what is stored: where it is from, the fields all services share,
 * the others below `fields`; without values of sensitive keys at any depth, without tokens in texts. Plain Lua 5.1:
 * https://docs.fluentbit.io/manual/data-pipeline/filters/lua
 */
export function prepareLua({ drop, retentionDays }: Pick<Logs, 'drop' | 'retentionDays'>): string {
  const keys = drop.map((key) => JSON.stringify(key.toLowerCase())).join(', ');
  return `local SENSITIVE = { ${keys} }\nlocal OLDEST = ${retentionDays} * 86400\n${SCRIPT}`;
}

const SCRIPT = String.raw`
-- OpenSearch refuses longer words in a field of many keys.
local LONGEST = 8000

local SHARED = {
  { "message", { "message", "msg", "log" } },
  { "level", { "level", "severity", "log.level" } },
  { "trace_id", { "trace_id", "traceId", "trace.id" } },
  { "span_id", { "span_id", "spanId", "span.id" } },
}

-- Numbers of levels as Bunyan and Pino write them.
local LEVELS = { ["10"] = "trace", ["20"] = "debug", ["30"] = "info", ["40"] = "warn", ["50"] = "error", ["60"] = "fatal" }

local OF_MESH = { ["istio-init"] = true, ["istio-proxy"] = true, ["istio-validation"] = true }

-- A key itself, or as the last part of a longer one: user.password, access_token.
local function is_sensitive(key)
  if type(key) ~= "string" then return false end
  local lower = key:lower()
  for _, name in ipairs(SENSITIVE) do
    if lower == name then return true end
    if #lower > #name and lower:sub(-#name) == name and lower:sub(-#name - 1, -#name - 1):find("[%._%-]") then
      return true
    end
  end
  return false
end

-- What a key and its value look like in a text: password=..., "password": "...".
local ASSIGNMENTS = {}
for _, name in ipairs(SENSITIVE) do
  local letters = name:gsub("%W", "%%%0"):gsub("%a", function(letter)
    return "[" .. letter .. letter:upper() .. "]"
  end)
  table.insert(ASSIGNMENTS, { name, "(" .. letters .. "[\"']?%s*[=:]%s*[\"']?)[^%s\"'&,;}]+" })
end

local function hide_long(start, value)
  if #value < 16 then return nil end
  return start .. "***"
end

local function masked(text)
  text = text:gsub("([Bb][Ee][Aa][Rr][Ee][Rr]%s+)([%w%-%._~%+/]+=*)", hide_long)
  text = text:gsub("eyJ[%w%-_]+%.[%w%-_]+%.[%w%-_]*", "***")
  local lower = text:lower()
  for _, assignment in ipairs(ASSIGNMENTS) do
    if lower:find(assignment[1], 1, true) then text = text:gsub(assignment[2], "%1***") end
  end
  return text
end

local function cleaned(value)
  if type(value) == "string" then
    value = masked(value)
    return #value > LONGEST and value:sub(1, LONGEST) or value
  end
  if type(value) ~= "table" then return value end
  local clean = {}
  for key, item in pairs(value) do
    if not is_sensitive(key) then clean[key] = cleaned(item) end
  end
  return clean
end

-- <pod>_<namespace>_<container>-<id>, as the kubelet names the files.
local function place(tag, stored)
  local pod, namespace, container = tag:match("containers%.([^_]+)_([^_]+)_(.+)%-%x+%.log$")
  stored.pod, stored.namespace, stored.container = pod, namespace, container
  stored.node = os.getenv("NODE_NAME")
  if container == nil then return end
  local workload = pod:match("^(.+)%-%w+%-%w%w%w%w%w$") or pod:match("^(.+)%-%d+$") or pod
  -- The container of a service has its name; one of the mesh only shares its pod.
  stored.service = OF_MESH[container] and workload or container
end

function prepare(tag, timestamp, record)
  if os.time() - timestamp > OLDEST then return -1, timestamp, record end
  local stored = {}
  place(tag, stored)
  for _, shared in ipairs(SHARED) do
    for _, key in ipairs(shared[2]) do
      local kind = type(record[key])
      if kind == "string" or kind == "number" then
        stored[shared[1]] = masked(tostring(record[key]))
        record[key] = nil
        break
      end
    end
  end
  if stored.level then stored.level = LEVELS[stored.level] or stored.level:lower() end
  local fields = cleaned(record)
  if next(fields) then stored.fields = fields end
  return 2, timestamp, stored
end
`.slice(1);
