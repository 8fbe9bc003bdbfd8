import assert from 'node:assert/strict';
import type { Edit } from '../../../src/core/document';
import { findQuotations } from '../../../src/core/markdown/quotations';
import { scanNote } from '../../../src/core/markdown/scan';
import { checkWords, type CheckedQuotation } from '../../../src/core/quote/check';
import { findingSpan, markingEdits, rewordingEdits } from '../../../src/core/quote/finding';
import { tables } from '../tables';
import { sourceOf } from './sources';

const page = sourceOf(['江边的新图书馆昨天正式开门,第一天来了3000名读者。主任张继红说:“我们没有关过一天门,今天终于把灯点亮了。”', '图书馆共有四层。', '开馆那天的门票编号从12345号开始,孩子们说“真好😀”,又说(大)图书馆最好看。'], []);

function checked(note: string): CheckedQuotation {
  const [quotation] = findQuotations(note, scanNote(note)), passage = quotation && checkWords({ ...quotation, isDenied: false }, page, tables);
  assert.ok(passage);
  return { quotation, verdict: { ...passage, source: 'a' } };
}

const applied = (note: string, edits: readonly Edit[]): string => [...edits].reverse().reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), note);
const reworded = (note: string): string => applied(note, rewordingEdits(checked(note), note));
const marked = (note: string): string => applied(note, markingEdits(checked(note), note));
const shown = (note: string): string => { const { start, end } = findingSpan(checked(note), note); return note.slice(start, end); };

describe('what is wrong with a quotation', () => {
  it('is shown at what differs, and of that at what is critical', () => {
    assert.equal(shown('他写道:“江边的旧图书馆昨天正式开门”[@a]。'), '旧');
    assert.equal(shown('他写道:“江边的旧图书馆昨天正式开门,第一天来了5000名读者”[@a]。'), '5000名');
    assert.equal(shown('他写道:“江边的新图书馆正式开门”[@a]。'), '馆正');
    assert.equal(shown('> 江边的新图书馆昨天正式开门,\n> 第一天来了**5000**名读者。[@a]'), '5000**名');
  });
  it('is shown at the whole quotation where only its look differs', () => assert.equal(shown('他写道:“江邊的新圖書館昨天正式開門”[@a]。'), '“江邊的新圖書館昨天正式開門”'));
});

describe('a quotation in the words of its source', () => {
  it('is changed only where it differs', () => {
    assert.equal(reworded('他写道:“江边的旧图书馆昨天正式开门”[@a]。'), '他写道:“江边的新图书馆昨天正式开门”[@a]。');
    assert.equal(reworded('他写道:“江邊的舊圖書館昨天正式開門”[@a]。'), '他写道:“江边的新图书馆昨天正式开门”[@a]。');
    assert.equal(reworded('他写道:“江边的新图书馆正式开门”[@a]。'), '他写道:“江边的新图书馆昨天正式开门”[@a]。');
  });
  it('keeps lines, markup and what the note leaves out', () => {
    assert.equal(reworded('> 江边的旧图书馆昨天正式开门,\n> 第一天来了**5000**名读者。[@a]'), '> 江边的新图书馆昨天正式开门,\n> 第一天来了**3000**名读者。[@a]');
    assert.equal(reworded('“江边的旧图书馆……来了3000名读者”[@a]'), '“江边的新图书馆……来了3000名读者”[@a]');
  });
  it('leaves markup alone within words that go', () => assert.equal(reworded('“江边的**旧式**大图书馆昨天正式开门,第一天来了3000名读者”[@a]'), '“江边的**新**图书馆昨天正式开门,第一天来了3000名读者”[@a]'));
  it('has inner marks in marks', () => assert.equal(reworded('“主任张继红讲:‘我们没有关过一天门,今天终于把灯点亮了。’”[@a]'), '“主任张继红说:‘我们没有关过一天门,今天终于把灯点亮了。’”[@a]'));
  it('has marks of its own at the level they have in a blockquote that begins with one', () =>
    assert.equal(reworded('> “我們没有关过一天门,今天终于把灯点亮了。”图书馆共有四层。[@a]'), '> “我们没有关过一天门,今天终于把灯点亮了。”图书馆共有四层。[@a]'));
  it('cuts no character in two', () => assert.equal(reworded('“从12345号开始,孩子们说‘真好😃’,又说”[@a]'), '“从12345号开始,孩子们说‘真好😀’,又说”[@a]'));
  it('keeps the line ends of Windows', () => assert.equal(reworded('> 江边的旧图书馆昨天正式开门,\r\n> 第一天来了**5000**名读者。[@a]\r\n'), '> 江边的新图书馆昨天正式开门,\r\n> 第一天来了**3000**名读者。[@a]\r\n'));
  it('goes over paragraphs', () => assert.equal(reworded('> 今天终于把灯灭亮了。”\n>\n> 图书馆共有四层。[@a]'), '> 今天终于把灯点亮了。”\n>\n> 图书馆共有四层。[@a]'));
});

describe('a quotation whose changes are marked', () => {
  it('has them in brackets, and an ellipsis for what is left out', () => {
    assert.equal(marked('“江边的旧图书馆昨天正式开门”[@a]'), '“江边的[旧]图书馆昨天正式开门”[@a]');
    assert.equal(marked('“江边的新图书馆正式开门”[@a]'), '“江边的新图书馆……正式开门”[@a]');
  });
  it('has them within markup', () => assert.equal(marked('> 江边的**旧图**书馆昨天正式开门[@a]'), '> 江边的**[旧]图**书馆昨天正式开门[@a]'));
  it('has a number in brackets once, whatever of it differs', () => assert.equal(marked('“那天的门票编号从13355号开始”[@a]'), '“那天的门票编号从[13355号]开始”[@a]'));
  it('makes no link of what it puts in brackets', () => assert.equal(marked('“孩子们说‘真好😀’,又讲(大)图书馆最好看”[@a]'), '“孩子们说‘真好😀’,又[讲]\\(大)图书馆最好看”[@a]'));
  it('agrees with its source then', () => {
    for (const note of ['“江边的旧图书馆昨天正式开门”[@a]', '“江边的新图书馆正式开门”[@a]']) assert.equal(checked(marked(note)).verdict.kind, 'elided');
  });
});
