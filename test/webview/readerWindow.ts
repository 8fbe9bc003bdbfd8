/** The reader page in a real browser, with the editor's side of a webview played by the test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { readerHtml } from '../../src/host/readerHtml';
import type { FromReader, ReaderSelection, ToReader } from '../../src/protocol';
import type { ThemeName } from './themes';
import { themeSetup } from './themes';

const root = join(__dirname, '../..');
const site = 'https://reader.test';

/** Opens the browser that the tests share. */
export async function openBrowser(): Promise<Browser> {
  const { chromiumArguments, installChromium } = await import('../../scripts/chromium.mjs');
  return chromium.launch({ executablePath: await installChromium(), args: [...chromiumArguments] });
}

/** Bundles the page's script as the build does. */
export async function bundleReader(): Promise<string> {
  const built = await build({ entryPoints: [join(root, 'src/webview/reader.ts')], bundle: true, format: 'iife', target: 'es2022', write: false });
  return built.outputFiles[0]?.text ?? '';
}

interface Opening { readonly theme?: ThemeName; readonly width?: number; readonly height?: number; readonly lang?: string; readonly state?: unknown }

export class ReaderWindow {
  private constructor(readonly page: Page, readonly problems: readonly string[]) {}

  /** Opens a window on the empty shell and waits until the page says that it is ready. */
  static async open(browser: Browser, script: string, { theme = 'light', width = 800, height = 900, lang = 'en', state }: Opening = {}): Promise<ReaderWindow> {
    const page = await browser.newPage({ viewport: { width, height } });
    const problems: string[] = [];
    page.on('console', message => { if (message.type() === 'error') problems.push(message.text()); });
    page.on('pageerror', error => problems.push(error.message));
    const html = readerHtml({ cspSource: site, asWebviewUri: file => `${site}/${file}` }, 'abc123', lang);
    const answers: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', html],
      '/reader.js': ['text/javascript', script],
      '/reader.css': ['text/css', readFileSync(join(root, 'src/webview/reader.css'), 'utf8')],
    };
    await page.route('**/*', route => {
      const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? [];
      return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: contentType ?? '', body });
    });
    const editor = readFileSync(join(__dirname, 'playEditor.js'), 'utf8');
    await page.addInitScript({ content: `${editor}\nplayEditor(${JSON.stringify({ ...themeSetup(theme), state })});` });
    await page.goto(`${site}/`);
    return new ReaderWindow(page, problems);
  }

  /** Sends a message as the editor does. */
  async send(message: ToReader): Promise<void> {
    await this.page.evaluate(data => { window.postMessage(data, '*'); return new Promise(requestAnimationFrame); }, message);
  }

  async posted(): Promise<readonly FromReader[]> {
    return this.page.evaluate<readonly FromReader[]>('posted');
  }

  async state(): Promise<unknown> {
    return this.page.evaluate('savedState');
  }

  /** What the page answers when the host asks for the selection. */
  async selection(): Promise<ReaderSelection | undefined> {
    await this.send({ type: 'askSelection', request: 7 });
    const answer = (await this.posted()).filter(message => message.type === 'selection').at(-1);
    return answer?.selection;
  }
}
