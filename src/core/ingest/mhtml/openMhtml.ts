import type { Email } from 'postal-mime';
import type { ReadError, Result } from '../../document';
import { readMailDate, type SaveMarks } from '../saveMarks';
import { cutParts, headOf, type MimePart } from './mimeParts';

/** A page as it was sent: its bytes, and the encoding that its headers name. */
export interface SentPage { readonly bytes: Uint8Array; readonly charset?: string }

/** The page in an archive of MIME parts (RFC 2557), the pages of its frames, and where and when it was saved. */
export interface MhtmlPage extends SentPage { readonly frames: readonly SentPage[]; readonly marks: SaveMarks }

/** More frames than a page of articles has are advertisements. */
const MOST_FRAMES = 40;
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

/** Whether a file begins as messages do, with headers among which one tells of MIME. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, '');
  return /^[a-z][a-z-]{1,60}[ \t]*:/i.test(head) && /^(?:mime-version[ \t]*:|content-type[ \t]*:\s*(?:multipart\/related|multipart\/alternative|text\/html))/im.test(head);
}

/** Opens an archive that a browser saved: the root part by `start` or the address of the snapshot, else the first page; `noPage` where none is in it. */
export async function openMhtml(bytes: Uint8Array): Promise<Result<MhtmlPage, ReadError>> {
  const pages = cutParts(bytes).filter(({ type }) => PAGE.test(type)).slice(0, MOST_FRAMES);
  const headers = await readHeaders(headOf(bytes));
  const opened = await Promise.all(pages.map(openPart));
  const root = opened.find(({ id }) => id !== '' && id === startOf(headers)) ?? opened.find(({ address }) => address !== '' && address === headers.get('snapshot-content-location')) ?? opened[0];
  if (!root) return { ok: false, error: { kind: 'noPage' } };
  const savedAt = readMailDate(headers.get('date') ?? '');
  const url = [headers.get('snapshot-content-location'), root.address, headers.get('content-location')].find((address) => address !== undefined && /^https?:\/\//.test(address));
  const frames = opened.filter((page) => page !== root).map(({ page }) => page);
  return { ok: true, value: { ...root.page, frames, marks: { ...(url !== undefined && { url }), ...(savedAt && { savedAt }) } } };
}

type Headers = ReadonlyMap<string, string>;

interface OpenedPart { readonly page: SentPage; readonly id: string; readonly address: string }

async function openPart({ head, body }: MimePart): Promise<OpenedPart> {
  const headers = await readHeaders(head);
  const [, charset] = /;\s*charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(headers.get('content-type') ?? '') ?? [];
  const encoding = /base64|quoted-printable/i.exec(headers.get('content-transfer-encoding') ?? '')?.[0].toLowerCase();
  const bytes = encoding === 'base64' || encoding === 'quoted-printable' ? await decodeBody(encoding, body) : body;
  return { page: { bytes, ...(charset !== undefined && { charset }) }, id: headers.get('content-id') ?? '', address: headers.get('content-location') ?? '' };
}

const startOf = (headers: Headers): string => /;\s*start\s*=\s*"?(<[^">]*>)/i.exec(headers.get('content-type') ?? '')?.[1] ?? '';

/** The first value of each header, unfolded. */
async function readHeaders(head: Uint8Array): Promise<Headers> {
  const { headers } = await parse(head);
  return new Map(headers.reverse().map(({ key, value }) => [key, value]));
}

/** The bytes behind an encoding for transport; as an attachment, the body keeps its own encoding of characters. */
async function decodeBody(encoding: 'base64' | 'quoted-printable', body: Uint8Array): Promise<Uint8Array> {
  const head = Uint8Array.from(`Content-Type: application/octet-stream\nContent-Transfer-Encoding: ${encoding}\n\n`, (character) => character.charCodeAt(0));
  const message = new Uint8Array(head.length + body.length);
  message.set(head);
  message.set(body, head.length);
  const [decoded] = (await parse(message)).attachments;
  return decoded?.content instanceof ArrayBuffer ? new Uint8Array(decoded.content) : new Uint8Array();
}

/** The library is read when the first archive is. It rejects headers without end, which say nothing then. */
async function parse(message: Uint8Array): Promise<Pick<Email, 'headers' | 'attachments'>> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(message).catch(() => ({ headers: [], attachments: [] }));
}
