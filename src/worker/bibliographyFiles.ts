import { bibliographyProblem } from '../core/cite/bibliography';
import { BibliographyFile, type BibliographyEntry, type EntryFormat } from '../core/cite/bibliographyFile';
import { findBibEntries } from '../core/cite/entries/bibEntries';
import { changeKey } from '../core/cite/entries/changeKey';
import { findCslEntries, readCslEntry } from '../core/cite/entries/cslEntries';
import { loadBibReader, type ReadBibEntries } from '../core/cite/entries/readBibEntries';
import { textOf } from './bibliographyContent';
import type { BibliographyAddress, BibliographyError, BibliographyState, EntryProblem, FileContent, FilePlace, FileSpan, PlacedEdit, PlacedProblem } from './citingPort';
import { filePlaces, offsetAt } from './filePlace';
import { pacer } from './pacer';

/** Work and rest while nobody waits, in milliseconds. */
const IN_TIME = { slice: 10, rest: 20 };

/** Broken entries that are told: a file of another kind has nothing else. */
const MOST_PROBLEMS = 100;

const CSL: EntryFormat = { find: findCslEntries, read: entries => entries.map(readCslEntry), together: 1, perAnswer: 500 };

/** The converter takes about 0.4 ms for an entry, and less than half of that for each of several. */
const BIB_PACE = { together: 20, perAnswer: 40 };

interface Held {
  readonly file: BibliographyFile;
  readonly text: string;
  /** Resolves once the file is read behind everything else. */
  readonly inTime: Promise<void>;
  /** What a strict reader of the text stumbles over; null until it is looked for. */
  strict: BibliographyError | undefined | null;
}

/** The bibliographies of all notes, as the editor and the disk have them now. */
export class BibliographyFiles {
  private readonly held = new Map<BibliographyAddress, Held>();
  private bibReader: Promise<ReadBibEntries> | undefined;

  constructor(private readonly fold: (text: string) => string) {}

  async put(address: BibliographyAddress, content: FileContent | undefined): Promise<BibliographyState> {
    const text = content === undefined ? undefined : textOf(content);
    if (text === undefined) {
      this.held.delete(address);
      return { entries: 0, isText: content === undefined };
    }
    const format = await this.formatOf(address);
    const file = this.held.get(address)?.file ?? new BibliographyFile(address, format, this.fold);
    file.update(text);
    this.held.set(address, { file, text, inTime: readBehind(file), strict: null });
    return { entries: file.entries.length, isText: true };
  }

  /** Those of the addresses that there are, in their order. */
  opened(addresses: readonly BibliographyAddress[]): readonly BibliographyFile[] {
    return addresses.map(address => this.held.get(address)?.file).filter(file => file !== undefined);
  }

  problemOf(address: BibliographyAddress): BibliographyError | undefined {
    const held = this.held.get(address);
    if (!held) return undefined;
    if (held.strict === null) held.strict = isBib(address) ? unclosedProblem(held.text, held.file.problems()) : bibliographyProblem(held.text);
    return held.strict;
  }

  async entryProblems(address: BibliographyAddress): Promise<readonly PlacedProblem[]> {
    await this.held.get(address)?.inTime;
    const { file, text } = this.held.get(address) ?? {};
    if (!file || text === undefined) return [];
    await readNow(file);
    const placeOf = filePlaces(text);
    return file.problems().slice(0, MOST_PROBLEMS).map(problem => {
      const from = placeOf(problem.span.start), feed = text.indexOf('\n', problem.span.start);
      const end = feed < 0 ? problem.span.end : Math.min(problem.span.end, feed);
      return { ...problem, from, to: { line: from.line, character: from.character + end - problem.span.start } };
    });
  }

  entryPlace(address: BibliographyAddress, key: string): FileSpan | undefined {
    const held = this.held.get(address), span = held?.file.entry(key)?.raw.keySpan;
    if (!held || !span) return undefined;
    const placeOf = filePlaces(held.text);
    return { from: placeOf(span.start), to: placeOf(span.end) };
  }

  keyAt(address: BibliographyAddress, place: FilePlace): string | undefined {
    const held = this.held.get(address);
    return held && entryAt(held.file, offsetAt(held.text, place))?.raw.key;
  }

  keyEdits(address: BibliographyAddress, key: string, name: string): readonly PlacedEdit[] {
    const held = this.held.get(address);
    if (!held) return [];
    const placeOf = filePlaces(held.text);
    return changeKey(held.text, held.file.entries.map(({ raw }) => raw), key, name)
      .map(({ span, text }) => ({ from: placeOf(span.start), to: placeOf(span.end), text }));
  }

  /** The converter of `.bib` files is loaded with the first of them. */
  private async formatOf(address: BibliographyAddress): Promise<EntryFormat> {
    if (!isBib(address)) return CSL;
    this.bibReader ??= loadBibReader();
    return { find: findBibEntries, read: await this.bibReader, ...BIB_PACE };
  }
}

/** Whether a file is read as BibTeX or BibLaTeX rather than as CSL-JSON. */
export const isBib = (address: BibliographyAddress): boolean => /\.bib$/i.test(address);

/** Reads a file while somebody waits for it; questions are answered meanwhile. */
export async function readNow(file: BibliographyFile): Promise<void> {
  const pause = pacer(), work = file.reading();
  while (!work.next().done) await pause();
}

/** Reads what nobody asked for yet, a little at a time: a note that is being opened needs the processor more. */
async function readBehind(file: BibliographyFile): Promise<void> {
  const pause = pacer(IN_TIME), work = file.reading();
  while (!work.next().done) await pause();
}

const entryAt = (file: BibliographyFile, offset: number): BibliographyEntry | undefined =>
  file.entries.find(({ raw: { span } }) => span.start <= offset && offset <= span.end);

/** What a strict reader of BibTeX stumbles over. */
function unclosedProblem(text: string, problems: readonly EntryProblem[]): BibliographyError | undefined {
  const unclosed = problems.find(({ kind }) => kind === 'unclosed');
  return unclosed && { kind: 'unclosed', line: filePlaces(text)(unclosed.span.start).line + 1 };
}
