import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { folderAddress } from '../../scripts/editor.mjs';
import { openEditor, openPage, writeSettings } from './editors';
import { screenshots } from './paths';
import { until } from './until';

/** Themes follow what the browser says of the system, so that a window can change them as it stands. */
const themes = {
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, mark: '.monaco-workbench.vs-dark' },
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, mark: '.monaco-workbench.vs' },
  contrast: { media: { colorScheme: 'dark', forcedColors: 'active' }, mark: '.monaco-workbench.hc-black' },
} as const;

const themeSettings = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
};

/** Pictures are for people to look at; no test reads them, and they take a tenth of a run. */
const keepsPictures = Boolean(process.env.SEEDBED_PICTURES);

export type Theme = keyof typeof themes;

export interface OpenOptions {
  readonly locale?: 'zh-cn' | 'zh-tw';
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A row of the Sources view as a person sees it. */
export interface TreeRow { readonly level: number; readonly label: string; readonly description: string; readonly expanded?: boolean }

/** A workbench in a real browser, driven by palette, keyboard and mouse and read by what it shows. */
export class Workbench {
  private constructor(readonly page: Page, private theme: Theme) {}

  /** Opens `folder` in a window of a fresh user who has Seedbed installed. */
  static async open(folder: string, { locale, theme = 'dark', settings = {} }: OpenOptions = {}): Promise<Workbench> {
    const editor = await openEditor(locale);
    writeSettings(editor, { ...themeSettings, 'editor.hover.delay': 100, ...settings });
    return Workbench.visit(folderAddress(editor.server, folder), theme);
  }

  /** Opens a window at an address. */
  static async visit(address: string, theme: Theme = 'dark'): Promise<Workbench> {
    const page = await openPage(address, themes[theme].media);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    return new Workbench(page, theme);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Loads the window again by its own command. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  }

  /** Runs a command from the palette by the title it shows there. */
  async runCommand(title: string): Promise<void> {
    await until(`the command “${title}” in the palette`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      const input = this.quickInput.locator('input[type="text"]').first();
      await input.waitFor({ timeout: 5_000 });
      await input.fill(`>${title}`);
      const row = this.quickInput.locator('.monaco-list-row', { hasText: title }).first();
      await row.waitFor({ timeout: 3_000 });
      await row.click();
      return true;
    }, 40_000);
  }

  /** Titles the palette offers for a search, without running any. */
  async offeredCommands(search: string): Promise<readonly string[]> {
    await this.page.keyboard.press('F1');
    await this.quickInput.locator('input[type="text"]').first().fill(`>${search}`);
    await this.page.waitForTimeout(500);
    const rows = await this.pickRows();
    await this.page.keyboard.press('Escape');
    return rows;
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** The rows of the open pick list as text: label, description, detail. */
  async pickRows(): Promise<readonly string[]> {
    const rows = await this.quickInput.locator('.monaco-list-row').allInnerTexts();
    return rows.map(oneLine);
  }

  /** Types into the open pick list. */
  async typeInPick(text: string): Promise<void> {
    await this.quickInput.locator('input[type="text"]').first().fill(text);
  }

  /** Chooses the first row of the open pick list whose text holds `text`. */
  async choose(text: string): Promise<void> {
    const row = this.quickInput.locator('.monaco-list-row', { hasText: text }).first();
    await row.waitFor();
    await row.click();
  }

  /** Shows the Sources view by its icon in the activity bar. */
  async showSources(): Promise<void> {
    const tab = this.page.locator('.activitybar a[aria-label="Seedbed"]');
    await tab.waitFor({ timeout: 30_000 });
    const title = this.page.locator('.sidebar .composite.title', { hasText: 'Seedbed' });
    await until('the Sources view', async () => {
      if (!(await title.isVisible())) await tab.click();
      await title.waitFor({ timeout: 2_000 });
      return true;
    });
  }

  /** Presses an action in the title bar of the Sources view. */
  async pressInView(title: string): Promise<void> {
    await this.pane(0).locator('.pane-header').hover();
    await this.page.locator(`.sidebar .title-actions a[aria-label^="${title}"], .sidebar .actions a[aria-label^="${title}"]`).first().click();
  }

  /** Answers the dialog that asks for a folder: goes into the listed folder `name` and takes it. */
  async chooseFolder(name: string): Promise<void> {
    await this.choose(name);
    const input = this.quickInput.locator('input[type="text"]').first();
    await until(`the dialog to stand in ${name}`, async () => (await input.inputValue()).endsWith(`/${name}/`));
    // The button does nothing while the dialog still lists the folder.
    await until('the dialog to close', async () => {
      await this.quickInput.locator('.monaco-button').first().click({ timeout: 1_000 });
      await this.page.waitForTimeout(500);
      return !(await this.quickInput.isVisible());
    });
  }

  /** A view of the side bar by its place in it: Sources is the first, what the note cites the second. */
  pane(at: number): Locator {
    return this.page.locator('.sidebar .pane').nth(at);
  }

  /** The rows of the Sources view, or of another. */
  async treeRows(pane = 0): Promise<readonly TreeRow[]> {
    return this.pane(pane).locator('.monaco-list-row').evaluateAll(rows => rows.map(row => {
      const expanded = row.getAttribute('aria-expanded');
      return {
        level: Number(row.getAttribute('aria-level')),
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        ...(expanded === null ? {} : { expanded: expanded === 'true' }),
      };
    }));
  }

  /** Waits until the rows of the Sources view, or of another, satisfy `accept`, and gives them. */
  async waitForTree(what: string, accept: (rows: readonly TreeRow[]) => boolean, pane = 0): Promise<readonly TreeRow[]> {
    return until(what, async () => {
      const rows = await this.treeRows(pane);
      return accept(rows) ? rows : undefined;
    }, 30_000).catch(async (error: unknown) => {
      throw new Error(`the tree shows ${JSON.stringify(await this.treeRows(pane))}`, { cause: error });
    });
  }

  treeRow(text: string, pane = 0): Locator {
    return this.pane(pane).locator('.monaco-list-row', { hasText: text }).first();
  }

  /** The frame of a visible reader whose text holds `text`. */
  async reader(text: string): Promise<Frame> {
    return until(`a reader that shows “${text}”`, async () => {
      for (const frame of this.page.frames()) {
        if (await isShown(frame) && (await visibleText(frame)).includes(text)) return frame;
      }
      return undefined;
    });
  }

  /** Opens a source from the tree and gives its page once it shows `text`. */
  async openSource(title: string, text = title): Promise<Frame> {
    await this.treeRow(title).click();
    return this.reader(text);
  }

  /** The visible text of the reader that holds `text`. */
  async readerText(text: string): Promise<string> {
    return visibleText(await this.reader(text));
  }

  /** Puts the focus into the text of the active editor. */
  async clickInEditor(): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click({ position: { x: 5, y: 5 } });
  }

