import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { ReaderBlock, ShowMessage } from '../../src/protocol';
import { bundleReader, openBrowser, ReaderWindow } from './readerWindow';
import { seedMessage } from './seedMessage';

const withLooks = (message: ShowMessage, showHidden: boolean): ShowMessage => ({ ...message, looks: { ...message.looks, showHidden } });
const block = (index: number, text: string): ReaderBlock => ({ index, kind: 'paragraph', role: 'body', reason: 'paragraph', text, marks: [], doubts: [] });
const withBlocks = (message: ShowMessage, blocks: readonly ReaderBlock[]): ShowMessage => ({ ...message, page: { ...message.page, id: 'file:///long', blocks } });

/** Selects in the page from one block's text to another's, backwards where `back` is true. */
async function select(window: ReaderWindow, from: readonly [string, number], to: readonly [string, number], back = false): Promise<void> {
  await window.page.evaluate(`(() => {
    const point = ([selector, offset]) => {
      const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(), left = offset; node; node = walker.nextNode()) {
        if (left <= node.length) return [node, left];
        left -= node.length;
      }
      throw new Error('No such place in ' + selector);
    };
    const ends = ${JSON.stringify(back ? [to, from] : [from, to])}.map(point);
    getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
    return new Promise(requestAnimationFrame);
  })()`);
}

