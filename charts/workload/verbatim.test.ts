import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RETENTION_SCRIPT } from '../../monitoring/store/retention-script.ts';
import { expanded } from '../../test/kubernetes-expansion.ts';
import { render, sampleEnvironment, sampleService } from '../../test/sample.ts';
import { DRILL_SCRIPT } from '../backups/script.ts';
import { workload } from './chart.ts';
import { verbatim } from './verbatim.ts';

const VARIABLES = { A: '1', LOG_LEVEL: 'info' };

test('any text comes through as it is', () => {
  const piece = fc.constantFrom('$', '$$', '$(', '(', ')', 'A', 'LOG_LEVEL', 'x', ' ', '${', '}');
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(text, (written) => expanded(verbatim(written), VARIABLES) === written));
});

test('commands, arguments, probes and migrations are those of the input', () => {
  const command = ['sh', '-c', 'echo $$ $(A) ${A}'];
  const health = { ...sampleService().health, liveness: { type: 'exec', command } as const };
  const migrate = { command, backoffLimit: 1, activeDeadlineSeconds: 60 };
  const service = sampleService({ command, args: command, health, migrate });
  const objects = render(workload, sampleEnvironment({ services: [service] }));
  const container = ['spec', 'template', 'spec', 'containers', '0'];
  const written = command.map(verbatim);
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  expect(deployment).toHaveProperty([...container, 'command'], written);
  expect(deployment).toHaveProperty([...container, 'args'], written);
  expect(deployment).toHaveProperty([...container, 'livenessProbe', 'exec', 'command'], written);
  expect(objects.find(({ kind }) => kind === 'Job')).toHaveProperty([...container, 'command'], written);
});

test.each([
  ['the drill', DRILL_SCRIPT],
  ['the retention of logs', RETENTION_SCRIPT],
])('the script of %s says nothing that Kubernetes would fill in', (_, script) => {
  const names = [...script.matchAll(/[A-Z][A-Z_]+/g)].map(([name]) => name);
  expect(expanded(script, Object.fromEntries(names.map((name) => [name, 'filled in'])))).toBe(script);
});
