import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumArguments, installChromium } from '../../scripts/chromium.mjs';
import type { EditorServer } from '../../scripts/editor.mjs';
import { quietSettings, startEditor } from '../../scripts/editor.mjs';

/** A running server of the browser VS Code, with the folder of its user data. */
export interface Editor { readonly server: EditorServer; readonly data: string }

interface Profile { readonly windows: BrowserContext; readonly folder: string }

const editors = new Map<string, Promise<Editor>>();
let browser: Promise<Profile> | undefined;

/** The one browser of the run, with a profile on the disk: only such a one keeps what it compiled of the workbench. */
function openBrowser(): Promise<Profile> {
  browser ??= installChromium().then(async executablePath => {
    const folder = mkdtempSync(join(tmpdir(), 'seedbed-browser-'));
    const permissions = ['clipboard-read', 'clipboard-write'];
    const windows = await chromium.launchPersistentContext(folder, { executablePath, args: [...chromiumArguments], viewport: { width: 1360, height: 860 }, permissions });
    return { windows, folder };
  });
  return browser;
}

/** Opens a page on an address whose site has nothing stored in this browser, as that of a fresh user. */
export async function openPage(address: string, media: Parameters<Page['emulateMedia']>[0]): Promise<Page> {
  const { windows } = await openBrowser();
  const page = await windows.newPage();
  const session = await windows.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'cookies,indexeddb,local_storage' });
  await session.detach();
  await page.emulateMedia(media);
  await page.goto(address);
  return page;
}

/** The server for a display language, started on first use; English when none is named. */
export function openEditor(locale = 'en'): Promise<Editor> {
  const running = editors.get(locale);
  if (running !== undefined) return running;
  const started = startFor(locale);
  editors.set(locale, started);
  return started;
}

async function startFor(locale: string): Promise<Editor> {
  const data = mkdtempSync(join(tmpdir(), 'seedbed-ui-'));
  const server = await startEditor({ data, ...(locale === 'en' ? {} : { locale }) });
  return { server, data };
}

/** Writes the user's settings anew: each window starts as on a fresh machine. */
export function writeSettings(editor: Editor, settings: Readonly<Record<string, unknown>>): void {
  const folder = join(editor.data, 'user', 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/** Ends the browser and every server, and removes their data. */
export async function closeEditors(): Promise<void> {
  const profile = await browser;
  browser = undefined;
  await profile?.windows.close();
  if (profile) removeFolder(profile.folder);
  for (const starting of editors.values()) {
    const editor = await starting.catch(() => undefined);
    if (editor === undefined) continue;
    await editor.server.stop();
    removeFolder(editor.data);
  }
  editors.clear();
}

const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
};
