import type { OpenOptions } from './workbench';
import { Workbench } from './workbench';
import type { Workspace } from './workspace';
import { makeWorkspace } from './workspace';

export interface WindowOptions extends OpenOptions {
  /** Files beside the seeds, by relative path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** False for a folder without the seeds. */
  readonly seeds?: boolean;
}

let running = 'window';

/** Remembers the test that runs, to name the picture of its failure. */
export function nameWindowAfter(title: string): void {
  running = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
}

/** Lets `act` work in a fresh window on a fresh folder; keeps a picture of the window when it fails. */
export async function inWindow(options: WindowOptions, act: (window: Workbench, folder: Workspace) => Promise<void>): Promise<void> {
  const { files, seeds, ...open } = options;
  const folder = makeWorkspace(files, { seeds: seeds ?? true });
  try {
    const window = await Workbench.open(folder.folder, open);
    try {
      await act(window, folder);
    } catch (error) {
      await window.keepPicture(`failed-${running}`);
      throw error;
    } finally {
      await window.close();
    }
  } finally {
    folder.remove();
  }
}
