import type { Options } from '@grafana/grafana-foundation-sdk/text';
import type { Panel } from './panel.ts';
import type { Written } from './written.ts';

/** A panel with a text in Markdown. */
export function text(title: string, description: string, content: string, width = 24, height = 4): Panel {
  const options: Written<Options> = { mode: 'markdown', content };
  return { type: 'text', title, description, width, height, queries: [], options };
}
