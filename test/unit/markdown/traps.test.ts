import assert from 'node:assert/strict';
import type { Edit } from '../../../src/core/document';
import { scanNote } from '../../../src/core/markdown/scan';
import { findTraps } from '../../../src/core/markdown/traps/findTraps';
import type { Trap, TrapFix } from '../../../src/core/markdown/traps/trap';
import { locatorCases, trapCases, untrapped } from './trapCases';

const known = new Set(['key', 'key2020', 'a', 'b']);

const trapsOf = (text: string, keys: { has(key: string): boolean } = known): readonly Trap[] => findTraps(text, scanNote(text)).traps(keys);

const withEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits].reverse().reduce((changed, { span, text: inserted }) => changed.slice(0, span.start) + inserted + changed.slice(span.end), text);

function only(text: string, keys?: { has(key: string): boolean }): Trap {
  const [trap, ...others] = trapsOf(text, keys);
  assert.ok(trap && others.length === 0, `${text}: ${JSON.stringify([trap, ...others])}`);
  return trap;
}

const fixedBy = (text: string, fix: TrapFix | undefined): string => withEdits(text, fix?.edits ?? []);

describe('traps of citations in Chinese text', () => {
  for (const { written, kind, fixed } of trapCases) {
    it(`finds ${JSON.stringify(written)} and makes it ${JSON.stringify(fixed)}`, () => {
      const trap = only(written);
      assert.equal(trap.kind, kind);
      assert.equal(fixedBy(written, trap.fixes[0]), fixed);
      assert.deepEqual(trapsOf(fixed), [], 'nothing is left to mend');
    });
  }
  for (const [written, fixed] of locatorCases) {
    it(`finds that a style would leave out the locator of ${written}`, () => {
      const trap = only(written);
      assert.equal(trap.kind, 'locator');
      assert.equal(fixedBy(written, trap.fixes[0]), fixed);
    });
  }
  it('finds a citation at the start of a line that the preview takes for a definition', () => {
    const trap = only('甲\n\n[@key]: 很好\n');
    assert.equal(trap.kind, 'definition');
    assert.deepEqual(trap.fixes.map(({ written }) => written), ['[@key]：', '[@key]\\:']);
    assert.deepEqual(only('> [@key]: fine').fixes.map(({ written }) => written), ['[@key]\\:', '[@key]：']);
  });
  it('keeps the author in the text where the writer wants it', () => assert.equal(fixedBy('@key指出', only('@key指出').fixes[1]), '@{key}指出'));
  it('can set a following bracket apart', () => {
    assert.equal(fixedBy('[@key](p. 3)', only('[@key](p. 3)').fixes[1]), '[@key] (p. 3)');
    assert.equal(fixedBy('[@a][@b]', only('[@a][@b]').fixes[1]), '[@a] [@b]');
  });
  it('marks every one of several', () => {
    assert.deepEqual(trapsOf('据报道@key。[@a；@b]\n\n＠key [@key, 第3段; @a 第2段]').map(({ kind }) => kind), ['glued', 'separator', 'fullWidth', 'locator', 'locator']);
  });
});

describe('what is no trap', () => {
  for (const text of untrapped) it(JSON.stringify(text), () => assert.deepEqual(trapsOf(text), []));
  it('is a key that is known as it stands', () => assert.deepEqual(trapsOf('@key指出', new Set(['key', 'key指出'])), []));
  it('is an unknown name behind a letter', () => assert.deepEqual(trapsOf('据@someone说，@someone说', new Set()), []));
  it('is not the form of a key that names an outlet and a day', () => {
    assert.equal(only('据报道@rmrb20250604', new Set()).key, 'rmrb20250604');
    assert.equal(only('@rmrb20250604a指出', new Set()).key, 'rmrb20250604a');
    assert.equal(only('【@rmrb20250604】', new Set()).kind, 'fullWidth');
  });
  it('is not a bracket that begins as citations do', () => assert.equal(only('[参见@nobody]', new Set()).kind, 'glued'));
});

describe('looking for traps', () => {
  it('asks for each key that decides', () => assert.deepEqual([...findTraps('@key指出', scanNote('@key指出')).keys].sort(), ['key', 'key指', 'key指出']));
  it('stays linear in a long note', () => {
    const note = '据报道@key，@key指出[@a；@b]【@key】[@key [参见@a](x) '.repeat(4000);
    assert.ok(trapsOf(note).length > 10_000);
  });
});
