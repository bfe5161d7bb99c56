/** Settings of an ini file by section. Numbers and booleans as they are; texts that people wrote with `quoted`. */
export type IniSections = Readonly<Record<string, Readonly<Record<string, boolean | number | string>>>>;

/** An ini file as Grafana reads it, sections and settings in the order they are given. */
export function iniText(sections: IniSections): string {
  const written = Object.entries(sections).map(([name, settings]) => {
    const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}`);
    return `[${name}]\n${lines.join('\n')}\n`;
  });
  return written.join('\n');
}

/** A text whose quotes, `#` and `;` are to stay: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/ */
export function quoted(text: string): string {
  return `"""${text}"""`;
}
