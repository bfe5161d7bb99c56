/**
 * The words that fields of Kubernetes' kinds take, by definition and field: `core.v1.ServiceSpec sessionAffinity`. What
 * its API server publishes leaves them out, and the Go code that this is made of has them. `[]` behind a field: the items
 * of its list.
 */
export function wordsOfFields(generatedCode: string): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  let [definition, field, suffix] = ['', '', ''];
  for (const line of generatedCode.split('\n')) {
    const { name, property, items, list } = PARTS.exec(line)?.groups ?? {};
    if (name !== undefined) definition = name.replaceAll('_', '.');
    else if (property !== undefined) [field, suffix] = [property, ''];
    else if (items !== undefined) suffix = '[]';
    else if (list !== undefined) words.set(`${definition} ${field}${suffix}`, textsIn(list));
  }
  return words;
}

const PARTS = new RegExp(
  [
    /^func schema_(?:k8sio_api_|pkg_(?:apis|api|util)_)?(?<name>\w+)\(ref/,
    /^\t{5}"(?<property>[\w$-]+)": \{$/,
    /^\t{7}(?<items>Items|AdditionalProperties): /,
    /^\t+Enum: +\[\]interface\{\}\{(?<list>.*)\},$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

function textsIn(list: string): readonly string[] {
  return [...list.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(text) as string);
}
