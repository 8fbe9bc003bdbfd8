import { mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArguments, installChromium } from '../chromium.mjs';
import { folderAddress, startEditor } from '../editor.mjs';
import { makeStarter } from '../starter.mjs';
import { median } from './median.mjs';
import { packExtension } from './packExtension.mjs';

const runs = 5;
const source = { title: '北京不断强化科技创新策源功能', key: 'rmrb20250604', traditional: '北京不斷強化科技創新策源功能' };

/** What is measured, in milliseconds, in the order of the table. */
const measures = {
  workbench: 'window opened, to the workbench shown',
  rows: 'window opened, to five rows in the tree',
  page: 'row clicked, to the first reader page shown',
  hover: 'mouse on a key, to the first hover shown',
  activation: 'activation: code loaded and activate() run',
};

const clock = () => performance.now();

/** Opens Seedbed's view and waits until `rows` sources stand in it. */
async function untilRows(page, rows) {
  await page.locator('.activitybar a[aria-label="Seedbed"]').click({ timeout: 60_000 });
  await page.waitForFunction(count => document.querySelectorAll('.sidebar .monaco-list-row:not([aria-expanded])').length >= count, rows, { timeout: 60_000, polling: 20 });
}

/** The page inside the webview once it shows `text`. */
async function untilPage(page, text) {
  for (const start = clock(); clock() - start < 60_000;) {
    for (const frame of page.frames()) {
      if (await frame.evaluate(wanted => document.body?.innerText.includes(wanted) ?? false, text).catch(() => false) && frame.parentFrame()?.parentFrame()) return frame;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('the reader did not come');
}

async function openNote(page) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type="text"]').first().fill('notes.md');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'notes.md' }).first().click();
  await page.locator('.view-line', { hasText: source.key }).first().waitFor();
  // The mouse stands still on the key only after the editor has settled.
  await page.waitForTimeout(1000);
}

/** Milliseconds from the mouse coming to rest on the key to its hover; the mouse tries again where the editor took no notice. */
async function hoverKey(page) {
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: source.title }).first();
  for (let attempt = 0; attempt < 5; attempt++) {
    const place = await placeOfKey(page);
    await page.mouse.move(place.x + 200, place.y + 300);
    await page.waitForTimeout(300);
    await page.mouse.move(place.x, place.y, { steps: 3 });
    const start = clock();
    if (await hover.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return clock() - start;
  }
  throw new Error('no hover came');
}

const placeOfKey = page => page.evaluate(wanted => {
  const span = [...document.querySelectorAll('.view-line span')].find(each => each.childElementCount === 0 && each.textContent.includes(wanted));
  const box = span.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}, source.key);

/** Milliseconds that the editor itself says the extension took to load and activate. */
async function activationTime(page) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type="text"]').first().fill('>Developer: Show Running Extensions');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Show Running Extensions' }).first().click();
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: /^Seedbed|Seedbed/ }).first();
  await row.waitFor();
  const said = /Activation: ([\d.]+)ms/.exec(await row.innerText());
  if (said === null) throw new Error(`no activation time in ${await row.innerText()}`);
  return Number(said[1]);
}

/** Marks a file as not read for long; the next read renews the time of access, on most file systems. */
async function forgetReading(file) {
  await utimes(file, new Date(0), (await stat(file)).mtime);
}

const wasRead = async file => (await stat(file)).atimeMs > 0;

/** Whether this file system keeps times of access. */
async function knowsReading(file) {
  await forgetReading(file);
  readFileSync(file);
  return wasRead(file);
}

async function measureWindow(browser, address, table) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
  const page = await context.newPage();
  await forgetReading(table);
  const start = clock();
  await page.goto(address);
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  const workbench = clock() - start;
  await untilRows(page, 5);
  const rows = clock() - start;
  const clicked = clock();
  await page.locator('.sidebar .monaco-list-row', { hasText: source.title }).first().click();
  const reader = await untilPage(page, source.title);
  const shown = clock() - clicked;
  const readBefore = await wasRead(table);
  await reader.locator('select').first().selectOption('hant');
  await untilPage(page, source.traditional);
  const readAfter = await wasRead(table);
  await openNote(page);
  const hover = await hoverKey(page);
  const activation = await activationTime(page);
  await context.close();
  return { workbench, rows, page: shown, hover, activation, readBefore, readAfter };
}

function printTable(results, knows) {
  console.log(`\n${'milliseconds'.padEnd(48)}${'median'.padStart(8)}   each run`);
  for (const [name, words] of Object.entries(measures)) {
    const all = results.map(result => Math.round(result[name]));
    console.log(`${words.padEnd(48)}${String(median(all)).padStart(8)}   ${all.join(' ')}`);
  }
  const count = name => `${results.filter(result => result[name]).length} of ${results.length} windows`;
  console.log(`\nThe large conversion tables (simplified to traditional): ${knows
    ? `read before a conversion in ${count('readBefore')}, after one in ${count('readAfter')}`
    : 'this file system does not tell when a file is read'}`);
}

/** Prints how long it takes from opening the window to the rows, the first page and the first hover: medians of several windows. */
export async function benchEditor() {
  const { chromium } = await import('playwright-core');
  const data = await mkdtemp(join(tmpdir(), 'seedbed-bench-'));
  await makeStarter(join(data, 'workspace'));
  const extension = await packExtension(join(data, 'extension'));
  const server = await startEditor({ data, extension, settings: { 'editor.hover.delay': 0 } });
  const browser = await chromium.launch({ executablePath: await installChromium(), args: chromiumArguments });
  try {
    const table = join(extension, 'dist/tables/traditional.json');
    const knows = await knowsReading(table);
    const results = [];
    for (let run = 1; run <= runs; run++) {
      results.push(await measureWindow(browser, folderAddress(server, join(data, 'workspace')), table));
      console.log(`window ${run} of ${runs}`);
    }
    printTable(results, knows);
  } finally {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
