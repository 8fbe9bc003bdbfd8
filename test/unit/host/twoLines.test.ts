import assert from 'node:assert/strict';
import { inTwoLines } from '../../../src/host/references/twoLines';

describe('a reference in two lines of a list', () => {
  it('stays in one where it fits', () => assert.deepEqual(inTwoLines('[1] 短.'), ['[1] 短.']));
  it('keeps Latin words whole', () => assert.deepEqual(inTwoLines(`${'word '.repeat(15)}another end`), [`${'word '.repeat(15)}`.trim(), 'another end']));
  it('begins no line with what closes, and ends none with what opens', () => {
    assert.deepEqual(inTwoLines(`${'字'.repeat(39)}。后`), ['字'.repeat(38), '字。后']);
    assert.deepEqual(inTwoLines(`${'字'.repeat(37)}[EB/OL]. 后`), ['字'.repeat(37), '[EB/OL]. 后']);
    assert.deepEqual(inTwoLines(`${'字'.repeat(38)}《书》`), ['字'.repeat(38), '《书》']);
  });
  it('is cut anywhere where there is no place to break', () => assert.deepEqual(inTwoLines('x'.repeat(100)).map(line => line?.length), [78, 22]));
});
