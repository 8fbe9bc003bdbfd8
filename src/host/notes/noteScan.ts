import { scanNote, type NoteScan } from '../../core/markdown/scan';
import type { NoteText } from './noteText';

const scans = new WeakMap<NoteText, { readonly version: number; readonly scan: NoteScan }>();

/** The scan of a note as it stands in the editor; done once for each version of its text. */
export function noteScan(document: NoteText): NoteScan {
  const known = scans.get(document);
  if (known?.version === document.version) return known.scan;
  const scan = scanNote(document.getText());
  scans.set(document, { version: document.version, scan });
  return scan;
}
