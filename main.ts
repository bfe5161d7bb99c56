import { describeError } from './src/cli/describe-error.ts';
import { loadContext } from './src/cli/load-context.ts';
import { renderOutputs } from './src/cli/render-outputs.ts';
import { selectInput } from './src/cli/select-input.ts';
import { writeOutputs } from './src/cli/write-outputs.ts';

/** What cdk8s.yaml runs: the manifests of `charthouse synth`, into the folder that `cdk8s synth` names. */
const output = process.env['CDK8S_OUTDIR'] ?? 'dist/manifests';
const INPUT = 'environments';

try {
  const outputs = renderOutputs(selectInput(INPUT, {}), new Set(['manifests'] as const), loadContext());
  await writeOutputs(outputs, INPUT, ({ folder }) => `${output}/${folder.slice('manifests/'.length)}`);
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}
