import { createHash } from 'node:crypto';
import type { CslItem } from '../core/cite/cslItem';
import { loadRomanise } from '../core/cite/romanise';
import { citableOf, toCslItem } from '../core/cite/toCslItem';
import type { OwnWords, ReadError, Result, ScriptTarget, SourceDocument, SourceId, Span, Writing } from '../core/document';
import { unpack } from '../core/ingest/unpack';
import { Library } from '../core/library/library';
import { localTime } from '../core/library/localTime';
import { cleanMarkdown } from '../core/render/cleanMarkdown';
import { findPassage, type FoundPassage } from '../core/quote/passage';
import { quotation } from '../core/render/quotation';
import { readerPage, type PageExtras } from '../core/render/readerPage';
import { selectionAt } from '../core/render/selectionAt';
import { sourceText, type SourceText } from '../core/render/sourceText';
import type { Tables } from '../core/text/tables';
import { foldAligned } from '../core/topic/words';
import type { OwnView, ReaderPage, ReaderSelection, ReaderView } from '../core/render/page';
import { Citing } from './citing';
import type { BibliographyAddress, BibliographyError, BibliographyState, CheckedCitations, CitationRow, CompletionQuery, FieldChanges, FileContent, FilePlace, FileSpan, FoundKey, NoteMatter, PlacedEdit, PlacedProblem } from './citingPort';
import type { Formatter } from './formatting';
import { LoneTexts } from './loneTexts';
import { pacer } from './pacer';
import type { Ambiguity, Conversion, ConvertOptions, Correctable, Damage, DamageOptions, LibraryPort, ListedSite, Quotation, ShelfChange, SiteReport, SourceChange, SourceDetail, StrippedLines, StripTarget } from './port';
import type { CheckedQuotation } from './quotationsPort';
import { Quoting } from './quoting';
import { References } from './references';
import { Sharing } from './sharing';
import type { Carrier, ComparedPassages, SharedPassage, SharedQuotation } from './sharingPort';
import type { DataFormat, ExportedList, FormattedList, ImportedFile, ImportError, ImportPlan, Referenced, ReferenceLook, StyleError } from './referencesPort';

const AS_SAVED: ReaderView = { script: 'as-saved', fullWidth: false };

/** The library in this process: hashes, clock and romaniser for a core that has none. */
export class LibraryService implements LibraryPort {
  private library: Promise<Library> | undefined;

  /** The last batch under way; the next waits for it. */
  private applying: Promise<unknown> = Promise.resolve();

  /** Batches behind that one. */
  private waiting = 0;

  private readonly texts: LoneTexts;

  private citingNow: Promise<Citing> | undefined;

  private quotingNow: Promise<Quoting> | undefined;

  private sharingNow: Promise<Sharing> | undefined;

  private referencesNow: References | undefined;

  /** `formatter` is asked once references are to be formatted; without one they cannot be. */
  constructor(private readonly tables: Tables, private readonly formatter?: Formatter) {
    this.texts = new LoneTexts(tables);
  }

  async apply(changes: readonly SourceChange[], more = false): Promise<ShelfChange> {
    this.waiting++;
    const applied = this.applying.then(() => { this.waiting--; return this.applyNow(changes, more); });
    this.applying = applied.catch(() => undefined);
    return applied;
  }

  async page(id: SourceId, view: ReaderView): Promise<Result<ReaderPage, ReadError>> {
    const library = await this.opened();
    return mapValue(library.document(id), document => readerPage(document, this.own(view), extrasOf(library, id), this.tables));
  }

  async quote(id: SourceId, view: ReaderView, selection: ReaderSelection): Promise<Quotation | undefined> {
    const document = (await this.opened()).document(id);
    return document.ok ? quotation(document.value, this.own(view), selection, this.tables) : undefined;
  }

  async search(query: string): Promise<readonly SourceId[]> {
    return (await this.opened()).search(query).map(summary => summary.id);
  }

  async cleanMarkdown(source: StripTarget, lines?: readonly [number, number]): Promise<Result<string, ReadError>> {
    const library = await this.opened();
    const extras = source.kind === 'source' ? extrasOf(library, source.id) : { path: source.path, citekey: '' };
    return mapValue(await read(library, source), document => cleanMarkdown(document, extras, { view: this.own(AS_SAVED), ...(lines && { lines }) }, this.tables));
  }

  async boilerplate(source: StripTarget): Promise<Result<readonly StrippedLines[], ReadError>> {
    return mapValue(await read(await this.opened(), source), document => document.blocks.flatMap(({ lines, role, reason }) =>
      (role === 'boilerplate' && lines ? [{ from: lines[0], to: lines[1], role, reason }] : [])));
  }

