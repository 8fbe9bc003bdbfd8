import { scanNote, type NoteScan } from '../core/markdown/scan';

/** Notes whose scan is kept: those that are open side by side. */
const KEPT = 4;

const scans = new Map<string, NoteScan>();

/** The scan of a note's text; several questions about the same text have it made once. */
export function noteScan(note: string): NoteScan {
  const scan = scans.get(note) ?? scanNote(note);
  scans.delete(note);
  scans.set(note, scan);
  for (const oldest of scans.keys()) { if (scans.size <= KEPT) break; scans.delete(oldest); }
  return scan;
}
