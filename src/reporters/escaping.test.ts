import { describe, expect, test } from 'vitest';
import { reportGithub } from './github.ts';
import { code, text } from './markdown-text.ts';
import { SAMPLE_REPORT, sampleFinding } from './sample-report.fixture.ts';
import { element, writeXml } from './xml.ts';

describe('XML', () => {
  const attribute = (value: string) => / a="(.*)"\/>/s.exec(writeXml(element('x', { a: value })))?.[1];
  const content = (value: string) => /<x>(.*)<\/x>/s.exec(writeXml(element('x', {}, value)))?.[1];

  test.each([
    ['markup', '<a href="b">&amp;', '&lt;a href=&#34;b&#34;&gt;&amp;amp;'],
    ['line breaks and tabs', 'a\r\n\tb', 'a&#13;&#10;&#9;b'],
    ['control characters', 'a\u0000\u001b[31mb', 'a\ufffd\ufffd[31mb'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    ['whole characters', '日本 🚢', '日本 🚢'],
  ])('in an attribute: %s', (_, value, written) => {
    expect(attribute(value)).toBe(written);
  });

  test.each([
    ['the end of CDATA', 'a]]>b', 'a]]&gt;b'],
    ['quotes and line breaks', '"a"\nb', '"a"\nb'],
    ['a carriage return', 'a\rb', 'a&#13;b'],
  ])('in text: %s', (_, value, written) => {
    expect(content(value)).toBe(written);
  });
});

describe('Markdown', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert\\(1\\)&gt;'],
    ['[a](http://b) ![c](d)', '\\[a\\]\\(http://b\\) \\!\\[c\\]\\(d\\)'],
    ['*a* _b_ ~c~ `d`', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`'],
    ['one\r\n\n  two', 'one two'],
    ['ask @admins', 'ask <span>@</span>admins'],
    ['&lt;', '&amp;lt;'],
  ])('text %j', (value, written) => {
    expect(text(value)).toBe(written);
  });

  test.each([
    ['a|b', '`a\\|b`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['<b>\n@x', '`<b> @x`'],
    [' a ', '`  a  `'],
  ])('code %j', (value, written) => {
    expect(code(value)).toBe(written);
  });
});

describe('workflow commands', () => {
  const told = (other: Parameters<typeof sampleFinding>[1]) => {
    const findings = [sampleFinding('dev', other)];
    const environments = [{ platform: 'shop', environment: 'dev', objects: 1, findings }];
    return reportGithub({ ...SAMPLE_REPORT, environments }).split('\n');
  };

  test.each([
    ['a second command', '1\n::error::2', '1%0A::error::2'],
    ['a carriage return', '1\r2', '1\\u000d2'],
    ['what looks escaped', '100%0A', '100%250A'],
  ])('a message with %s stays one command', (_, message, written) => {
    const lines = told({ message });
    expect(lines[0]).toContain(`image: ${written}%0A`);
    expect(lines).toHaveLength(3);
  });

  test('a file name cannot end its property', () => {
    const place = { file: 'environments/a,b:c/x.yaml', line: 3, column: 1 };
    expect(told({ place })[0]).toMatch(
      /^::error file=environments\/a%2Cb%3Ac\/x\.yaml,line=3,col=1,title=image/,
    );
  });
});
