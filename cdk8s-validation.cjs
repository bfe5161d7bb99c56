/** What cdk8s.yaml names under `validations`: the checks, over what `cdk8s synth` has just written. */
exports.CharthouseValidation = class CharthouseValidation {
  async validate(context) {
    const { tsImport } = await import('tsx/esm/api');
    const { validateManifests } = await tsImport('./src/cli/validate-manifests.ts', __filename);
    await validateManifests(context);
  }
};
