import { sourceCandidate, type Candidate } from '../core/cite/candidate';
import type { CslItem } from '../core/cite/cslItem';
import { MarkedFiles, placeOfAddress, type FileMark } from '../core/cite/fileMarks';
import type { SourceId } from '../core/document';
import type { SourceSummary } from '../core/library/summary';

/** What citing asks of the library. */
export interface CitedLibrary {
  /** Readable sources as they are shown; another list once anything has changed. */
  summaries(): readonly SourceSummary[];
  /** The entry that a source would be given now. */
  item(id: SourceId): CslItem | undefined;
}

interface Index {
  readonly sources: readonly SourceSummary[];
  readonly marked: MarkedFiles<SourceSummary>;
  readonly byId: ReadonlyMap<SourceId, SourceSummary>;
  readonly byUrl: ReadonlyMap<string, SourceSummary>;
  readonly byKey: ReadonlyMap<string, SourceSummary>;
}

/** The sources of the library as citing looks for them. */
export class CitedSources {
  private index: Index | undefined;
  private readonly candidates = new WeakMap<SourceSummary, Candidate>();
  private readonly made = new WeakMap<SourceSummary, CslItem>();

  constructor(private readonly library: CitedLibrary, private readonly fold: (text: string) => string) {}

  /** All that can be read; another list once anything has changed. */
  get list(): readonly SourceSummary[] { return this.indexed().sources; }

  source(id: SourceId): SourceSummary | undefined { return this.indexed().byId.get(id); }

  /** The source that would be given a key. */
  ofKey(key: string): SourceSummary | undefined { return this.indexed().byKey.get(key); }

  /** The source that an entry was made for, wherever its file stands now, else the one of the same address in the web. */
  ofEntry(mark: FileMark | undefined, url: string | undefined): SourceSummary | undefined {
    return (mark && this.indexed().marked.find(mark)) ?? (url ? this.indexed().byUrl.get(url) : undefined);
  }

  candidate(source: SourceSummary): Candidate {
    const known = this.candidates.get(source) ?? sourceCandidate(source, this.fold);
    this.candidates.set(source, known);
    return known;
  }

  /** The entry a source would be given; made once for each reading of a source, since its page has to be unpacked for it. */
  item(id: SourceId): CslItem | undefined {
    const source = this.source(id);
    if (!source) return undefined;
    const item = this.made.get(source) ?? this.library.item(id);
    if (item) this.made.set(source, item);
    return item;
  }

  private indexed(): Index {
    const sources = this.library.summaries();
    if (this.index?.sources !== sources) this.index = indexOf(sources);
    return this.index;
  }
}

/** The first source counts where several have an address or a key. */
function indexOf(sources: readonly SourceSummary[]): Index {
  const marked = new MarkedFiles<SourceSummary>();
  const byUrl = new Map<string, SourceSummary>(), byKey = new Map<string, SourceSummary>();
  for (const source of sources) {
    marked.add({ place: placeOfAddress(source.id), hash: source.hash }, source);
    if (source.url && !byUrl.has(source.url)) byUrl.set(source.url, source);
    if (source.citekey && !byKey.has(source.citekey)) byKey.set(source.citekey, source);
  }
  return { sources, marked, byId: new Map(sources.map(source => [source.id, source])), byUrl, byKey };
}
