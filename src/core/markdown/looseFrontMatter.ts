const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FIELD = /^(["']?)([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,40})\1[ \t]*[:：](?:[ \t]+(.*))?$/u;

/** The YAML at the top of a note, and where the text behind it begins. */
export interface FrontMatter { readonly yaml: string; readonly end: number }

/** What stands between two lines of hyphens at the top; undefined where nothing does. */
export function findFrontMatter(note: string): FrontMatter | undefined {
  const match = FRONT_MATTER.exec(note);
  return match ? { yaml: match[1] ?? '', end: match[0].length } : undefined;
}

/** A key as it is compared: in lower case, without spaces, hyphens and lines. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_.-]+/g, '');
}

/** The fields of front matter line by line, by their plain keys: for what is no valid YAML, such as a title with a colon or with quotation marks in it. */
export function readLoosely(yaml: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of yaml.split(/\r?\n/)) {
    const [, , key, value = ''] = FIELD.exec(line) ?? [];
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1];
    if (key !== undefined) {
      open = /^\[(?!\[).*\]$/.test(value.trim()) ? value.trim().slice(1, -1).split(',').map(unquoted) : [unquoted(value)];
      open = open.filter((words) => words !== '');
      if (!fields.has(plainKey(key))) fields.set(plainKey(key), open);
    } else if (item !== undefined) open?.push(unquoted(item));
  }
  return fields;
}

function unquoted(value: string): string {
  const words = value.trim();
  const inner = /^(["'])(.*)\1$/.exec(words)?.[2];
  return (inner ?? words).trim();
}

/** Keys for the address of a page, in the words of programs that clip pages. */
export const ADDRESS_KEYS = ['source', 'url', 'link', 'sourceurl', 'originalurl', 'canonicalurl', 'permalink', '链接', '鏈接', '網址', '网址', '原文链接', '原文'] as const;
/** Keys for the time of clipping. */
export const CAPTURED_KEYS = ['created', 'clipped', 'dateclipped', 'clippeddate', 'datesaved', 'saved', 'savedat', 'captured', 'retrieved', 'accessed', 'accessdate', '剪藏时间', '收藏时间', '保存时间', '创建时间'] as const;
const OTHER_KEYS = ['published', 'datepublished', 'author', 'authors', 'byline', 'description', 'excerpt', 'site', 'sitename', '作者', '发布时间'] as const;

/** Whether a note is a page that a program clipped: it has the page's address, and a tag of clippings or when it was clipped and something of the page. */
export function isClipping(note: string): boolean {
  const front = findFrontMatter(note);
  if (!front) return false;
  const fields = readLoosely(front.yaml);
  const has = (keys: readonly string[]): boolean => keys.some((key) => fields.has(key));
  const isFromWeb = ADDRESS_KEYS.some((key) => /^https?:\/\/[^\s]+$/.test(fields.get(key)?.[0] ?? ''));
  const isTagged = fields.get('tags')?.some((tags) => /\bclipp(?:ings?|ed)\b|剪藏/i.test(tags)) ?? false;
  return isFromWeb && (isTagged || (has(CAPTURED_KEYS) && has(OTHER_KEYS)));
}
