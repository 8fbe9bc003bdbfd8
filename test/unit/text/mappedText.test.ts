import assert from 'node:assert/strict';
import type { Edit, Span } from '../../../src/core/document';
import { edited, mapped } from '../../../src/core/text/mappedText';
import type { MappedText } from '../../../src/core/text/mappedText';
import { randomSource } from '../random';
import type { RandomSource } from '../random';

const alphabet = ['中', '文', 'a', '1', '\n', ' ', '𠮷', '👩‍💻', '，', '(', '\ud800'];

function randomText(random: RandomSource, length: number): string {
  return Array.from({ length }, () => random.of(alphabet)).join('');
}

function randomEdits(random: RandomSource, length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let place = random.below(4);
  while (place < length) {
    const end = Math.min(length, place + random.below(4));
    edits.push({ span: { start: place, end }, text: randomText(random, random.below(3)) });
    place = end + 1 + random.below(6);
  }
  return edits;
}

function randomRange(random: RandomSource, length: number): Span {
  const start = random.below(length + 1);
  return { start, end: start + random.below(length - start + 1) };
}

/** Three derivations on top of one another: the edits of the first, and the text before and the edits of the last. */
function layered(random: RandomSource): { raw: string; result: MappedText; edits: readonly Edit[]; before: MappedText; last: readonly Edit[] } {
  const raw = randomText(random, 40);
  const edits = randomEdits(random, raw.length);
  const second = edited(mapped(raw), edits);
  const before = edited(second, randomEdits(random, second.text.length));
  const last = randomEdits(random, before.text.length);
  return { raw, result: edited(before, last), edits, before, last };
}

describe('mapped', () => {
  it('is the raw text itself', () => {
    const text = mapped('中文𠮷字');
    assert.equal(text.text, '中文𠮷字');
    assert.deepEqual(text.toRaw({ start: 2, end: 4 }), { start: 2, end: 4 });
  });

  it('shows one range and keeps its places', () => {
    const text = mapped('头体尾', { start: 1, end: 2 });
    assert.equal(text.text, '体');
    assert.deepEqual(text.toRaw({ start: 0, end: 1 }), { start: 1, end: 2 });
    assert.deepEqual(text.fromRaw({ start: 0, end: 3 }), { start: 0, end: 1 });
    assert.deepEqual(text.fromRaw({ start: 2, end: 3 }), { start: 1, end: 1 });
  });

  it('refuses a range outside the text', () => {
    assert.throws(() => mapped('短', { start: 0, end: 2 }), RangeError);
  });
});

describe('edited', () => {
  const text = edited(mapped('當(dāng)前位置'), [{ span: { start: 1, end: 7 }, text: '' }]);

  it('leaves out what was taken out', () => {
    assert.equal(text.text, '當前位置');
    assert.deepEqual(text.toRaw({ start: 0, end: 1 }), { start: 0, end: 1 });
    assert.deepEqual(text.toRaw({ start: 1, end: 2 }), { start: 7, end: 8 });
    assert.deepEqual(text.toRaw({ start: 0, end: 2 }), { start: 0, end: 8 });
    assert.deepEqual(text.fromRaw({ start: 2, end: 5 }), { start: 1, end: 1 });
    assert.deepEqual(text.toRaw({ start: 2, end: 2 }), { start: 8, end: 8 });
  });

  it('takes a replacement as a whole', () => {
    const replaced = edited(mapped('甲乙丙丁'), [{ span: { start: 1, end: 3 }, text: 'XYZ' }]);
    assert.equal(replaced.text, '甲XYZ丁');
    assert.deepEqual(replaced.toRaw({ start: 2, end: 3 }), { start: 1, end: 3 });
    assert.deepEqual(replaced.fromRaw({ start: 2, end: 3 }), { start: 1, end: 4 });
    assert.deepEqual(replaced.fromRaw({ start: 0, end: 1 }), { start: 0, end: 1 });
  });

  it('counts what was put in with its neighbours', () => {
    const put = edited(mapped('甲乙'), [{ span: { start: 1, end: 1 }, text: '+' }]);
    assert.equal(put.text, '甲+乙');
    assert.deepEqual(put.toRaw({ start: 1, end: 2 }), { start: 1, end: 1 });
    assert.deepEqual(put.fromRaw({ start: 1, end: 1 }), { start: 1, end: 2 });
    assert.deepEqual(put.fromRaw({ start: 0, end: 1 }), { start: 0, end: 2 });
  });

  it('is its base where nothing is edited', () => {
    const base = mapped('原样');
    assert.equal(edited(base, []), base);
  });

  it('refuses edits that are out of order, overlap or leave the text', () => {
    const at = (start: number, end: number): Edit => ({ span: { start, end }, text: '' });
    for (const edits of [[at(2, 3), at(0, 1)], [at(0, 2), at(1, 3)], [at(2, 5)], [at(2, 1)]]) {
      assert.throws(() => edited(mapped('甲乙丙'), edits), RangeError);
    }
  });
});

describe('derivations on top of one another', () => {
  it('give the text that the edits give one after another', () => {
    const random = randomSource(1);
    for (let round = 0; round < 200; round += 1) {
      const { result, before, last } = layered(random);
      let expected = before.text;
      for (const { span, text } of [...last].reverse()) expected = expected.slice(0, span.start) + text + expected.slice(span.end);
      assert.equal(result.text, expected);
    }
  });

  it('cover every range that goes to raw and comes back', () => {
    const random = randomSource(2);
    for (let round = 0; round < 3000; round += 1) {
      const { result } = layered(random);
      const range = randomRange(random, result.text.length);
      const again = result.fromRaw(result.toRaw(range));
      assert.ok(range.start === range.end || (again.start <= range.start && again.end >= range.end),
        `${JSON.stringify(range)} came back as ${JSON.stringify(again)}`);
    }
  });

  it('give ordered ranges inside the text', () => {
    const random = randomSource(3);
    for (let round = 0; round < 3000; round += 1) {
      const { raw, result } = layered(random);
      const toRaw = result.toRaw(randomRange(random, result.text.length));
      assert.ok(toRaw.start >= 0 && toRaw.start <= toRaw.end && toRaw.end <= raw.length);
      const fromRaw = result.fromRaw(randomRange(random, raw.length));
      assert.ok(fromRaw.start >= 0 && fromRaw.start <= fromRaw.end && fromRaw.end <= result.text.length);
    }
  });

  it('never split what was mended in raw', () => {
    const random = randomSource(4);
    for (let round = 0; round < 1000; round += 1) {
      const { result, edits } = layered(random);
      const { start, end } = result.toRaw(randomRange(random, result.text.length));
      for (const { span, text } of edits) {
        const isCut = (place: number): boolean => span.start < place && place < span.end && text.length > 0;
        assert.ok(!isCut(start) && !isCut(end), `${start}–${end} cuts ${JSON.stringify(span)}`);
      }
    }
  });
});
