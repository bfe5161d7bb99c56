#!/usr/bin/env node
import { Command } from 'commander';
import { addCheck } from './commands/check.ts';
import { addExplainCheck } from './commands/explain-check.ts';
import { addPromote } from './commands/promote.ts';
import { addRollback } from './commands/rollback.ts';
import { addRunbooks } from './commands/runbooks.ts';
import { addSetImage } from './commands/set-image.ts';
import { addSynth } from './commands/synth.ts';
import { addVerify } from './commands/verify.ts';
import { describeError } from './describe-error.ts';

const program = new Command('charthouse')
  .description('Describe a platform once; render everything its GitOps clusters apply.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
addSynth(program);
addCheck(program);
addExplainCheck(program);
addVerify(program);
addRunbooks(program);
addSetImage(program);
addPromote(program);
addRollback(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 2;
  console.error(describeError(error));
}
