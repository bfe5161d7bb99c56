import { today } from './src/cli/clock.ts';
import { describeError } from './src/cli/describe-error.ts';
import { watchInterruption } from './src/cli/interruption.ts';
import { manifests } from './src/outputs/manifests/output.ts';
import { startRun } from './src/pipeline/pipeline.ts';
import { writeFolders } from './src/pipeline/write-folders.ts';

/** What cdk8s.yaml runs: the manifests of `charthouse synth`, into the folder that `cdk8s synth` names. */
const output = process.env['CDK8S_OUTDIR'] ?? 'dist/manifests';
const input = 'environments';
const { assertNone: assertWanted, stop } = watchInterruption();

try {
  // cdk8s has what is written checked: cdk8s-validation.cjs.
  const { folders } = startRun({
    input,
    selection: {},
    outputs: [manifests],
    today: today(),
    isChecked: false,
  });
  const pathOf = ({ folder }: { readonly folder: string }) =>
    `${output}/${folder.slice('manifests/'.length)}`;
  await writeFolders(folders, input, pathOf, { assertWanted });
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
} finally {
  stop();
}
