import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumArguments, installChromium } from '../../scripts/chromium.mjs';
import type { EditorServer } from '../../scripts/editor.mjs';
import { quietSettings, startEditor } from '../../scripts/editor.mjs';

/** A running server of the browser VS Code, with the folder of its user data. */
export interface Editor { readonly server: EditorServer; readonly data: string }

const editors = new Map<string, Promise<Editor>>();
let browser: Promise<Browser> | undefined;

/** The one browser of the run. */
export function openBrowser(): Promise<Browser> {
  browser ??= installChromium().then(executablePath => chromium.launch({ executablePath, args: [...chromiumArguments] }));
  return browser;
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
  await (await browser)?.close();
  browser = undefined;
  for (const starting of editors.values()) {
    const editor = await starting.catch(() => undefined);
    if (editor === undefined) continue;
    await editor.server.stop();
    rmSync(editor.data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  editors.clear();
}
