/** Attributes with these names are never stored, whether or not the platform has logs, of which it may name more. */
const CREDENTIALS = ['authorization', 'cookie', 'password', 'secret', 'token'];

/**
 * Statements that take sensitive values out of spans, their events and resources: attributes of these names, also as the
 * last part of a longer name, values of these names in the query of a URL, and bearer tokens in any text.
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/v0.159.0/processor/transformprocessor
 */
export function redaction(drop: readonly string[]): object {
  const names = [...new Set([...CREDENTIALS, ...drop])].sort().map(escaped).join('|');
  const attribute = statementText(`(?i)(^|[._-])(${names})$`);
  const inQuery = statementText(`(?i)([?&]([^=&#]*[._-])?(${names})=)[^&#]*`);
  const bearer = statementText(BEARER);
  return {
    error_mode: 'ignore',
    trace_statements: CONTEXTS.map((context) => ({
      context,
      statements: [
        `delete_matching_keys(${context}.attributes, ${attribute})`,
        `replace_all_patterns(${context}.attributes, "value", ${inQuery}, "$\${1}***")`,
        `replace_all_patterns(${context}.attributes, "value", ${bearer}, "$\${1}***")`,
      ],
    })),
  };
}

const CONTEXTS = ['resource', 'span', 'spanevent'];

/** https://datatracker.ietf.org/doc/html/rfc6750#section-2.1; words after `bearer` in a sentence are shorter. */
const BEARER = '(?i)(bearer )[a-z0-9._~+/-]{16,}=*';

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Quoted for OTTL, with `$` doubled: the Collector takes a single one for the start of a variable. */
function statementText(pattern: string): string {
  return JSON.stringify(pattern).replaceAll('$', '$$$$');
}
