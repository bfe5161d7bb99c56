import { describeError } from './src/cli/describe-error.ts';
import { renderEnvironments } from './src/cli/render-environments.ts';
import { selectInput } from './src/cli/select-input.ts';
import { writeEnvironments } from './src/cli/write-environments.ts';

/** What cdk8s.yaml runs: the same rendering as `charthouse synth`, into the folder that `cdk8s synth` names. */
const output = process.env['CDK8S_OUTDIR'] ?? 'dist/manifests';

try {
  writeEnvironments(output, renderEnvironments(selectInput('environments', {})));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}
