import assert from 'node:assert/strict';
import { alignUnits } from '../../../src/core/quote/alignUnits';
import { differences } from '../../../src/core/quote/differences';
import { findPassage } from '../../../src/core/quote/passage';
import { randomSource } from '../random';
import { tables } from '../tables';
import { library, sourceOf } from './sources';

/** Runs as `=same`, `-only in the note`, `+only in the source`, `…left out`. */
function told(note: string, source: string, runs = differences(note, source, tables)): string {
  const sign = { same: '=', note: '-', source: '+', omitted: '…' } as const;
  return runs.map(({ kind, note: ours, source: theirs }) => sign[kind] + (kind === 'note' ? note.slice(ours.start, ours.end) : source.slice(theirs.start, theirs.end))).join(' ');
}

describe('differences between a quotation and its source', () => {
  it('are none where only script, width and marks differ; the words are the source\'s', () => assert.equal(told('圖書館，「四層」', '图书馆,“四层”'), '=图书馆,“四层”'));
  it('are runs of characters', () => {
    assert.equal(told('藏书一百三十万册', '藏书一百二十万册'), '=藏书一百 -三 +二 =十万册');
    assert.equal(told('图书馆开门', '图书馆昨天开门'), '=图书馆 +昨天 =开门');
    assert.equal(told('图书馆昨天开门', '图书馆开门'), '=图书馆 -昨天 =开门');
  });
  it('cover both texts, white space too', () => {
    const note = '江边 的图书馆\n开门了 ', source = '江边的新图书馆 开门 ';
    const runs = differences(note, source, tables);
    assert.equal(runs.map(run => note.slice(run.note.start, run.note.end)).join(''), note);
    assert.equal(runs.map(run => source.slice(run.source.start, run.source.end)).join(''), source);
  });
  it('are told as one where two long texts have nothing in common', () => {
    assert.deepEqual(alignUnits('甲'.repeat(3000), '乙'.repeat(3000)).map(({ kind }) => kind), ['left', 'right']);
  });
  it('are as few as can be', () => {
    const random = randomSource(3);
    const text = (): string => Array.from({ length: random.below(14) }, () => random.of(['a', 'b', 'c'])).join('');
    for (let round = 0; round < 500; round++) {
      const left = text(), right = text(), runs = alignUnits(left, right);
      assert.equal(runs.map(run => left.slice(run.left.start, run.left.end)).join(''), left);
      assert.equal(runs.map(run => right.slice(run.right.start, run.right.end)).join(''), right);
      const same = runs.filter(({ kind }) => kind === 'same');
      for (const run of same) assert.equal(left.slice(run.left.start, run.left.end), right.slice(run.right.start, run.right.end));
      assert.equal(same.reduce((sum, run) => sum + run.left.end - run.left.start, 0), longestCommon(left, right), `${left} ${right}`);
    }
  });
});

function longestCommon(left: string, right: string): number {
  let row = Array<number>(right.length + 1).fill(0);
  for (const unit of left) {
    const next = [0];
    for (let at = 1; at <= right.length; at++) next.push(right[at - 1] === unit ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('a passage of a source', () => {
  const passage = (words: string) => findPassage(words, library, tables);
  it('stands among what is before and behind it in its paragraph', () => {
    const found = passage('儿童馆在二层');
    assert.deepEqual([found?.before, found?.exact, found?.after], ['图书馆共有四层,藏书一百二十万册。', '儿童馆在二层', ',周末开到晚上九点。']);
  });
  it('tells the number of its paragraph in the body', () => {
    assert.deepEqual(['第一天来了三千名', '儿童馆在二层', '旧码头也改成了公园', '老图书馆的屋顶'].map(words => passage(words)?.paragraph), [1, 2, 3, undefined]);
  });
  it('gives paragraphs on lines of their own, without what is hidden between them', () => assert.equal(passage('把灯点亮了。”图书馆共有四层')?.exact, '把灯点亮了。”\n图书馆共有四层'));
  it('tells what differs, and what an ellipsis stands for', () => {
    const words = '江边的新图书馆……来了五千名读者', found = passage(words);
    assert.ok(found);
    assert.equal(told(words, found.exact, found.differences), '=江边的新图书馆 …昨天正式开门,第一天 =来了 -五 +三 =千名读者');
  });
  it('ends with the quoted words inside a repaired run, and tells no difference there', () => {
    const mended = sourceOf(['来了三千名读者乱码乱码很高兴'], [['乱码乱码', '。馆长说']]), found = findPassage('三千名读者。', mended, tables);
    assert.deepEqual([found?.before, found?.exact, found?.after, found?.differences.length], ['来了', '三千名读者。', '馆长说很高兴', 1]);
  });
  it('is shown repaired where the note has its damage', () => {
    const glossed = sourceOf(['江边的新图(tu2)书馆昨天正式开门'], [['(tu2)', '']]), words = '江边的新图(tu2)书馆昨天正式', found = findPassage(words, glossed, tables);
    assert.equal(found && told(words, found.exact, found.differences), '=江边的新图 -(tu2) =书馆昨天正式');
  });
  it('is nothing where the words are not there', () => assert.equal(passage('山上的老剧场明年才会关门'), undefined));
});
