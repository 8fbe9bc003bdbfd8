import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../src/core/analyse';
import type { ScriptTarget, SourceDocument } from '../../../src/core/document';
import { judge } from '../../../src/core/judge/judge';
import { checkWords } from '../../../src/core/quote/check';
import { locate, type Closeness } from '../../../src/core/quote/locate';
import { shownText } from '../../../src/core/render/shownText';
import { randomSource } from '../random';
import { seedTruth } from '../../seedTruth';
import { tables } from '../tables';

const random = randomSource(5);

/** A seed as it is judged by itself. */
function read(name: string): SourceDocument {
  const result = analyse(readFileSync(join(__dirname, '../../../seeds', name)), { id: name, path: name, now: '2026-03-01T12:00:00' }, tables);
  assert.ok(result.ok);
  return judge(result.value, undefined);
}

/** The sentences of the body as a view shows them, those long enough to be quoted. */
function sentences(document: SourceDocument, script: ScriptTarget, fullWidth: boolean): readonly string[] {
  const body = document.blocks.filter(({ role }) => role === 'body');
  return body.flatMap(block => shownText(document, block, { script, fullWidth }, tables).text.split(/(?<=[。！？!?])/)).filter(text => text.length >= 12);
}

const changed = (text: string): string => {
  const at = 2 + random.below(text.length - 4);
  return text.slice(0, at) + random.of([...'龘靐齉']) + text.slice(at + 1);
};
const elided = (text: string): string => `${text.slice(0, Math.floor(text.length / 3))}……${text.slice(Math.ceil(text.length / 2))}`;

type Way = readonly [what: string, (document: SourceDocument) => readonly string[], Closeness];

const ways: readonly Way[] = [
  ['as it stands', document => sentences(document, 'as-saved', false), 'exact'],
  ['in Traditional characters, of Taiwan too, or in Simplified, with full-width marks', document => (['hant', 'tw', 'hans'] as const).flatMap(script => sentences(document, script, true)), 'folded'],
  ['with words left out', document => sentences(document, 'as-saved', false).map(elided), 'exact'],
  ['with one character changed', document => sentences(document, 'as-saved', false).map(changed), 'close'],
  ['with three characters taken out, in the other script', document => sentences(document, 'hant', true).filter(text => text.length > 20).map(text => text.slice(0, 8) + text.slice(11)), 'close'],
];

describe('every sentence of the seeds', () => {
  const documents = seedTruth.map(({ file }) => read(file));
  for (const [what, make, least] of ways) {
    it(`is found ${what}`, () => {
      const ranks: readonly Closeness[] = ['exact', 'folded', 'close'];
      for (const document of documents) {
        const quotations = make(document);
        assert.ok(quotations.length >= 10);
        for (const words of quotations) {
          const found = locate(words, document, tables);
          assert.ok(found && found.text.scope === 'body' && ranks.indexOf(found.closeness) <= ranks.indexOf(least), `${document.id}: ${words} – ${found?.closeness} ${found?.text.scope}`);
        }
      }
    });
  }
  it('is the same in every script of Chinese that the reader shows, but where a sentence ends in a word of Taiwan that shares a character', () => {
    const differing = documents.flatMap(document => (['hans', 'hant', 'tw', 'twp', 'hk', 'hkp'] as const).flatMap(script => sentences(document, script, false).filter(text => {
      const kind = checkWords({ text, isDenied: false }, document, tables)?.kind;
      return kind !== 'verbatim' && kind !== 'folded';
    })));
    assert.deepEqual(differing.map(text => text.slice(-5)), ['產業叢集。', '產業叢集。', '產業叢集。']);
  });
  it('is found in no other seed, but for the two that two pages share', () => {
    const shared = documents.flatMap(document => documents.filter(other => other !== document).flatMap(other => sentences(other, 'as-saved', false)).filter(words => (locate(words, document, tables)?.similarity ?? 0) > 0.75));
    assert.deepEqual(shared.map(words => words.slice(0, 12)).sort(), ['2023年5月,习近平总', '2023年5月,习近平总', '推動科技創新和產業創新深']);
  });
});
