import type { Field, Hole, Template } from './template.ts';

/**
 * A CommonJS module that exports `objectsOf(environment, service)`: the objects of one service as plain data, built by
 * one function per kind, as people write them for kosko or cdk8s.
 */
export function javascriptSource(templates: ReadonlyMap<string, Template>): string {
  const builders = [...templates].map(
    ([id, template]) =>
      `function build_${id}(environment, service, own) {\n  return ${expression(template, 'own')};\n}\n`,
  );
  const calls = [...templates.keys()].map(
    (id) =>
      `  for (const own of service.${id} ?? []) objects.push(build_${id}(environment, service, own));\n`,
  );
  return `${builders.join('\n')}
exports.objectsOf = (environment, service) => {
  const objects = [];
${calls.join('')}  return objects;
};
`;
}

/** `own` is the name of the variable that holds the values at hand. */
function expression(template: Template, own: string): string {
  switch (template.type) {
    case 'constant':
      return JSON.stringify(template.value);
    case 'text':
      return template.parts
        .map((part) => (typeof part === 'string' ? JSON.stringify(part) : place(part, own)))
        .join(' + ');
    case 'integer':
    case 'data':
      return place(template.hole, own);
    case 'object':
      return `{ ${template.fields.map((field) => fieldExpression(field, own)).join(', ')} }`;
    case 'list':
      return `[${template.items.map((item) => expression(item, own)).join(', ')}]`;
    case 'loop':
      return `${own}.${template.key}.map((${own}_) => (${expression(template.item, `${own}_`)}))`;
    case 'map': {
      const entry = `[${own}_.key, ${expression(template.value, `${own}_`)}]`;
      return `Object.fromEntries(${own}.${template.key}.map((${own}_) => ${entry}))`;
    }
  }
}

function fieldExpression({ key, condition, template }: Field, own: string): string {
  const field = `${JSON.stringify(key)}: ${expression(template, own)}`;
  return condition === undefined ? field : `...(${own}.${condition} && { ${field} })`;
}

function place({ from, key }: Hole, own: string): string {
  return `${from === 'own' ? own : from}.${key}`;
}
