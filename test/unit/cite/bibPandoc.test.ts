import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import { findBibEntries } from '../../../src/core/cite/entries/bibEntries';
import { loadBibReader, type ReadBibEntries } from '../../../src/core/cite/entries/readBibEntries';
import { bibCases } from './bibCases';

const FIELDS = ['type', 'title', 'container-title', 'author', 'editor', 'publisher', 'publisher-place', 'genre', 'number', 'issue', 'volume', 'page', 'edition', 'issued', 'accessed', 'URL', 'DOI', 'ISBN', 'ISSN', 'language'] as const;
type Fields = Readonly<Record<string, unknown>>;

/** Fields that pandoc 2.17 says otherwise, and why. */
const differing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a piece in a newspaper': { language: 'the code is what styles know; newer pandocs give it too' },
  'a Chinese book': { language: 'the same' },
  'traditional Chinese with several authors': { language: 'the same' },
  'a page of an old program': { URL: 'pandoc takes the address for the publisher', publisher: 'the same', type: 'pandoc knows no type here, a style then prints no address' },
  'something else': { type: 'pandoc knows no type here' },
  'accents, dashes and quotation marks in a title': { title: 'pandoc leaves a dotless i below the dots' },
  'a date that is open': { issued: 'a year 0 is no year' },
  'a year in brackets': { issued: 'pandoc loses the year' },
  'a program': { type: 'CSL 1.0.2 has a type for it' },
};

/** Pandoc stops at entries in round brackets, which BibTeX allows. */
const unreadable = 'entries in round brackets';

describe('entries of .bib files as pandoc reads them', function () {
  this.timeout(120_000);
  const byPandoc = new Map<string, Fields>();
  let read: ReadBibEntries;
  before(async () => {
    read = await loadBibReader();
    const pandoc = await installPandoc(), names = Object.keys(bibCases).filter(name => name !== unreadable);
    // One run for all: each case gets keys of its own.
    const input = names.map((name, at) => (bibCases[name] ?? '').replace(/(@\w+\{)([ap])\b/g, `$1$2${at}`).replace('crossref={p}', `crossref={p${at}}`)).join('\n');
    const done = spawnSync(pandoc, ['--from', 'biblatex', '--to', 'csljson'], { input, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    const items = new Map((JSON.parse(done.stdout) as Fields[]).map(item => [item['id'], item]));
    for (const [at, name] of names.entries()) byPandoc.set(name, items.get(`a${at}`) ?? {});
  });
  const bySeedbed = (name: string): Fields => {
    const entry = findBibEntries(bibCases[name] ?? '').entries.find(({ key }) => key === 'a'), [item] = entry ? read([entry]) : [];
    return item?.ok ? { ...item.value } : assert.fail(`${name} is broken`);
  };

  for (const name of Object.keys(bibCases)) {
    if (name === unreadable) continue;
    it(`${name} says the same`, () => {
      const ours = bySeedbed(name), theirs = byPandoc.get(name) ?? {}, unlike = FIELDS.filter(field => plain(ours, field) !== plain(theirs, field));
      assert.deepEqual(unlike.map(field => [field, plain(ours, field), plain(theirs, field)]).filter(([field = '']) => differing[name]?.[field] === undefined), []);
      assert.deepEqual(Object.keys(differing[name] ?? {}).filter(field => !unlike.some(each => each === field)), [], 'a difference that is none any more');
    });
  }
  it(`${unreadable} are read where pandoc gives up`, () => assert.deepEqual([bySeedbed(unreadable)['title'], bySeedbed(unreadable)['issued']], ['T', { 'date-parts': [[1990]] }]));
  it('are at least fifty', () => assert.ok(Object.keys(bibCases).length >= 50));
});

/** A field as far as it is the same to a reader: titles without case and emphasis, which are for a style; Chinese names and single words without parts. */
function plain(item: Fields, field: string): string {
  const value = item[field];
  if (value === undefined) return '';
  if (Array.isArray(value)) return JSON.stringify(value.map(name => wordsOf(name as Fields)));
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return field === 'title' || field === 'container-title' ? text.replace(/<\/?\w+>/g, '').toLowerCase() : text;
}

function wordsOf(name: Fields): string {
  const parts = ['literal', 'dropping-particle', 'non-dropping-particle', 'family', 'given', 'suffix'].filter(part => name[part] !== undefined);
  const words = parts.map(part => String(name[part])).join(' ');
  if (/\p{Script=Han}/u.test(words)) return words.replace(/ /g, '');
  return parts.length === 1 ? words : JSON.stringify(parts.map(part => [part, name[part]]));
}