  async decoded(id: SourceId): Promise<Result<{ readonly raw: string; readonly encoding: string }, ReadError>> {
    return mapValue((await this.opened()).document(id), ({ raw, encoding }) => ({ raw, encoding }));
  }

  convert(text: string, target: ScriptTarget, options?: ConvertOptions): Promise<Conversion> {
    return Promise.resolve(this.texts.convert(text, target, options));
  }

  convertFile(path: string, bytes: Uint8Array, target: ScriptTarget): Promise<Result<Conversion, ReadError>> {
    return Promise.resolve(this.texts.convertFile(path, bytes, target));
  }

  ambiguities(text: string): Promise<readonly Ambiguity[]> {
    return Promise.resolve(this.texts.ambiguities(text));
  }

  writingOf(text: string): Promise<Writing> {
    return Promise.resolve(this.texts.writingOf(text));
  }

  useWords(words: OwnWords): Promise<void> {
    this.texts.words = words;
    return Promise.resolve();
  }

  findDamage(text: string, options?: DamageOptions): Promise<Damage> {
    return Promise.resolve(this.texts.findDamage(text, options));
  }

  async cslItem(id: SourceId): Promise<Result<CslItem, ReadError>> {
    return itemOf(await this.opened(), id, this.tables);
  }

  async correctable(id: SourceId, blocks: readonly number[]): Promise<Correctable | undefined> {
    return (await this.opened()).correctable(id, blocks);
  }

  async details(id: SourceId): Promise<readonly SourceDetail[] | undefined> {
    return (await this.opened()).details(id);
  }

  async siteReport(id: SourceId): Promise<SiteReport | undefined> {
    return (await this.opened()).siteReport(id);
  }

  async listSites(): Promise<readonly ListedSite[]> {
    return (await this.opened()).listSites();
  }

  async putBibliography(address: string, content: FileContent | undefined): Promise<BibliographyState> {
    return (await this.citing()).putBibliography(address, content);
  }

  async noteMatter(matter: string): Promise<NoteMatter> {
    return (await this.citing()).noteMatter(matter);
  }

  async lookUp(files: readonly string[], keys: readonly string[]): Promise<readonly FoundKey[]> {
    return (await this.citing()).lookUp(files, keys);
  }

  async complete(query: CompletionQuery): Promise<readonly CitationRow[]> {
    return (await this.citing()).complete(query);
  }

  async keyOf(files: readonly string[], source: SourceId): Promise<{ readonly key: string; readonly hasEntry: boolean } | undefined> {
    return (await this.citing()).keyOf(files, source);
  }

  async addEntries(address: string, content: FileContent | undefined, items: readonly CslItem[]): Promise<Result<FileContent, BibliographyError>> {
    return (await this.citing()).addEntries(address, content, items);
  }

  async problemOf(address: string): Promise<BibliographyError | undefined> {
    return (await this.citing()).problemOf(address);
  }

  async entryPlace(address: string, key: string): Promise<FileSpan | undefined> {
    return (await this.citing()).entryPlace(address, key);
  }

  async keyAt(address: string, place: FilePlace): Promise<string | undefined> {
    return (await this.citing()).keyAt(address, place);
  }

  async keyEdits(address: string, key: string, name: string): Promise<readonly PlacedEdit[]> {
    return (await this.citing()).keyEdits(address, key, name);
  }

  async entryProblems(address: string): Promise<readonly PlacedProblem[]> {
    return (await this.citing()).entryProblems(address);
  }

  async checkNote(files: readonly string[], note: string): Promise<CheckedCitations> {
    return (await this.citing()).checkNote(files, note);
  }

  async nearestKeys(files: readonly string[], key: string): Promise<readonly string[]> {
    return (await this.citing()).nearestKeys(files, key);
  }

  async changeEntry(address: string, content: FileContent, key: string, changes: FieldChanges): Promise<FileContent | undefined> {
    return (await this.citing()).changeEntry(address, content, key, changes);
  }

  async formatReferences(what: Referenced, look: ReferenceLook): Promise<Result<FormattedList, StyleError>> {
    return (await this.references()).format(what, look);
  }

  async exportReferences(what: Referenced, format: DataFormat): Promise<ExportedList> {
    return (await this.references()).export(what, format);
  }

  async planImport(file: ImportedFile, files: readonly BibliographyAddress[]): Promise<Result<ImportPlan, ImportError>> {
    return (await this.references()).planImport(file, files);
  }

  async findPassage(id: SourceId, words: string): Promise<FoundPassage | undefined> {
    const document = (await this.opened()).document(id);
    return document.ok ? findPassage(words, document.value, this.tables) : undefined;
  }

  async checkQuotations(files: readonly BibliographyAddress[], note: string, shortest: number): Promise<readonly CheckedQuotation[]> {
    return (await this.quoting()).check(files, note, shortest);
  }

