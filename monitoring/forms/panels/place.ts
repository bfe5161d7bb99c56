import type { Panel, PlacedPanel } from './panel.ts';

/** Panels below a heading. Without panels it is left out. */
export interface Section {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** Cells of Grafana's grid in a line. */
const LINE = 24;

/**
 * Panels with places that do not overlap, from left to right and from top to bottom, each section below a row of its
 * own. The SDK gives neither ids nor letters, and Grafana would make up others at every load.
 */
export function place(sections: readonly Section[]): readonly PlacedPanel[] {
  const placed: PlacedPanel[] = [];
  let y = 0;
  for (const { title, panels } of sections) {
    if (panels.length === 0) continue;
    placed.push({ type: 'row', id: placed.length + 1, title, gridPos: { h: 1, w: LINE, x: 0, y }, ...OPEN });
    y = addPanels(placed, panels, y + 1);
  }
  return placed;
}

const OPEN = { collapsed: false, panels: [] };

/** Gives back where the next line begins. */
function addPanels(placed: PlacedPanel[], panels: readonly Panel[], top: number): number {
  let x = 0;
  let y = top;
  let lineHeight = 0;
  for (const panel of panels) {
    if (x + panel.width > LINE) {
      x = 0;
      y += lineHeight;
      lineHeight = 0;
    }
    placed.push(placedPanel(panel, placed.length + 1, x, y));
    x += panel.width;
    lineHeight = Math.max(lineHeight, panel.height);
  }
  return y + lineHeight;
}

function placedPanel(
  { width, height, queries, ...panel }: Panel,
  id: number,
  x: number,
  y: number,
): PlacedPanel {
  return {
    id,
    ...panel,
    gridPos: { h: height, w: width, x, y },
    ...(queries.length > 0 && {
      targets: queries.map((query, index) => ({ refId: String.fromCharCode(65 + index), ...query })),
    }),
  };
}
