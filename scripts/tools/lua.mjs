// Lua for machines that have none: an interpreter of Lua 5.3, which runs what is written for 5.1 but for few things.
import { readFileSync } from 'node:fs';
import { lauxlib, lua, lualib, to_jsstring, to_luastring } from 'fengari';

const [file] = process.argv.slice(2);
if (file === '-v') {
  console.log('fengari');
} else {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  const status =
    lauxlib.luaL_loadbuffer(state, readFileSync(file), null, to_luastring(`@${file}`)) ||
    lua.lua_pcall(state, 0, 0, 0);
  if (status !== lua.LUA_OK) {
    process.stderr.write(`${to_jsstring(lua.lua_tostring(state, -1))}\n`);
    process.exitCode = 1;
  }
}
