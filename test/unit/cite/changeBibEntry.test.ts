import assert from 'node:assert/strict';
import { addBibEntries } from '../../../src/core/cite/entries/addBibEntries';
import { findBibEntries } from '../../../src/core/cite/entries/bibEntries';
import { changeBibEntry } from '../../../src/core/cite/entries/changeBibEntry';
import { loadBibReader, type ReadBibEntries } from '../../../src/core/cite/entries/readBibEntries';
import type { FieldChanges } from '../../../src/core/cite/changeEntry';
import type { CslItem } from '../../../src/core/cite/cslItem';

const others = '@book{other, title={Other, and more}}\n';
const changed = (text: string, changes: FieldChanges): string | undefined => changeBibEntry(`${others}${text}\n${others}`, 'a', changes)?.slice(others.length, -others.length - 1);

describe('a .bib entry that is changed', () => {
  it('keeps everything else as it is written', () =>
    assert.equal(changed('@Article{a,\n  Title = "Old, {title}",\n  year = 1990,\n  note = {x, y}\n}', { title: 'New & better' }), '@Article{a,\n  title = {New \\& better},\n  year = 1990,\n  note = {x, y}\n}'));
  it('writes a date in the place of year and month', () =>
    assert.equal(changed('@article{a, year = 1990, month = feb, title={T}}', { issued: { 'date-parts': [[2025, 6, 4]] } }), '@article{a, date = {2025-06-04}, title={T}}'));
  it('gets a field it did not have behind the last, on a line of its own where lines are', () => {
    assert.equal(changed('@online{a,\n\ttitle = {T}\n}', { URL: 'https://e.example/' }), '@online{a,\n\ttitle = {T},\n\turl = {https://e.example/},\n}');
    assert.equal(changed('@online{a, title = {T}}', { URL: 'https://e.example/' }), '@online{a, title = {T}, url = {https://e.example/},}');
  });
  it('loses a field with its line', () => assert.equal(changed('@online{a,\n  url = {x},\n  title = {T}\n}', { URL: undefined }), '@online{a,\n  title = {T}\n}'));
  it('changes or loses the mark of its source', () => {
    const text = '@online{a, x-seedbed = {seeds/a.txt|1234|abcd}, title = {T}}';
    assert.equal(changed(text, { 'custom.seedbed.path': 'b.txt', 'custom.seedbed.hash': '99' }), '@online{a, x-seedbed = {b.txt|99|abcd}, title = {T}}');
    assert.equal(changed(text, { custom: undefined }), '@online{a, title = {T}}');
  });
  it('is none without such a key', () => assert.equal(changeBibEntry(others, 'a', { title: 'T' }), undefined));

  describe('as Seedbed wrote it', () => {
    let read: ReadBibEntries;
    before(async () => { read = await loadBibReader(); });
    const item: CslItem = { id: 'a', type: 'article-newspaper', title: '江边', author: [{ literal: '谷业凯' }], 'container-title': '人民日报', issued: { 'date-parts': [[2025, 6, 4]] }, language: 'zh-CN', URL: 'https://e.example/1', custom: { seedbed: { path: 'seeds/a.txt', hash: '12', written: '34' } } };
    it('says what it was changed to', () => {
      const to = { title: '江边{建}起', author: [{ literal: '王昊男' }, { family: 'Doe', given: 'Jane' }], 'container-title': '光明日报', issued: { 'date-parts': [[2025, 7]] }, URL: 'https://e.example/2', 'custom.seedbed.written': '56' };
      const added = addBibEntries(undefined, [item]);
      assert.ok(added.ok);
      const text = changeBibEntry(added.value, 'a', to) ?? '', [now] = read(findBibEntries(text).entries);
      assert.ok(now?.ok);
      const { title, author, issued, custom, URL: url } = now.value;
      assert.deepEqual([title, author, now.value['container-title'], issued, url, custom], [to.title, to.author, '光明日报', to.issued, to.URL, { seedbed: { path: 'seeds/a.txt', hash: '12', written: '56' } }]);
    });
  });
});
