import assert from 'node:assert/strict';
import type { Repair, RepairKind } from '../../../src/core/document';
import { repaired } from '../../../src/core/repair/repaired';
import { LoneTexts } from '../../../src/worker/loneTexts';
import { tables } from '../tables';

const texts = new LoneTexts(tables);
const repairsOf = (text: string, isMarkdown = false): readonly Repair[] => texts.findDamage(text, { isMarkdown }).repairs;
const made = (text: string, kinds: readonly RepairKind[]): string => repaired(text, repairsOf(text).filter(({ kind }) => kinds.includes(kind))).text;
const all = (text: string, isMarkdown = false): string => repaired(text, repairsOf(text, isMarkdown)).text;

const glossed = '這個國(guó)家的發(fā)展,離不開學(xué)習(xí)與創(chuàng)新';
const spam = '亚洲无码一区二区三区国产精品久久';
const damaged = `${glossed}。\n${spam}\n我們\u200b都知道:${glossed}!\n`;

/** Every choice among `kinds`. */
const choices = (kinds: readonly RepairKind[]): readonly (readonly RepairKind[])[] =>
  kinds.reduce<readonly (readonly RepairKind[])[]>((sets, kind) => [...sets, ...sets.map(set => [...set, kind])], [[]]);

describe('what is offered to mend', () => {
  it('holds spam and narrowed punctuation beside the damage, sorted and disjoint', () => {
    const repairs = repairsOf(damaged);
    assert.deepEqual([...new Set(repairs.map(({ kind }) => kind))].sort(), ['invisible', 'pinyinGloss', 'punctuation', 'spamLine']);
    assert.ok(repairs.every(({ span }, index) => span.start >= (repairs[index - 1]?.span.end ?? 0)));
  });

  it('makes the repairs of any choice of kinds, and leaves the rest', () => {
    const parts: readonly (readonly [RepairKind, (text: string) => string])[] = [
      ['pinyinGloss', text => text.replace(/\([^)]+\)/g, '')],
      ['invisible', text => text.replace('\u200b', '')],
      ['spamLine', text => text.replace(`${spam}\n`, '')],
      ['punctuation', text => text.replace(/[,:!]/g, mark => ({ ',': '，', ':': '：', '!': '！' })[mark] ?? mark)],
    ];
    for (const chosen of choices(parts.map(([kind]) => kind))) {
      const expected = parts.reduce((text, [kind, mend]) => chosen.includes(kind) ? mend(text) : text, damaged);
      assert.equal(made(damaged, chosen), expected, chosen.join(' '));
    }
  });

  it('takes a line of spam out whole, with its line end and whatever is damaged in it', () => {
    assert.equal(all(`甲地的消息。\r\n亚洲\u200b无码一区二区国产\r\n乙地的消息。\r\n`), '甲地的消息。\r\n乙地的消息。\r\n');
    assert.equal(all(`甲地的消息。\n${spam}`), '甲地的消息。\n');
    assert.equal(all(`${spam}\n${spam}\n甲地的消息。`), '甲地的消息。');
  });

  it('asks less of a line in another script than its text', () => {
    const mixed = '亚洲国产精品久久是这个网站里许多页面都会出现的几个词语，写在这里没有别的意思，而且还说了很多很多很多别的话';
    const text = '這個國家的發展離不開學習與創新，我們會繼續努力。\n'.repeat(8);
    assert.equal(all(`${text}${mixed}\n${text}`), text + text);
    assert.equal(all(`这个国家的发展离不开学习与创新。\n${mixed}\n`), `这个国家的发展离不开学习与创新。\n${mixed}\n`);
  });

  it('leaves prose alone that names the words', () => {
    const prose = '国产汽车在亚洲和欧美市场的销量持续增长，日韩企业在三区的投资也在增加，这是一份精品报告。\n';
    assert.equal(all(prose), prose);
  });

  it('widens no mark that a repair has put in', () => {
    const text = '会议认为&#44;要加快建设&#44;谁来做?';
    assert.equal(made(text, ['punctuation']), '会议认为&#44;要加快建设&#44;谁来做？');
    assert.equal(all(text), '会议认为,要加快建设,谁来做？');
  });

  it('keeps the punctuation of code, addresses, citations and front matter in Markdown', () => {
    const note = '---\ntitle: 好,好\n---\n\n他说,`好,好` [甲,乙](a,b.html) [@key, 第3页,附录]\n\n```\n好,好\n```\n';
    assert.equal(all(note, true), note.replace('他说,', '他说，'));
  });

  it('says where text is beyond repair, in the text as it stands', () => {
    const { lost } = texts.findDamage('甲\u200b乙丙的消息锟斤拷锟斤拷，丁。');
    assert.deepEqual(lost.map(({ kind, span }) => [kind, span]), [['lostText', { start: 7, end: 13 }]]);
  });
});
