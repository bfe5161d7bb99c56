#!/usr/bin/env node
import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addCheck } from './commands/check.ts';
import { addExplainCheck } from './commands/explain-check.ts';
import { addPromote } from './commands/promote.ts';
import { addRollback } from './commands/rollback.ts';
import { addRunbooks } from './commands/runbooks.ts';
import { addSetImage } from './commands/set-image.ts';
import { addSynth } from './commands/synth.ts';
import { addVerify } from './commands/verify.ts';
import { describeError } from './describe-error.ts';
import { endBy, Interruption } from './interruption.ts';
import { tellMistakesPlainly } from './plain-mistakes.ts';
import { guardStandardStreams } from './standard-streams.ts';

guardStandardStreams();
const program = new Command('charthouse')
  .description('Describe a platform once; render everything its GitOps clusters apply.')
  .version(manifest.version, '-v, --version', 'print the version')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
addSynth(program);
addCheck(program);
addExplainCheck(program);
addVerify(program);
addRunbooks(program);
addSetImage(program);
addPromote(program);
addRollback(program);
tellMistakesPlainly(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Interruption) endBy(error.signal);
  else {
    process.exitCode = 2;
    console.error(describeError(error));
  }
}
