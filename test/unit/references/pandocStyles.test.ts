import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import type { CslItem } from '../../../src/core/cite/cslItem';
import type { BuiltInStyle } from '../../../src/core/references/builtInStyles';
import { formatReferences } from '../../../src/core/references/formatReferences';
import { referenceItems } from './referenceItems';
import { seedItems } from './seedItems';
import { builtInStyles, localeOf, styleFile, styleText } from './styles';

/** What citeproc-js and pandoc 2.17 write otherwise, and why; `same` makes what is explained equal in a text of either. */
interface Explained { readonly why: string; readonly styles: readonly BuiltInStyle[]; readonly keys: readonly string[]; same(text: string): string }

const GB: readonly BuiltInStyle[] = ['gb-t-7714-2015-numeric', 'gb-t-7714-2015-author-date'];

const differing: readonly Explained[] = [
  {
    why: 'pandoc 2.17 sets the delimiter of the group between names, where the style and the standard have a comma',
    styles: GB, keys: ['paperTwo', 'paperFour', 'paperTaiwan', 'journalZh', 'journalEn', 'journalMany', 'bookZhEdition', 'bookEdited', 'chapterZh'],
    same: text => text.replace(/\. /g, ', '),
  },
  { why: 'citeproc-js drops the full stop of a suffix before a comma', styles: ['gb-t-7714-2015-author-date'], keys: ['magazineEn'], same: text => text.replace('Jr.,', 'Jr,') },
  { why: 'CSL 1.0.2 keeps “under” small in titles', styles: ['chicago-author-date', 'modern-language-association'], keys: ['thesisEn'], same: text => text.replace('Under', 'under') },
];

interface Formatted { readonly keys: readonly string[]; readonly texts: ReadonlyMap<string, string> }

describe('references in the five styles, beside pandoc', function () {
  this.timeout(120_000);
  const items: CslItem[] = [...referenceItems], byPandoc = new Map<BuiltInStyle, Formatted>();
  const folder = mkdtempSync(join(tmpdir(), 'styles-'));
  before(async () => {
    items.push(...await seedItems());
    const pandoc = await installPandoc(), bibliography = join(folder, 'items.json');
    writeFileSync(bibliography, JSON.stringify(items));
    const note = `${items.map(({ id }) => `[@${id}]`).join('\n\n')}\n`;
    for (const style of builtInStyles) {
      const done = spawnSync(pandoc, ['--citeproc', '--bibliography', bibliography, '--csl', styleFile(style), '--to', 'html', '--wrap=none'], { input: note, encoding: 'utf8' });
      assert.equal(done.status, 0, done.stderr);
      byPandoc.set(style, entriesIn(done.stdout));
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  const ours = (style: BuiltInStyle): Formatted => {
    const formatted = formatReferences({ items, style: styleText(style), as: 'text' }, localeOf);
    assert.ok(formatted.ok);
    return { keys: formatted.value.map(({ key }) => key), texts: new Map(formatted.value.map(({ key, text }) => [key, text])) };
  };

  it('are of at least forty items, and most are the same character for character', () => {
    const pairs = builtInStyles.flatMap(style => items.map(({ id }) => ours(style).texts.get(id) === byPandoc.get(style)?.texts.get(id)));
    assert.ok(items.length >= 40);
    assert.equal(pairs.filter(same => !same).length, differing.reduce((sum, { styles, keys }) => sum + styles.length * keys.length, 0));
  });
  for (const style of builtInStyles) {
    it(`${style} is the same but for what is explained`, () => {
      const { texts } = ours(style), theirs = byPandoc.get(style)?.texts;
      for (const { id } of items) {
        const explained = differing.filter(each => each.styles.includes(style) && each.keys.includes(id)), same = (text = ''): string => explained.reduce((each, difference) => difference.same(each), text);
        assert.equal(same(texts.get(id)), same(theirs?.get(id)), id);
        if (explained.length > 0) assert.notEqual(texts.get(id), theirs?.get(id), `${id}: a difference that is none any more`);
      }
    });
  }
  it('stand in the order of the citations by numbers', () => assert.deepEqual(ours('gb-t-7714-2015-numeric').keys, items.map(({ id }) => id)));
  it('stand in the order of pandoc by author, but for two forms of one character, which pandoc sorts by their codes', () => {
    for (const style of ['apa', 'chicago-author-date', 'modern-language-association'] as const) {
      const without = (keys: readonly string[] = []): readonly string[] => keys.filter(key => !/^ys[wx]/.test(key));
      assert.deepEqual(without(ours(style).keys), without(byPandoc.get(style)?.keys), style);
    }
  });
  it('stand by pinyin in the Chinese style by author, and Western names behind, where pandoc sorts by codes', () => {
    const { keys, texts } = ours('gb-t-7714-2015-author-date'), first = keys.map(key => texts.get(key)?.[0] ?? ''), han = first.filter(letter => /\p{Script=Han}/u.test(letter));
    assert.deepEqual(first.slice(0, han.length), han);
    assert.deepEqual(han, [...han].sort(new Intl.Collator('zh-CN').compare));
  });
});

/** The entries of pandoc's HTML as plain text. */
function entriesIn(html: string): Formatted {
  const entries = [...html.matchAll(/<div id="ref-([^"]+)" class="csl-entry"[^>]*>([^]*?)<\/div>\n(?=<div id="ref-|<\/div>)/g)];
  const texts = entries.map(([, key = '', body = '']) => [key, plain(body)] as const);
  return { keys: texts.map(([key]) => key), texts: new Map(texts) };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/&(?:#39|#x27);/g, '\'').replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole).replace(/\s+/g, ' ').trim();