describe('the reader page', () => {
  let browser: Browser;
  let script: string;
  let reader: ReaderWindow;
  const open = async (opening: Parameters<typeof ReaderWindow.open>[2] = {}): Promise<ReaderWindow> => {
    reader = await ReaderWindow.open(browser, script, opening);
    return reader;
  };

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), bundleReader()]);
  });
  afterEach(async () => {
    assert.deepEqual(reader.problems, []);
    await reader.page.close();
  });
  after(() => browser.close());

  it('says that it is ready, and drops what is no message of the host', async () => {
    await open();
    assert.deepEqual(await reader.posted(), [{ type: 'ready' }]);
    await reader.page.evaluate('postMessage({ type: "show", page: {} }, "*"); postMessage("x", "*")');
    assert.equal(await reader.page.locator('article').count(), 0);
  });

  it('shows the headline, the publisher and the body, and nothing that is hidden', async () => {
    await open();
    const message = seedMessage(1);
    await reader.send(message);
    assert.equal(await reader.page.locator('h1').innerText(), message.page.title);
    assert.equal(await reader.page.locator('.publisher').innerText(), message.page.publisher);
    const shown = await reader.page.locator('.text').innerText();
    for (const { role, text } of message.page.blocks) if (role !== 'body' && text.length > 12) assert.ok(!shown.includes(text), text);
    const texts = await reader.page.locator('.portion > .block').evaluateAll(found => found.map(one => one.textContent));
    assert.deepEqual(texts, message.page.blocks.filter(one => one.role === 'body').map(one => one.text));
  });

  it('shows hidden blocks in their places, under one reason for each run', async () => {
    await open();
    const message = seedMessage(1);
    await reader.send(message);
    await reader.page.getByRole('button', { name: 'Show hidden blocks' }).click();
    assert.deepEqual((await reader.posted()).at(-1), { type: 'looks', looks: { showHidden: true, textSize: 100 } });
    const all = await reader.page.locator('.block').evaluateAll(found => found.map(one => one.textContent));
    assert.deepEqual(all, message.page.blocks.map(one => one.text));
    const runs = message.page.blocks.filter((one, at, list) => one.role !== 'body' && (list[at - 1]?.role === 'body' || list[at - 1]?.reason !== one.reason));
    assert.deepEqual(await reader.page.locator('.reason:visible').allInnerTexts(), runs.map(one => message.reasons[one.reason]));
  });

  it('treats markup of a source as text', async () => {
    await open();
    await reader.send(withBlocks(seedMessage(0), [block(0, '<img src=x onerror=alert(1)><b>粗</b>')]));
    assert.equal(await reader.page.locator('.block').innerText(), '<img src=x onerror=alert(1)><b>粗</b>');
  });

  it('notes a doubt beside its words: in the margin of a wide page, else below the block', async () => {
    await open({ width: 1200 });
    const message = seedMessage(3);
    await reader.send(message);
    const doubted = message.page.blocks.find(one => one.doubts.length > 0);
    assert.ok(doubted);
    const { index, text } = doubted;
    const words = reader.page.locator('.doubt');
    assert.deepEqual(await words.allTextContents(), ['120日']);
    assert.equal(await reader.page.locator(`[data-block="${index}"]`).textContent(), text);
    const note = reader.page.locator('.doubt-notes p');
    assert.deepEqual(await note.allTextContents(), message.doubts[index]);
    assert.equal(await words.getAttribute('aria-describedby'), await note.getAttribute('id'));
    const boxes = async () => [await reader.page.locator(`[data-block="${index}"]`).boundingBox(), await note.boundingBox()].map(box => box ?? assert.fail('not shown'));
    const [wide, beside] = await boxes();
    assert.ok(wide && beside && beside.x >= wide.x + wide.width && beside.y < wide.y + 30 && beside.x + beside.width <= 1200, JSON.stringify([wide, beside]));
    await reader.page.setViewportSize({ width: 700, height: 900 });
    const [narrow, below] = await boxes();
    assert.ok(narrow && below && below.y >= narrow.y + narrow.height - 4 && below.x >= narrow.x - 1, JSON.stringify([narrow, below]));
    assert.equal(await reader.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
  });

  it('counts no note among what is selected, and visits doubts after repairs', async () => {
    await open({ width: 1200 });
    const message = seedMessage(3);
    const lost = { ...block(0, '甲\ufffd乙\ufffd丙'), doubts: [{ start: 1, end: 2, kind: 'lostText', } as const, { start: 3, end: 4, kind: 'lostText' } as const] };
    const item = { ...block(1, '丁，，戊'), kind: 'listItem' as const, doubts: [{ start: 1, end: 3, kind: 'repeatedMark' } as const], marks: [{ start: 0, end: 2, repair: 'mojibake', before: 'ï', certain: false } as const] };
    const doubts = { 0: ['Text is lost here.', 'Text is lost here.'], 1: ['A mark too many.'] };
    await reader.send({ ...withBlocks(message, [lost, item, block(2, '己庚')]), doubts, lines: { ...message.lines, repaired: '2 doubts' } });
    assert.deepEqual(await reader.page.locator('.doubt-notes p').allTextContents(), ['Text is lost here.', 'A mark too many.'], 'what is said twice is one note');
    assert.deepEqual(await reader.page.locator('.block').evaluateAll(found => found.map(one => one.textContent)), [lost.text, item.text, '己庚']);
    assert.deepEqual(await reader.page.locator('.list > li').count(), 2);
    await select(reader, ['[data-block="0"]', 2], ['[data-block="1"]', 3]);
    assert.deepEqual(await reader.selection(), { from: { block: 0, offset: 2 }, to: { block: 1, offset: 3 } });
    assert.ok(!(await reader.page.evaluate<string>('getSelection().toString()')).includes('lost'), 'a note is not selected');
    const seen: string[] = [];
    for (let times = 0; times < 6; times += 1) {
      await reader.page.getByRole('button', { name: 'Show in the text' }).click();
      seen.push(await reader.page.locator('.current').innerText());
    }
    assert.deepEqual(seen, ['\ufffd', '\ufffd', '丁', '，', '，', '\ufffd']);
  });

  it('tells a selection by block and offset, across blocks and marks, in either direction', async () => {
    await open();
    const message = seedMessage(4);
    await reader.send(message);
    const marked = message.page.blocks.find(one => one.marks.length > 0);
    assert.ok(marked);
    const at = marked.text.indexOf('粵港澳');
    const [from, to] = [[`[data-block="${marked.index}"]`, at + 1], [`[data-block="${marked.index + 1}"]`, 4]] as const;
    const expected = { from: { block: marked.index, offset: at + 1 }, to: { block: marked.index + 1, offset: 4 } };
    await select(reader, from, to);
    assert.deepEqual(await reader.selection(), expected);
    await select(reader, from, to, true);
    assert.deepEqual(await reader.selection(), expected);
  });

  it('keeps a selection inside the text when it begins in the masthead or ends before the next block', async () => {
    await open();
    const message = seedMessage(0);
    await reader.send(message);
    const [first, second] = message.page.blocks.filter(one => one.role === 'body');
    assert.ok(first && second);
    await select(reader, ['h1', 2], [`[data-block="${second.index}"]`, 0]);
    assert.deepEqual(await reader.selection(), { from: { block: first.index, offset: 0 }, to: { block: first.index, offset: first.text.length } });
    await select(reader, ['h1', 0], ['h1', 4]);
    assert.equal(await reader.selection(), undefined);
  });

  it('never counts a label among hidden blocks', async () => {
    await open();
    const message = withLooks(seedMessage(1), true);
    await reader.send(message);
    const first = message.page.blocks[0];
    assert.ok(first);
    await select(reader, ['.reason', 1], ['[data-block="0"]', 3]);
    assert.deepEqual(await reader.selection(), { from: { block: 0, offset: 0 }, to: { block: 0, offset: 3 } });
  });

  it('tells the host what is selected, and when nothing is any more', async () => {
    await open();
    await reader.send(withBlocks(seedMessage(1), [block(0, '第一段'), block(1, '第二段')]));
    await select(reader, ['[data-block="1"]', 0], ['[data-block="1"]', 2]);
    const told = async () => (await reader.posted()).filter(message => message.type === 'selected');
    assert.deepEqual(await told(), [{ type: 'selected', selection: { from: { block: 1, offset: 0 }, to: { block: 1, offset: 2 } } }]);
    await reader.send(seedMessage(1));
    assert.deepEqual((await told()).at(-1), { type: 'selected' });
  });

  it('names the language of a block that is another than the page’s', async () => {
    await open();
    await reader.send(withBlocks(seedMessage(1), [block(0, '说'), { ...block(1, '說'), lang: 'zh-Hant' }]));
    assert.deepEqual(await reader.page.locator('.portion > .block').evaluateAll(found => found.map(one => one.getAttribute('lang'))), [null, 'zh-Hant']);
  });

  it('quotes only while something is selected', async () => {
    await open();
    const message = seedMessage(0);
    await reader.send(message);
    const quote = reader.page.getByRole('toolbar').getByRole('button', { name: 'Insert Quote' });
    assert.equal(await quote.getAttribute('aria-disabled'), 'true');
    const body = message.page.blocks.find(one => one.role === 'body');
    assert.ok(body);
    await select(reader, [`[data-block="${body.index}"]`, 2], [`[data-block="${body.index}"]`, 9]);
    await quote.focus();
    await reader.page.keyboard.press('Enter');
    assert.deepEqual((await reader.posted()).at(-1), { type: 'quote', selection: { from: { block: body.index, offset: 2 }, to: { block: body.index, offset: 9 } } });
  });

  it('asks for another script, and keeps the focus and the first visible block in place when it comes', async () => {
    await open();
    const message = seedMessage(4);
    await reader.send(message);
    const at = message.page.blocks.filter(one => one.role === 'body')[12]?.index ?? 0;
    const top = (): Promise<number> => reader.page.locator(`[data-block="${at}"]`).evaluate(one => Math.round(one.getBoundingClientRect().top));
    await reader.page.locator(`[data-block="${at}"]`).evaluate(one => window.scrollBy(0, one.getBoundingClientRect().top - 50));
    const before = await top();
    await reader.page.getByRole('combobox').selectOption('hans');
    assert.deepEqual((await reader.posted()).at(-1), { type: 'view', view: { script: 'hans', fullWidth: false } });
    await reader.page.getByRole('combobox').focus();
    const blocks = message.page.blocks.map(one => ({ ...one, text: one.text.replaceAll('國', '国') }));
    await reader.send({ ...message, view: { script: 'hans', fullWidth: false }, page: { ...message.page, lang: 'zh-Hans', blocks } });
    const after = await top();
    assert.ok(Math.abs(after - before) <= 2, `${before} and ${after}`);
    assert.equal(await reader.page.evaluate('document.activeElement.tagName'), 'SELECT');
  });

  it('comes back to its place after the window was loaded anew, even far down a long page', async () => {
    const message = withBlocks(seedMessage(0), Array.from({ length: 3000 }, (_, index) => block(index, `第${index}段。${'长'.repeat(60)}`)));
    await open({ state: { id: message.page.id, view: message.view, looks: message.looks, pinned: false, scroll: { block: 2500, part: 0 } } });
    await reader.send(message);
    await reader.page.waitForSelector('main[aria-busy=false]');
    const top = await reader.page.locator('[data-block="2500"]').evaluate(one => one.getBoundingClientRect().top);
    const edge = await reader.page.locator('.toolbar').evaluate(one => one.getBoundingClientRect().bottom);
    assert.ok(Math.abs(top - edge) <= 2, `${top} and ${edge}`);
  });

  it('marks a passage and brings it into view, also one that is not built yet, and leaves the text as it is', async () => {
    const message = withBlocks(seedMessage(0), Array.from({ length: 3000 }, (_, index) => block(index, `第${index}段。${'长'.repeat(60)}`)));
    await open();
    await reader.send(message);
    await reader.send({ type: 'passage', passage: { from: { block: 2500, offset: 1 }, to: { block: 2501, offset: 5 } }, reveal: true });
    await reader.page.waitForSelector('main[aria-busy=false]');
    assert.deepEqual(await reader.page.evaluate('[...CSS.highlights.get("passage")].map(String)'), [`2500段。${'长'.repeat(60)}`, '第2501']);
    const [top, height] = await reader.page.locator('[data-block="2500"]').evaluate((one): [number, number] => [one.getBoundingClientRect().top, innerHeight]);
    assert.ok(top > height * 0.2 && top < height * 0.4, `${top} of ${height}`);
    await reader.send(seedMessage(2));
    assert.equal(await reader.page.evaluate('CSS.highlights.has("passage")'), false);
  });

  it('leaves another page at its head, and keeps what the host needs to restore it', async () => {
    await open();
    await reader.send(seedMessage(0));
    await reader.page.evaluate('scrollTo(0, 500)');
    const next = seedMessage(2);
    await reader.send({ ...next, pinned: true });
    assert.equal(await reader.page.evaluate('scrollY'), 0);
    assert.deepEqual(await reader.state(), { id: next.page.id, view: next.view, looks: next.looks, pinned: true });
  });

  it('goes to what was repaired, and says what the file has there', async () => {
    await open();
    await reader.send(seedMessage(4));
    await reader.page.getByRole('button', { name: 'Show in the text' }).click();
    const mark = reader.page.locator('.mark.current');
    assert.match(await mark.getAttribute('title') ?? '', /^A guess\. The file has “/);
    assert.ok(await mark.isVisible());
  });

  it('posts its commands, and offers to keep the page only while it is not kept', async () => {
    await open();
    const message = seedMessage(4);
    await reader.send(message);
    for (const name of ['Insert Citation', 'Show Source File', 'Original page', 'Copy Citation Key', 'Edit Source Details…', 'Keep Open']) await reader.page.getByRole('button', { name }).click();
    const commands = (await reader.posted()).flatMap(posted => (posted.type === 'command' ? [posted.command] : []));
    assert.deepEqual(commands, ['cite', 'showFile', 'openOriginal', 'copyKey', 'editDetails', 'pin']);
    await reader.send({ ...message, pinned: true });
    assert.equal(await reader.page.getByRole('button', { name: 'Keep Open' }).count(), 0);
  });

  it('offers beside a hidden block to make it body, by pointer and by keyboard', async () => {
    await open();
    const message = withLooks(seedMessage(1), true);
    await reader.send(message);
    const button = reader.page.getByRole('button', { name: 'This Is Body' });
    const body = message.page.blocks.find(one => one.role === 'body');
    assert.ok(body);
    await reader.page.locator('[data-block="1"]').hover();
    await button.click();
    assert.deepEqual((await reader.posted()).at(-1), { type: 'isBody', block: 1 });
    await reader.page.locator(`[data-block="${body.index}"]`).hover();
    assert.equal(await button.count(), 0);
    await reader.page.locator('[data-block="1"]').click();
    await reader.page.keyboard.press('Alt+ArrowDown');
    assert.equal(await button.count(), 1);
    await reader.page.keyboard.press('Enter');
    assert.deepEqual((await reader.posted()).at(-1), { type: 'isBody', block: 2 });
  });

  it('walks through the blocks with Alt and the arrows, and tells where it is even when it has lost the focus', async () => {
    await open();
    const message = seedMessage(1);
    await reader.send(message);
    const body = message.page.blocks.filter(one => one.role === 'body').map(one => one.index);
    const focused = (): Promise<unknown> => reader.page.evaluate('Number(document.activeElement.dataset.block)');
    for (const [key, at] of [['ArrowDown', 0], ['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1]] as const) {
      await reader.page.keyboard.press(`Alt+${key}`);
      assert.equal(await focused(), body[at]);
    }
    await reader.page.evaluate('document.activeElement.blur()');
    await reader.send({ type: 'askSelection', request: 9 });
    assert.deepEqual((await reader.posted()).at(-1), { type: 'selection', request: 9, block: body[1] });
    await reader.send(seedMessage(2));
    await reader.send({ type: 'askSelection', request: 10 });
    assert.deepEqual((await reader.posted()).at(-1), { type: 'selection', request: 10 });
  });

  it('tells the context menu which block it is opened on, and whether that is hidden', async () => {
    await open();
    const message = seedMessage(1);
    await reader.send(withLooks(message, true));
    const contexts = await reader.page.locator('.block').evaluateAll(found => found.map(one => JSON.parse(one.getAttribute('data-vscode-context') ?? '') as unknown));
    assert.deepEqual(contexts, message.page.blocks.map(one => ({ webviewSection: one.role === 'body' ? 'body' : 'hidden', block: one.index })));
  });

  it('says why a source cannot be shown, and leads to its file', async () => {
    await open();
    await reader.send({ type: 'fail', message: 'The file is empty.', fileExists: true, labels: seedMessage(0).labels });
    assert.match(await reader.page.getByRole('alert').innerText(), /The file is empty\./);
    await reader.page.getByRole('button', { name: 'Show Source File' }).click();
    assert.deepEqual((await reader.posted()).at(-1), { type: 'command', command: 'showFile' });
  });

  it('offers no file that is gone', async () => {
    await open();
    await reader.send({ type: 'fail', message: 'The file is no longer there.', fileExists: false, labels: seedMessage(0).labels });
    assert.match(await reader.page.getByRole('alert').innerText(), /no longer there/);
    assert.equal(await reader.page.getByRole('alert').getByRole('button').count(), 0);
  });

  for (const width of [320, 500]) {
    it(`fits a column ${width} pixels wide`, async () => {
      await open({ width });
      await reader.send(withLooks(seedMessage(4), true));
      assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth) <= width);
    });
  }
});
