import assert from 'node:assert/strict';
import { plainInline } from '../../../src/core/markdown/plainInline';
import { edited, mapped } from '../../../src/core/text/mappedText';

const plain = (text: string): string => edited(mapped(text), plainInline(text)).text;

describe('a line of Markdown as a reader sees it', () => {
  const cases: readonly (readonly [markdown: string, shown: string])[] = [
    ['河海新区**近日**动工', '河海新区近日动工'],
    ['*斜体* 与 __粗体__ 与 ~~删去~~ 与 ==标出==', '斜体 与 粗体 与 删去 与 标出'],
    ['见[详情](https://example.org/a_(b) "题")。', '见详情。'],
    ['[**粗**](u)和![图](a.png)', '粗和图'],
    ['[[页面|标签]] [[页面]] <https://example.org/>', '标签 页面 https://example.org/'],
    ['用 `a*b*c` 或 ``x`` 表示', '用 a*b*c 或 x 表示'],
    ['一句话[^1]。', '一句话。'],
    ['1\\. 不是 \\*列表\\*', '1. 不是 *列表*'],
    ['snake_case_name, 2*3*4, a ** b', 'snake_case_name, 2*3*4, a ** b'],
    ['[未完 (括号)', '[未完 (括号)'],
    ['**一** 和 **二**', '一 和 二'],
    ['没有标记。', '没有标记。'],
  ];
  for (const [markdown, shown] of cases) it(`shows ${markdown} as ${shown}`, () => assert.equal(plain(markdown), shown));
});
