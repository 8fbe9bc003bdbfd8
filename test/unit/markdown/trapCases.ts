import type { TrapKind } from '../../../src/core/markdown/traps/trap';

/** What is written, the kind of trap it is, what the first fix makes of it, and the keys that pandoc then cites. */
export interface TrapCase { readonly written: string; readonly kind: TrapKind; readonly fixed: string; readonly keys: readonly string[] }

const rows: readonly (readonly [written: string, kind: TrapKind, fixed: string, ...keys: string[]])[] = [
  ['据报道@key', 'glued', '据报道[@key]', 'key'],
  ['据报道@key指出', 'glued', '据报道[@key]指出', 'key'],
  ['据报道@{key}指出', 'glued', '据报道[@key]指出', 'key'],
  ['*见@key*。', 'glued', '*见[@key]*。', 'key'],
  ['正文。[^1]\n\n[^1]: 见@key。', 'glued', '正文。[^1]\n\n[^1]: 见[@key]。', 'key'],
  ['参阅see@key2020。', 'glued', '参阅see[@key2020]。', 'key2020'],
  ['[参见@key]', 'glued', '[参见 @key]', 'key'],
  ['[參見@key，第3段]', 'glued', '[參見 @key，第3段]', 'key'],
  ['[@a;见@b]', 'separator', '[@a;见 @b]', 'a', 'b'],
  ['@key指出，', 'swallowed', '[@key]指出，', 'key'],
  ['（@key指出）', 'swallowed', '（[@key]指出）', 'key'],
  ['[@key第3段]', 'swallowed', '[@key，第3段]', 'key'],
  ['[@key指出]', 'swallowed', '[@key]指出', 'key'],
  ['[@a；@b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@a，@b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@a、@b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@a, @b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@a @b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@a；@b，@key]', 'separator', '[@a; @b; @key]', 'a', 'b', 'key'],
  ['[@a；见@b]', 'separator', '[@a; 见 @b]', 'a', 'b'],
  ['[@a，第3段；参见 @b]', 'separator', '[@a，第3段; 参见 @b]', 'a', 'b'],
  ['[见@a；@b]', 'separator', '[见 @a; @b]', 'a', 'b'],
  ['[@a；-@b]', 'separator', '[@a; -@b]', 'a', 'b'],
  ['[@a;;@b]', 'separator', '[@a; @b]', 'a', 'b'],
  ['[@key;]', 'separator', '[@key]', 'key'],
  ['[@a; 第3段]', 'separator', '[@a，第3段]', 'a'],
  ['＠key', 'fullWidth', '[@key]', 'key'],
  ['据报道＠key。', 'fullWidth', '据报道[@key]。', 'key'],
  ['[＠key]', 'fullWidth', '[@key]', 'key'],
  ['［@key］', 'fullWidth', '[@key]', 'key'],
  ['【＠key，第3段】', 'fullWidth', '[@key，第3段]', 'key'],
  ['〔参见@key〕', 'fullWidth', '[参见 @key]', 'key'],
  ['[@key］', 'fullWidth', '[@key]', 'key'],
  ['［@key]', 'fullWidth', '[@key]', 'key'],
  ['[@key](p. 3)', 'link', '[@key，p. 3]', 'key'],
  ['[@key](第3段)', 'link', '[@key，第3段]', 'key'],
  ['[@a][@b]', 'link', '[@a; @b]', 'a', 'b'],
  ['[@key][^1]\n\n[^1]: 注。', 'link', '[@key] [^1]\n\n[^1]: 注。', 'key'],
  ['[@key]{第3段}', 'link', '[@key] {第3段}', 'key'],
  ['[@key', 'unclosed', '[@key]', 'key'],
  ['见[@key，第3段。下文', 'unclosed', '见[@key，第3段]。下文', 'key'],
  ['@key]', 'unclosed', '[@key]', 'key'],
  ['[@ key]', 'spaced', '[@key]', 'key'],
];

/** What pandoc cites otherwise, or not at all. */
export const trapCases: readonly TrapCase[] = rows.map(([written, kind, fixed, ...keys]) => ({ written, kind, fixed, keys }));

/** What a style after GB/T 7714 leaves out, and what is printed in its place. */
export const locatorCases: readonly (readonly [written: string, fixed: string])[] = [
  ['[@key, 第3段]', '[@key，第3段]'], ['[@key 第3段]', '[@key，第3段]'], ['[@key,第3–5段]', '[@key，第3–5段]'], ['@key [第3段]', '@key [，第3段]'], ['[-@key, 3段]', '[-@key，3段]'],
];

/** What is fine as it stands, or no citation and never meant as one. */
export const untrapped: readonly string[] = [
  '[@key]', '[@key]指出', '据报道[@key]。', '据报道 @key 指出', '@key。', '“@key”', '（@key）', '@{key}指出', '[@key，第3段]', '[@key, p. 3]', '[@key, 第三段]', '[@a; @b]', '[@a，第3段; 见 @b]',
  '[-@key]', '[见 @key]', '@key [p. 3]', '[@a] [@b]', '[[@key]]', '[@key]（第3段）', '[@key]^[注]', '[@key，见注2]', '\\@key', '据报道\\@key', '[\\@key]',
  '写信给 me@example.org 或 key@a.cn。', '邮箱：张三@key.com', '微博@用户名说', '关注＠用户名', '转发@用户名：好', '【某某@用户】', '[@user1, @user2]', '[微博@user]', '（据@新华社）',
  '安装@types/node 与@babel/core', '`据报道@key`', '```\n@key指出 [@a；@b]\n```', '    [@a；@b]\n', '<!-- 据报道@key -->', '公式 $a@key$。', '<a href="x" title="据@key">甲</a>', 'https://example.org/据@key',
  '---\ntitle: 据报道@key\n---\n', '[@key](https://example.org/)', '[@key](notes/key.md)', '[@key](#key)', '[@key]{.mark}', '[@key]{lang=zh}', '[@key]: https://example.org/', '[据@key](https://example.org/)', '![据@key](x.png)', '@Override 指出', '[@nobody](p. 3)', '[@nobody][x]',
];
