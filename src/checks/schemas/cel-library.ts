import { Environment } from '@marcbachmann/cel-js';

/**
 * The language of rules with what API servers add to it, as far as rules of published kinds use it.
 * https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
export function celEnvironment(): Environment {
  return new Environment({
    unlistedVariablesAreDyn: true,
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
  })
    .registerFunction('string.find(string): string', (text: string, pattern: string) => found(text, pattern))
    .registerFunction('isIP(dyn): bool', (text: unknown) => isIP(String(text)))
    .registerFunction('isURL(dyn): bool', (text: unknown) => URL.canParse(String(text)))
    .registerFunction('url(dyn): map', (text: unknown) => partsOf(String(text)))
    .registerFunction(
      'map.getScheme(): string',
      (parts: ReadonlyMap<string, string>) => parts.get('scheme') ?? '',
    )
    .registerFunction(
      'map.getHost(): string',
      (parts: ReadonlyMap<string, string>) => parts.get('host') ?? '',
    );
}

function found(text: string, pattern: string): string {
  return new RegExp(pattern).exec(text)?.[0] ?? '';
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const { protocol, host } = new URL(text);
  return new Map([
    ['scheme', protocol.replace(/:$/, '')],
    ['host', host],
  ]);
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const IPV6 = /^[\da-fA-F:.]*:[\da-fA-F:.]*:[\da-fA-F:.]*$/;

function isIP(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}
