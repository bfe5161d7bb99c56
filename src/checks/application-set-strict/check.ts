import type { Check } from '../check.ts';
import { specOf } from '../inventory/spec.ts';

const OPTION = 'missingkey=error';

export const applicationSetStrict: Check = {
  name: 'application-set-strict',
  topic: 'delivery',
  severity: 'warning',
  summary: 'ApplicationSets fail when a template asks for a key that is not there.',
  why: 'Otherwise the key becomes the text `<no value>`, or stays as it is: Applications of such names and paths are created, and the right ones deleted.',
  fix: `Write \`goTemplate: true\` and \`goTemplateOptions: ["${OPTION}"]\`.`,
  sources: ['https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('ApplicationSet', 'argoproj.io')) {
      const { goTemplate, goTemplateOptions = [] } = specOf<TemplateSpec>(object);
      if (goTemplate !== true)
        tell(object, 'spec.goTemplate', `expected true, found ${goTemplate ?? 'nothing'}`);
      else if (!goTemplateOptions.includes(OPTION)) {
        tell(
          object,
          'spec.goTemplateOptions',
          `expected ${OPTION}, found ${goTemplateOptions.join(', ') || 'nothing'}`,
        );
      }
    }
  },
};

interface TemplateSpec {
  readonly goTemplate: boolean;
  readonly goTemplateOptions: readonly string[];
}
