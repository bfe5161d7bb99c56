import type { Json } from '../../src/model/manifest.ts';
import { lineScalar } from '../../src/yaml/scalar.ts';
import type { Field, Hole, Template } from './template.ts';

/** A file of a Helm chart's `templates`: the objects of one kind, a loop over the services in the values. */
export function helmSource(id: string, template: Template): string {
  return `{{- range $service := .Values.services }}
{{- range .${id} }}
---${block(template, '')}
{{- end }}
{{- end }}
`;
}

/** What follows a key, or the dash of a list: a scalar on the same line, or lines of their own. */
function block(template: Template, indent: string): string {
  switch (template.type) {
    case 'constant':
      return ` ${constant(template.value)}`;
    case 'text':
      return ` ${text(template)}`;
    case 'integer':
      return ` {{ int64 ${place(template.hole)} }}`;
    case 'data':
      return ` {{ ${place(template.hole)} | toJson }}`;
    case 'object':
      return template.fields.map((field) => fieldLines(field, indent)).join('');
    case 'list':
      return template.items.map((item) => `\n${indent}-${block(item, `${indent}  `)}`).join('');
    case 'loop':
      return range(template.key, `\n${indent}-${block(template.item, `${indent}  `)}`);
    case 'map':
      return range(template.key, `\n${indent}{{ .key | quote }}:${block(template.value, `${indent}  `)}`);
  }
}

function fieldLines({ key, condition, template }: Field, indent: string): string {
  const lines = `\n${indent}${escaped(lineScalar(key))}:${block(template, `${indent}  `)}`;
  return condition === undefined ? lines : `\n{{- if .${condition} }}${lines}\n{{- end }}`;
}

function range(key: string, lines: string): string {
  return `\n{{- range .${key} }}${lines}\n{{- end }}`;
}

/** Between double quotes where no value needs an escape there, else through Helm's own `quote`. */
function text({ parts, isPlain }: Template & { type: 'text' }): string {
  if (isPlain) {
    const inside = parts.map((part) =>
      typeof part === 'string' ? escaped(JSON.stringify(part).slice(1, -1)) : `{{ ${place(part)} }}`,
    );
    return `"${inside.join('')}"`;
  }
  const values = parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : place(part)));
  return `{{ print ${values.join(' ')} | quote }}`;
}

function constant(value: Json): string {
  return typeof value === 'string' ? escaped(lineScalar(value)) : JSON.stringify(value);
}

/** Braces that belong to the text, as those of another tool's templates do, must not look like Helm's. */
function escaped(written: string): string {
  return written.replaceAll('{{', '{{ "{{" }}');
}

function place({ from, key }: Hole): string {
  if (from === 'own') return `.${key}`;
  return from === 'service' ? `$service.${key}` : `$.Values.environment.${key}`;
}
