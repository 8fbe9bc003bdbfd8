import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as cheerio from 'cheerio';
import { installRis2xml } from '../../../scripts/bibutils.mjs';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import { isoDate } from '../../../src/core/cite/itemWords';
import type { CslDate, CslItem, CslName } from '../../../src/core/cite/cslItem';
import { exportReferences } from '../../../src/core/references/exportReferences';
import { readRis } from '../../../src/core/references/ris';
import { referenceItems } from './referenceItems';
import { seedItems } from './seedItems';

type Fields = Readonly<Record<string, unknown>>;

/** What has to survive, in a form in which the same is equal: names as they are read, names of outlets and publishers together. */
interface Survivor { readonly title: string; readonly authors: readonly string[]; readonly publisher: readonly string[]; readonly date: string; readonly url: string; readonly language: string }

const nameOf = ({ literal, family = '', given = '', suffix = '', 'dropping-particle': dropping = '', 'non-dropping-particle': other = '' }: CslName): string =>
  (literal ?? [dropping, other, family, given, suffix].filter(part => part !== '').join(' ')).split(/[\s,.]+/).filter(part => part !== '').map(straight).sort().join(' ');

const straight = (text: string): string => text.replace(/’/g, '\'');

const published = (item: Fields): readonly string[] => ['container-title', 'publisher'].flatMap(name => (typeof item[name] === 'string' ? item[name].split(/[;；]\s*/) : [])).filter(each => each !== '').sort();

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const survivor = (item: Fields): Survivor => ({
  title: straight(words(item['title'])).replace(/<\/?i>|<\/?span[^>]*>/g, ''), authors: ((item['author'] ?? []) as CslName[]).map(nameOf), publisher: published(item),
  date: isoDate(item['issued'] as CslDate | undefined), url: words(item['URL']), language: words(item['language']).toLowerCase(),
});

describe('an exported bibliography', function () {
  this.timeout(120_000);
  const items: CslItem[] = [...referenceItems];
  let pandoc = '';
  before(async () => { pandoc = await installPandoc(); items.push(...await seedItems()); });

  const byPandoc = (text: string, from: string): readonly Fields[] => {
    const { status, stdout, stderr } = spawnSync(pandoc, ['--from', from, '--to', 'csljson'], { input: text, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as Fields[];
  };
  const compare = (read: readonly Fields[], expected: (item: CslItem) => Fields = item => ({ ...item })): void => {
    const byId = new Map(read.map(item => [item['id'], item]));
    assert.equal(read.length, items.length);
    for (const item of items) assert.deepEqual(survivor(byId.get(item.id) ?? {}), survivor(expected(item)), item.id);
  };

  it('holds at least forty items', () => assert.ok(items.length >= 40));
  it('is read by pandoc as CSL-JSON', () => compare(byPandoc(exportReferences(items, 'csl-json'), 'csljson')));
  it('is read by pandoc as BibLaTeX', () => compare(byPandoc(exportReferences(items, 'biblatex'), 'biblatex')));
  it('is read as RIS by Seedbed', () => compare(readRis(exportReferences(items, 'ris')).items.map(item => ({ ...item }))));
  it('is read as RIS by bibutils', async () => {
    const { status, stdout } = spawnSync(await installRis2xml(), ['-i', 'utf8', '-o', 'utf8', '-un'], { input: exportReferences(items, 'ris'), encoding: 'utf8' });
    assert.equal(status, 0);
    compare(itemsOfMods(stdout));
  });
  it('tells nobody where sources lie', () => {
    for (const format of ['csl-json', 'biblatex', 'ris'] as const) assert.doesNotMatch(exportReferences(items, format), /seedbed|seeds\//);
  });
});

/** What an XML file of the Library of Congress (MODS) says, as far as it is compared. */
function itemsOfMods(xml: string): readonly Fields[] {
  const $ = cheerio.load(xml, { xml: true });
  return $('mods').toArray().map(element => {
    const mods = $(element), own = mods.children(), text = (selector: string): string => own.filter(selector.split(' ')[0] ?? '').find(selector.split(' ').slice(1).join(' ')).first().text();
    const authors = own.filter('name').toArray().filter(name => $(name).find('roleTerm').text() === 'author').map(name => ({ literal: $(name).find('namePart').toArray().map(part => $(part).text()).join(' ') }));
    const date = mods.find('dateIssued, part > date').toArray().map(each => $(each).text()).filter(each => /^\d{4}(?:-\d\d){0,2}$/.test(each)).sort((one, other) => other.length - one.length)[0] ?? '';
    const outlets = [...new Set(mods.find('relatedItem title, publisher').toArray().map(each => $(each).text()).filter(each => each !== ''))];
    return {
      id: mods.attr('ID'), title: text('titleInfo title') + (text('titleInfo subTitle') && `: ${text('titleInfo subTitle')}`), author: authors, publisher: outlets.join(';'),
      ...(date !== '' && { issued: { 'date-parts': [date.split('-').map(Number)] } }), URL: mods.find('location url').first().text(), language: own.filter('language').text().trim(),
    };
  });
}
