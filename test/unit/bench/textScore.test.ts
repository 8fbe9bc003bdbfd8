import assert from 'node:assert/strict';
import { countShingles, dayOf, f1, isSameName, meanScore, scoreText } from '../../../scripts/bench/textScore';

const runs = (text: string): readonly string[] => [...countShingles(text).keys()].map(key => key.replaceAll('\u0001', '|'));

describe('the runs of a text', () => {
  it('are of four Chinese characters, without punctuation', () => assert.deepEqual(runs('河水，向东流。'), ['河|水|向|东', '水|向|东|流']));
  it('are of four words where there are words', () => assert.deepEqual(runs('The river flows east today'), ['the|river|flows|east', 'river|flows|east|today']));
  it('take a name or a number between characters as one', () => assert.deepEqual(runs('第12届ABC'), ['第|12|届|abc']));
  it('are the whole of a shorter text', () => assert.deepEqual(runs('河水'), ['河|水']));
  it('are none of an empty text', () => assert.deepEqual(runs(' 。'), []));
  it('are counted as often as they stand there', () => assert.deepEqual([...countShingles('东东东东东').values()], [2]));
});

describe('the score of a text', () => {
  it('is perfect for the same words in other clothes', () => assert.deepEqual(scoreText('河水向东流 ABC', '「河水向东流」\nＡｂｃ'), { precision: 1, recall: 1 }));
  it('loses recall for what is missing', () => assert.deepEqual(scoreText('一二三四五六七', '一二三四五'), { precision: 1, recall: 0.5 }));
  it('loses precision for what is too much', () => assert.deepEqual(scoreText('一二三四五', '一二三四五六七'), { precision: 0.5, recall: 1 }));
  it('counts a line that is given twice as too much once', () => assert.deepEqual(scoreText('一二三四', '一二三四\n甲\n乙\n丙一二三四'), { precision: 1 / 8, recall: 1 }));
  it('forgives optional lines up to three times', () => {
    assert.equal(scoreText('一二三四五', '春夏秋冬\n一二三四五', '春夏秋冬').precision, 2 / 5);
    assert.equal(scoreText('一二三四', '春夏秋冬', '春夏秋冬').recall, 0);
  });
  it('is nothing for no text where there is one', () => assert.deepEqual(scoreText('一二三四', ''), { precision: 0, recall: 0 }));
  it('is perfect for no text where there is none', () => assert.deepEqual(scoreText('', ''), { precision: 1, recall: 1 }));
  it('has an F1 of 0 without any hit', () => assert.equal(f1({ precision: 0, recall: 0 }), 0));
  it('of a set is made of means, not the mean of F1', () => {
    const mean = meanScore([{ precision: 1, recall: 0.5 }, { precision: 0.5, recall: 1 }]);
    assert.deepEqual([mean, f1(mean)], [{ precision: 0.75, recall: 0.75 }, 0.75]);
  });
});

describe('what stands beside a text', () => {
  it('is the same headline in other quotation marks', () => assert.equal(isSameName('读懂“科技 自立”', '读懂"科技自立"'), true));
  it('is another headline with a word more', () => assert.equal(isSameName('河水东流', '河水向东流'), false));
  it('is the same day in any notation', () => assert.deepEqual(['2024年5月6日 8:30', '2024/05/06', '２０２４-05-06T08:30', 'May 6'].map(dayOf), ['2024-05-06', '2024-05-06', '2024-05-06', '']));
});
