import type { ReadError, Result } from '../document';
import { isMhtml, openMhtml, type SentPage } from './mhtml/openMhtml';
import type { SaveMarks } from './saveMarks';

/** What the archive that holds a page says of it: the encoding its headers name, the pages of its frames, where and when it was saved. */
export interface Archive { readonly format: 'mhtml'; readonly charset?: string; readonly frames: readonly SentPage[]; readonly marks: SaveMarks }

/** The bytes of a page, by themselves or out of an archive. */
export interface Unpacked { readonly bytes: Uint8Array; readonly archive?: Archive }

/** Takes the page out of a file that is an archive; any other file is its own page. Asynchronous, as the library for MIME is. */
export async function unpack(bytes: Uint8Array): Promise<Result<Unpacked, ReadError>> {
  if (!isMhtml(bytes)) return { ok: true, value: { bytes } };
  const opened = await openMhtml(bytes);
  if (!opened.ok) return opened;
  const { bytes: page, ...archive } = opened.value;
  return { ok: true, value: { bytes: page, archive: { format: 'mhtml', ...archive } } };
}
