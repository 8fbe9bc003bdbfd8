import assert from 'node:assert/strict';
import { readMailDate, readSaveMarks } from '../../../src/core/ingest/saveMarks';
import { read } from '../judge/read';

describe('readSaveMarks', () => {
  it('reads the note of a browser', () => {
    assert.deepEqual(readSaveMarks('<!DOCTYPE html>\n<!-- saved from url=(0042)https://news.example.com/2024/a.html?b=1 -->\n<html>'), { url: 'https://news.example.com/2024/a.html?b=1' });
    assert.deepEqual(readSaveMarks('<!-- saved from url=(0013)about:internet -->'), {});
  });
  it('reads the note of programs that make one file of a page', () => {
    const single = '<!DOCTYPE html> <html lang=zh><!--\n Page saved with SingleFile \n url: https://news.example.com/1.html \n saved date: Mon May 06 2024 10:20:00 GMT+0800 (中国标准时间)\n-->';
    assert.deepEqual(readSaveMarks(single), { url: 'https://news.example.com/1.html', savedAt: { value: '2024-05-06T10:20:00', isUtc: false } });
    assert.deepEqual(readSaveMarks('<!-- Saved from https://news.example.com/1.html at 2024-05-06T02:20:00Z using a tool -->'), { url: 'https://news.example.com/1.html', savedAt: { value: '2024-05-06T02:20:00', isUtc: true } });
    assert.deepEqual(readSaveMarks('<html data-scrapbook-source="https://news.example.com/?a=1&amp;b=2" data-scrapbook-create="20240506022000123">'), { url: 'https://news.example.com/?a=1&b=2', savedAt: { value: '2024-05-06T02:20:00', isUtc: true } });
    assert.deepEqual(readSaveMarks('<head><meta name="savepage-url" content="https://news.example.com/1.html"><meta name="savepage-date" content="Mon May 06 2024 10:20:00 GMT+0800 (CST)">'), { url: 'https://news.example.com/1.html', savedAt: { value: '2024-05-06T10:20:00', isUtc: false } });
  });
  it('takes no other comment for a note', () => assert.deepEqual(readSaveMarks('<!-- url: https://cdn.example.com/a.js date: 2024-05-06 10:20 --><!-- 5月6日 -->'), {}));
  it('looks at the top only', () => assert.deepEqual(readSaveMarks(`<html>${' '.repeat(9000)}<!-- saved from url=(0042)https://news.example.com/ -->`), {}));
});

describe('readMailDate', () => {
  it('reads what is printed, and whether the clock is that of Greenwich', () => {
    assert.deepEqual(readMailDate('Mon, 6 May 2024 02:20:00 -0000'), { value: '2024-05-06T02:20:00', isUtc: true });
    assert.deepEqual(readMailDate('2024-05-06T10:20:00.123+08:00'), { value: '2024-05-06T10:20:00', isUtc: false });
    assert.deepEqual(readMailDate('Mon May 06 2024 02:20:00 GMT+0000'), { value: '2024-05-06T02:20:00', isUtc: true });
  });
  it('knows no other dates', () => { for (const text of ['', 'yesterday', '6 Mai 2024', '2024年5月6日']) assert.equal(readMailDate(text), undefined, text); });
});

describe('a page that says when it was saved', () => {
  const story = '5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。';
  it('has its address and the time, and not as the time of publication', () => {
    const { metadata } = read(`<!DOCTYPE html><html><!--\n Page saved with SingleFile\n url: https://news.example.com/1.html\n saved date: Thu Feb 05 2026 09:00:00 GMT+0800\n--><h1>江边建起新图书馆</h1><div>2024-05-06 10:20 来源：江城晚报</div><p>${story}</p><p>${story}</p>`, 'a.html');
    assert.deepEqual([metadata.url, metadata.capturedNotBefore, metadata.published?.value], [{ value: 'https://news.example.com/1.html', from: 'saveMark' }, { value: '2026-02-05T09:00:00', from: 'saveMark' }, '2024-05-06T10:20']);
  });
  it('keeps the address that it gives itself', () => {
    const { metadata } = read(`<!-- saved from url=(0042)https://m.example.com/1?from=share --><link rel="canonical" href="https://news.example.com/1.html"><p>${story}</p>`, 'a.html');
    assert.equal(metadata.url?.value, 'https://news.example.com/1.html');
  });
});