  async sharedPassages(id: SourceId): Promise<readonly SharedPassage[]> {
    return (await this.sharing()).passagesOf(id);
  }

  async sharedQuotations(): Promise<readonly SharedQuotation[] | undefined> {
    return (await this.sharing()).sharedQuotations();
  }

  async stopSharedQuotations(): Promise<void> {
    (await this.sharing()).stop();
  }

  async carriersOf(words: string): Promise<readonly Carrier[]> {
    return (await this.sharing()).carriersOf(words);
  }

  async comparePassage(id: SourceId, span: Span, other: SourceId, otherSpan: Span): Promise<ComparedPassages | undefined> {
    return (await this.sharing()).compare(id, span, other, otherSpan);
  }

  async sourceText(id: SourceId, span?: Span): Promise<Result<SourceText, ReadError>> {
    return mapValue((await this.opened()).document(id), document => sourceText(document, span));
  }

  async selectionAt(id: SourceId, view: ReaderView, span: Span): Promise<ReaderSelection | undefined> {
    const document = (await this.opened()).document(id);
    return document.ok ? selectionAt(document.value, this.own(view), span, this.tables) : undefined;
  }

  dispose(): void {
    this.library = undefined;
  }

  /** Works in slices, so that a page is shown while a thousand sources are read; when more changes wait, they come before topics. */
  private async applyNow(changes: readonly SourceChange[], more: boolean): Promise<ShelfChange> {
    const library = await this.opened();
    const pause = pacer();
    for (const change of changes) { await take(library, change); await pause(); }
    const work = library.settling(more, () => this.waiting > 0);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      await pause();
    }
  }

  private own(view: ReaderView): OwnView {
    return { ...view, words: this.texts.words };
  }

  private citing(): Promise<Citing> {
    this.citingNow ??= this.opened().then(library => new Citing({ summaries: () => library.summaries(), item: id => valueOf(itemOf(library, id, this.tables)) }, this.tables));
    return this.citingNow;
  }

  private quoting(): Promise<Quoting> {
    this.quotingNow ??= Promise.all([this.opened(), this.citing()]).then(([library, citing]) => new Quoting({
      document: id => valueOf(library.document(id)), readingOf: id => library.readingOf(id), prints: () => library.prints(),
    }, (files, keys) => citing.lookUp(files, keys), this.tables));
    return this.quotingNow;
  }

  private sharing(): Promise<Sharing> {
    this.sharingNow ??= this.opened().then(library => new Sharing({
      document: id => valueOf(library.document(id)), summary: id => library.summary(id), readingOf: id => library.readingOf(id),
      prints: () => library.prints(), quoted: id => library.quoted(id),
    }, this.tables));
    return this.sharingNow;
  }

  private async references(): Promise<References> {
    this.referencesNow ??= new References((await this.citing()).items, this.texts, this.formatter);
    return this.referencesNow;
  }

  private opened(): Promise<Library> {
    this.library ??= loadRomanise().then(romanise => new Library(this.tables, romanise));
    return this.library;
  }
}

async function take(library: Library, change: SourceChange): Promise<void> {
  switch (change.kind) {
    case 'put': return put(library, change);
    case 'fail': return library.fail(change.id, change.path, change.error);
    case 'remove': return library.remove(change.id);
    case 'correct': return library.correct(change.corrections);
  }
}

async function put(library: Library, { id, path, bytes }: Extract<SourceChange, { kind: 'put' }>): Promise<void> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return library.fail(id, path, unpacked.error);
  library.put({ id, path, ...unpacked.value, hash: createHash('sha256').update(bytes).digest('hex'), now: localTime(new Date()) });
}

async function read(library: Library, source: StripTarget): Promise<Result<SourceDocument, ReadError>> {
  if (source.kind === 'source') return library.document(source.id);
  const unpacked = await unpack(new TextEncoder().encode(source.text));
  return unpacked.ok ? library.readLoose({ id: source.path, path: source.path, ...unpacked.value, now: localTime(new Date()) }) : unpacked;
}

function extrasOf(library: Library, id: SourceId): PageExtras {
  const summary = library.summary(id);
  return { path: summary?.path ?? '', citekey: summary?.citekey ?? '' };
}

function itemOf(library: Library, id: SourceId, tables: Tables): Result<CslItem, ReadError> {
  const summary = library.summary(id);
  if (!summary) return { ok: false, error: { kind: 'missing' } };
  return mapValue(library.document(id), document => toCslItem({ ...summary, ...citableOf(document) }, summary.citekey, text => foldAligned(text, tables)));
}

const valueOf = <T>(result: Result<T, ReadError>): T | undefined => (result.ok ? result.value : undefined);

function mapValue<T, U>(result: Result<T, ReadError>, change: (value: T) => U): Result<U, ReadError> {
  return result.ok ? { ok: true, value: change(result.value) } : result;
}
