import fc from 'fast-check';

const WORDS = `
y Y n N yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE null Null NULL ~ nil none
nan NaN .nan .NaN .NAN inf Inf .inf .Inf .INF -.inf +.inf -inf +inf Infinity
1e3 1E3 1e+3 1e-3 1.e3 .e3 .e+3 e1 E5 -e5 .5 -.5 +.5 5. -5. . -. ._ 1._ +1 -1 0 -0 +0 00 007 08 0777 0.0 1.0 1.2 1.2.3 1e1000
0o17 0o8 0O17 -0o17 0x1f 0X1F 0xg 0x 0b11 0b12 -0b1 1_000 _1 1_ 1,000 123456789012345678901234567890
12:30 12:30:45 190:20:30.15 -1:30 2001-01-01 2001-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z
= << <<: - -- --- ---- ... .... : ? :a ?a -a --flag ---a ...a a: a:b a#b # #a , & * ! !! | |- |2 > >- % @ \` ' " \\ &a *a !a !!str %a @a
{ } [ ] {} [] {{.Values.x}} $(X) \${X} *.example.com */5 v1.2.3 10.0.0.1 10.0.0.0/8 :80 ::1 [::1] 00:1a:2b:3c:4d:5e
100m 1Gi 30s 7d 4e5 123e456 1f 25% 5xx it's __proto__ constructor toString <script> a,b a[b] a{b} \\n \\u0041 .env .dockerconfigjson`;

const LINES: readonly string[] = JSON.parse(String.raw`[
  "", " ", "  ", " a", "a ", "a  b", "a: b", "a #b", "a : b", "a: ", "0 3 * * *", "2001-12-14 21:59:43.10 -5",
  "\t", "\ta", "a\t", "a\tb", "a\t#b", "\n", "\n\n", " \n", "\n ", "\t\n", "a\n", "a\n\n", "a\n\n\n", "\na", "\n\na\n",
  " a\nb", "a\n b\n", "\ta\nb", "a\n\tb", "a\n  \nb", "a\n ", "a\n\t", "\n a", "  a\n b\n\n", "a \nb ", " #\n ", "   \n  a\n",
  "---\n", "a\n---\nb", "a\n...\n", "# c\na", "a\n# c\n", "- a\n- b\n", "k: v\nl: [\n", "|\n a", "%YAML 1.1\n---\n", "\"\n\"",
  "\r", "a\rb", "a\r\nb", "a\n\r", "\u0000", "\u0007", "\u001b[0m", "\u007f", "\u0085", "a\u0085b", "\u009f", "\u00a0", "a\u00a0",
  "\u00ad", "\u2028", "a\u2029b", "a\nb\u2028c", "\ufeff", "\ufeffa", "a\ufeff", "\u200b", "\u202e", "\ufffd", "\ufffe", "\uffff",
  "😀", "a😀b", "👨‍👩‍👧", "😀\n😀", "é", "ä\nö\n", "日本\n語", "\ud83f\udffe", "\udbff\udfff"
]`);

const LONG = [
  ...[995, 998, 999, 1000, 1021, 1022, 1023, 1024, 1025, 3000].map((length) => 'x'.repeat(length)),
  ...['é'.repeat(1100), '"'.repeat(600), 'x y '.repeat(600), 'a\n'.repeat(700), '\n'.repeat(50)],
];

const PIECES = [
  ...WORDS.split(/\s+/).filter((word) => word !== ''),
  ...LINES.filter((line) => line.length < 20),
  ...' \n\t:#-.01e_xobTZ,[{"\'\\|>%@&*!?~=<+'.split(''),
];

const EDGES = ['\n', ' ', '\t', '#', ':', 'a'];
const DIGITS = '019abefoxtz+-_.,: '.split('');

/** Strings that one parser of YAML or another has been known to take for something else. */
export const hostileStrings: readonly string[] = [
  ...new Set([
    ...PIECES,
    ...LINES,
    ...LONG,
    ...EDGES.flatMap((a) => EDGES.flatMap((b) => EDGES.flatMap((c) => [a + b + c, `${a + b + c}a`]))),
    ...DIGITS.flatMap((a) => DIGITS.flatMap((b) => [a + b, `${a + b}1`])),
  ]),
];

/** Any such string, concatenations of several, and arbitrary text with a UTF-8 form. */
export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Plain data as it stands in manifests, with such strings for keys and for values. */
export const hostileData: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    hostileString,
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.array(fc.tuple(hostileString, tie('data')), { maxLength: 4 }).map(Object.fromEntries),
  ),
})).data;
