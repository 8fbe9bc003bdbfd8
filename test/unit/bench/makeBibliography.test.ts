import assert from 'node:assert/strict';
import { asBibtex, asCslJson, inOtherScript, initialsOf, makeEntries } from '../../../scripts/bench/makeBibliography.mjs';
import { parseBibliography } from '../../../src/core/cite/bibliography';
import { readTable } from '../tables';

const words = Object.keys((JSON.parse(readTable('documentFrequency')) as { readonly words: object }).words).filter(word => /^\p{Script=Han}{2,4}$/u.test(word));
const COUNT = 2000;
const entries = makeEntries(COUNT, words);
const shareOf = (script: string): number => entries.filter(entry => entry.script === script).length / COUNT;

describe('the bibliography that citing is measured with', () => {
  it('is the same on every run, and a longer one begins with it', () => {
    assert.deepEqual(makeEntries(COUNT, words), entries);
    assert.deepEqual(makeEntries(COUNT + 10, words).slice(0, COUNT), entries);
  });

  it('has a key of its own for every entry, fit for a citation', () => {
    assert.equal(new Set(entries.map(entry => entry.key)).size, COUNT);
    assert.deepEqual(entries.filter(entry => !/^[a-z]+\d{4,8}[a-z]*$/.test(entry.key)).map(entry => entry.key), []);
  });

  it('is Chinese in both scripts, and Western by a quarter', () => {
    assert.deepEqual([shareOf('Hans'), shareOf('Hant'), shareOf('Latn')], [0.625, 0.125, 0.25]);
    for (const { script, title } of entries) assert.equal(/\p{Script=Han}/u.test(title), script !== 'Latn', title);
  });

  it('is read by Seedbed as CSL-JSON, entry by entry', () => {
    const parsed = parseBibliography(asCslJson(entries));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value.map(({ id, title, 'container-title': outlet }) => ({ id, title, outlet })), entries.map(({ key, title, outlet }) => ({ id: key, title, outlet })));
    assert.deepEqual(parsed.value[0]?.issued, { 'date-parts': [entries[0]?.date.split('-').map(Number)] });
  });

  it('has one entry of BibLaTeX each, with braces that close', () => {
    const text = asBibtex(entries);
    assert.deepEqual([...text.matchAll(/^@\w+\{([^,]+),$/gm)].map(match => match[1]), entries.map(entry => entry.key));
    let depth = 0;
    for (const sign of text) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
  });

  it('takes about 560 bytes an entry as BibLaTeX, as bibliographies of writers do', () => {
    const bytes = Buffer.byteLength(asBibtex(entries)) / COUNT;
    assert.ok(bytes > 500 && bytes < 620, String(bytes));
  });

  it('names what a writer would type: the other script, the first letters of the readings', () => {
    assert.equal(inOtherScript({ script: 'Hans' }, '发展'), '發展');
    assert.equal(inOtherScript({ script: 'Hant' }, '發展'), '发展');
    assert.equal(initialsOf('北京日报'), 'bjrb');
  });
});