  /** Chooses an entry of the context menu that is open. */
  async chooseInMenu(label: string): Promise<void> {
    const entry = this.page.locator('.monaco-menu .action-item', { has: this.page.getByText(label, { exact: true }) }).first();
    await entry.waitFor();
    // A menu takes no notice of the mouse just after it has opened.
    await until('the menu to close', async () => {
      await this.page.waitForTimeout(300);
      if (await entry.isVisible()) await entry.click({ timeout: 2_000 });
      return !(await entry.isVisible());
    });
  }

  /** The whole text of the editor that has the focus, by way of the clipboard. */
  async editorText(): Promise<string> {
    await this.clickInEditor();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+C');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Opens a file by the quick-open list. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.locator('input[type="text"]').first().fill(name);
    await this.choose(name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Moves the mouse to the middle of a word in the editor and gives the hover's text once it holds `expected`. */
  async hover(word: string, expected: string): Promise<string> {
    return until(`a hover over “${word}” that shows “${expected}”`, async () => {
      const place = await this.placeOf(word);
      if (place === undefined) return undefined;
      await this.page.mouse.move(place.x - 60, place.y + 120);
      await this.page.mouse.move(place.x, place.y, { steps: 4 });
      const shown = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
      await shown.waitFor({ timeout: 3_000 });
      return shown.innerText();
    }, 30_000);
  }

  /** The middle of a word in a visible editor line. */
  async placeOf(word: string): Promise<{ readonly x: number; readonly y: number } | undefined> {
    return this.page.evaluate(wanted => {
      for (const line of document.querySelectorAll('.view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    }, word);
  }

  /** Waits for a notification that holds `text`, and gives its whole text. */
  async toast(text: string): Promise<string> {
    const shown = this.page.locator('.notification-toast', { hasText: text }).first();
    await shown.waitFor({ timeout: 15_000 });
    return oneLine(await shown.innerText());
  }

  /** Presses a button of the notification that holds `text`. */
  async pressInToast(text: string, button: string): Promise<void> {
    const shown = this.page.locator('.notification-toast', { hasText: text }).first();
    await shown.locator('.monaco-button', { hasText: button }).click();
  }

  /** Keeps a picture of the window as `out/screenshots/<name>.<theme>.png`, in a run that keeps pictures. */
  async screenshot(name: string): Promise<void> {
    if (keepsPictures) await this.keepPicture(name);
  }

  /** Keeps a picture of the window in every run. */
  async keepPicture(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.${this.theme}.png`) });
  }

  /** Keeps pictures of the window in the light and in the dark theme, in a run that keeps pictures; it is dark afterwards. */
  async pictures(name: string): Promise<void> {
    if (!keepsPictures) return;
    for (const theme of ['light', 'dark'] as const) {
      await this.wear(theme);
      await this.screenshot(name);
    }
  }

  /** Changes the colour theme of the window as it stands. */
  async wear(theme: Theme): Promise<void> {
    await this.page.emulateMedia(themes[theme].media);
    await this.page.locator(themes[theme].mark).waitFor({ timeout: 20_000 });
    // Webviews hear of the colours a moment after the window.
    await this.page.waitForTimeout(500);
    this.theme = theme;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const visibleText = (frame: Frame): Promise<string> => frame.evaluate(() => document.body.innerText);

/** Whether a frame is the page inside a visible webview: the second frame down from the window. */
async function isShown(frame: Frame): Promise<boolean> {
  const outer = frame.parentFrame();
  if (outer === null || outer.parentFrame() === null || frame.isDetached()) return false;
  return (await outer.frameElement()).isVisible();
}
