import { expect, test } from 'vitest';
import { readSteps } from './field-path.ts';
import { follow } from './field-value.ts';

const RULES = `groups:
- name: uptime
  rules:
  - alert: HostDown
    for: 5m
  - alert: HostSlow
    for: 10m
`;
const CONFIG_MAP = {
  data: { 'rules.yaml': RULES, 'board.json': '{"panels": [{"title": "Hosts"}]}', ini: '[a]\nb = 1\n' },
};

test.each([
  ['data["rules.yaml"].groups[uptime].rules[1].for', ['10m']],
  ['data["board.json"].panels[0].title', ['Hosts']],
  ['data["rules.yaml"].groups[other]', []],
  ['data.ini.a', []],
  ['data.ini.a.b', []],
])('a path goes on into the file that a ConfigMap holds: %s', (field, found) => {
  expect(follow(CONFIG_MAP, readSteps(field))).toEqual(found);
});
