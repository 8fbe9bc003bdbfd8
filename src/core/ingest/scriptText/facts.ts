import { readDate } from '../../cues/dates';
import { normalLine } from '../../cues/normal';
import type { Composite, Entry } from './literals';

/** What stands beside a text: dates as ISO local to their precision, the source as it is named. */
export interface Facts { readonly title?: string; readonly published?: string; readonly authors: readonly string[]; readonly source?: string }

/** Keys in lower case without lines and hyphens, the surer first. */
const TITLES = ['headline', 'title', 'articletitle', 'newstitle', 'msgtitle', 'maintitle', 'posttitle', '标题'];
const PUBLISHED = ['datepublished', 'published', 'publishedat', 'publishtime', 'publishdate', 'publishat', 'publicationdate', 'pubdate', 'pubtime', 'releasetime', 'releasedate', 'posttime', 'ptime', 'ctime', 'createtime', 'createdat', 'date', '发布时间'];
const AUTHORS = ['author', 'authors', 'authorname', 'byline', 'writer', 'reporter', '作者', '记者'];
const SOURCES = ['source', 'sourcename', 'copyfrom', 'medianame', 'newssource', 'origin', '来源'];
const HIGHEST_HOLDER = 4;
const LONGEST = 200;
const MOST_NAMES = 20;
const HOURS_OF_CHINA = 8;

/** Title, date, people and source in the record that holds a text or the ones around it, up to the list they are an item of. */
export function readFacts(holder: Composite, isChinese: boolean): Facts {
  const records = recordsAround(holder);
  const nearest = (keys: readonly string[]): readonly string[] => records.map((fields) => keys.map((key) => words(fields.get(key))).find((found) => found.length > 0) ?? []).find((found) => found.length > 0) ?? [];
  const [title] = nearest(TITLES), [source] = nearest(SOURCES);
  const published = nearest(PUBLISHED).map((text) => localDate(text, isChinese)).find((date) => date !== undefined);
  return {
    ...(title !== undefined && { title }), ...(published !== undefined && { published }),
    authors: nearest(AUTHORS), ...(source !== undefined && !/^\d+$/.test(source) && { source }),
  };
}

function recordsAround(holder: Composite): readonly Fields[] {
  const records: Fields[] = [];
  let above: Composite | undefined = holder.isList ? holder.parent : holder;
  for (; above && !above.isList && records.length < HIGHEST_HOLDER; above = above.parent) records.push(fieldsOf(above));
  return records;
}

type Fields = ReadonlyMap<string, Entry>;
const fieldsSeen = new WeakMap<Composite, Fields>();

/** The entries of a record by their plain keys, made once: a record may hold any number of texts. */
function fieldsOf(record: Composite): Fields {
  const known = fieldsSeen.get(record);
  if (known) return known;
  const made = new Map(record.entries.map((entry) => [entry.key.replace(/[-_]/g, '').toLowerCase(), entry]));
  fieldsSeen.set(record, made);
  return made;
}

/** A value as words, a list as those of its items, a record as its `name`; addresses are none. */
function words(entry: Entry | undefined): readonly string[] {
  if (!entry) return [];
  const items = typeof entry.value !== 'string' && entry.value.isList ? entry.value.entries.slice(0, MOST_NAMES) : [entry];
  return items.flatMap(({ value }) => {
    const name = typeof value === 'string' ? value : value.entries.find(({ key }) => key === 'name')?.value;
    const text = typeof name === 'string' ? name.slice(0, LONGEST + 1).replace(/\s+/g, ' ').trim() : '';
    return text === '' || text.length > LONGEST || /^(?:https?:)?\/\//.test(text) ? [] : [text];
  });
}

/** A date as it is printed; seconds since 1970 and clocks of Greenwich (`Z`) as the clock in China where the text is Chinese. */
function localDate(text: string, isChinese: boolean): string | undefined {
  const milliseconds = /^\d{10}$/.test(text) ? Number(text) * 1000 : /^\d{13}$/.test(text) ? Number(text) : /T[\d:.]+(?:Z|\+00:?00)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(milliseconds)) return readDate(normalLine(text));
  return new Date(milliseconds + (isChinese ? HOURS_OF_CHINA * 3_600_000 : 0)).toISOString().slice(0, 19);
}
