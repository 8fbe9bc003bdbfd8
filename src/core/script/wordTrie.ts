/** A word of a dictionary, or the beginning of one: then it has no `value`. */
export interface TrieNode {
  /** UTF-16 units from the beginning. */
  readonly length: number;
  value: string | undefined;
  /** Whether the value is another than the word itself. */
  changes: boolean;
  next: Map<number, TrieNode> | undefined;
}

/** All nodes have the same fields from the beginning, else looking at them takes several times as long. */
const newNode = (length: number): TrieNode => ({ length, value: undefined, changes: false, next: undefined });

/** The longest word of some dictionaries at a place. Words are sorted by their first unit only, until a text has it: most never come up. */
export class WordTrie {
  /** For each UTF-16 unit the number of the words that begin with it; 0 for none. */
  private readonly groups = new Uint16Array(0x10000);
  private readonly waiting: ([word: string, value: string][] | undefined)[] = [undefined];
  private readonly roots: (TrieNode | undefined)[] = [undefined];

  /** `dictionaries` list words and values, and the first that has a word decides; within one of them it is the last entry. */
  constructor(dictionaries: readonly (readonly (readonly [word: string, value: string])[])[]) {
    for (const dictionary of [...dictionaries].reverse()) for (const [word, value] of dictionary) this.await(word, value);
  }

  /** The longest word that begins at `start` and does not reach beyond `limit`. */
  longest(text: string, start: number, limit: number): TrieNode | undefined {
    const group = this.groups[text.charCodeAt(start)] ?? 0;
    if (group === 0) return undefined;
    let node: TrieNode | undefined = this.roots[group] ?? this.grow(group);
    let found = node.value === undefined ? undefined : node;
    for (let at = start + 1; at < limit; at += 1) {
      node = node.next?.get(text.charCodeAt(at));
      if (node === undefined) break;
      if (node.value !== undefined) found = node;
    }
    return found;
  }

  private await(word: string, value: string): void {
    const unit = word.charCodeAt(0);
    const group = this.groups[unit] ?? 0;
    if (group > 0) return void this.waiting[group]?.push([word, value]);
    this.groups[unit] = this.waiting.push([[word, value]]) - 1;
  }

  private grow(group: number): TrieNode {
    const root = newNode(1);
    for (const [word, value] of this.waiting[group] ?? []) {
      let node = root;
      for (let at = 1; at < word.length; at += 1) node = childOf(node, word.charCodeAt(at));
      node.value = value;
      node.changes = value !== word;
    }
    this.roots[group] = root;
    this.waiting[group] = undefined;
    return root;
  }
}

function childOf(node: TrieNode, unit: number): TrieNode {
  node.next ??= new Map<number, TrieNode>();
  const known = node.next.get(unit);
  if (known) return known;
  const made = newNode(node.length + 1);
  node.next.set(unit, made);
  return made;
}
