import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { judge } from '../../../src/core/judge/judge';
import { mulberry32 } from '../../mutants';
import { tables } from '../tables';

const PIECES = [
  '来源:', '责编:', '记者 ', '2025-06-04 14:44', '2025年', '月', '首页>', '>', '|', '丨', '(', ')', '[', ']', '【', '】', '编者按:', '嘉宾:', '本报记者 林安', '\n', '\n\n', '\r\n', ' ', '　', '\u00a0', '•',
  '0', '开心', '分享到', '相关阅读', '监制:', '林安 方文', '©', 'http://a.b/c', '。', ',', '江边新建的图书馆开门迎客', 'By Jane', '𠮷', '\ud800', '來源：', '臺灣', '讯(记者', '(dāng)', '---\n', '<p>', '&amp;', '# ', '> ', '\t', '\u200b', '性色', '亚洲', '无码',
];

describe('any text at all', () => {
  const random = mulberry32(7);
  const texts = Array.from({ length: 400 }, () => Array.from({ length: 1 + Math.floor(random() * 120) }, () => PIECES[Math.floor(random() * PIECES.length)]).join(''));

  for (const path of ['a.txt', 'a.md', 'a.html']) {
    it(`is read without a fault as ${path}, every block and field inside the text and in order`, () => {
      for (const text of texts) {
        const result = analyse(new TextEncoder().encode(text), { id: path, path, now: '2026-03-01T12:00:00' }, tables);
        if (!result.ok) { assert.equal(result.error.kind, 'empty'); continue; }
        const { raw, blocks, metadata } = judge(result.value, undefined);
        let end = 0;
        for (const { span } of blocks) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= raw.length, JSON.stringify(text));
          end = span.end;
        }
        for (const field of [metadata.title, metadata.published, metadata.publisher, metadata.site, metadata.url, ...metadata.authors, ...metadata.editors, ...metadata.section]) {
          if (field?.span) assert.ok(field.span.start >= 0 && field.span.end <= raw.length && field.span.start < field.span.end, JSON.stringify([text, field]));
          if (field) assert.ok(field.value.trim() !== '', JSON.stringify([text, field]));
        }
      }
    });
  }
});
