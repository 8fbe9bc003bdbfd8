/** A run of words in one source. */
export interface Phrase {
  readonly words: readonly string[];
  readonly count: number;
  readonly inTitle: boolean;
  /** As printed; in small letters where it stands so anywhere. */
  readonly printed: string;
}

/** Words with their counts, held as one string: those of ten thousand sources fit in the room of a few hundred maps. */
export class PackedWords implements Iterable<readonly [word: string, count: number]> {
  private readonly text: string;

  constructor(words: Iterable<readonly [string, number]>) {
    this.text = Array.from(words, ([word, count]) => `${word}\t${count}`).join('\n');
  }

  *[Symbol.iterator](): Iterator<readonly [word: string, count: number]> {
    if (this.text === '') return;
    for (const entry of this.text.split('\n')) {
      const [word = '', count] = entry.split('\t');
      yield [word, Number(count)];
    }
  }
}

/** Phrases by their folded form, held as one string. */
export class PackedPhrases implements Iterable<readonly [key: string, phrase: Phrase]> {
  /** An entry a line, between line ends, so that one is found by a search. */
  private readonly text: string;

  constructor(phrases: Iterable<readonly [string, Phrase]>) {
    const entries = Array.from(phrases, ([key, { words, count, inTitle, printed }]) => [key, count, inTitle ? 1 : 0, words.join(' '), printed === key ? '' : printed].join('\t'));
    this.text = ['', ...entries, ''].join('\n');
  }

  get(key: string): Phrase | undefined {
    const at = this.text.indexOf(`\n${key}\t`) + 1;
    return at > 0 ? readEntry(this.text.slice(at, this.text.indexOf('\n', at)))[1] : undefined;
  }

  *[Symbol.iterator](): Iterator<readonly [key: string, phrase: Phrase]> {
    for (const entry of this.text.split('\n')) if (entry !== '') yield readEntry(entry);
  }
}

function readEntry(entry: string): readonly [string, Phrase] {
  const [key = '', count, inTitle, words = '', printed = ''] = entry.split('\t');
  return [key, { words: words.split(' '), count: Number(count), inTitle: inTitle === '1', printed: printed || key }];
}
