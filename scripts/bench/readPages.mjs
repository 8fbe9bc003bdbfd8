/** Files that one call of the command line is given: as many pages are read as one library. */
const TOGETHER = 40;
const NOW = '2026-01-01T12:00:00';
const VIEW = { script: 'as-saved', fullWidth: false };

/** What Seedbed makes of the pages of a set, in their order: {title, text, published, publisher, raw, encoding}, as its command line prints them. */
export async function readPages(pages, core) {
  const romanise = await core.loadRomanise();
  const groups = groupByPlace(pages);
  return [...groups.values()].flatMap(group => {
    const library = new core.Library(core.tables, romanise);
    for (const page of group) library.put({ id: idOf(page), path: page.path, bytes: page.bytes(), hash: idOf(page), now: NOW });
    library.settle();
    return group.map(page => toReading(library.document(idOf(page)), core));
  });
}

const idOf = page => `${page.at}:${page.path}`;

function groupByPlace(pages) {
  const groups = new Map();
  for (const page of pages) {
    const key = Math.floor(page.at / TOGETHER);
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return groups;
}

function toReading(read, core) {
  if (!read.ok) return { title: '', text: '', published: '', publisher: '', raw: '', encoding: 'utf-8' };
  const { metadata, raw, encoding } = read.value;
  return {
    title: metadata.title?.value ?? '', published: metadata.published?.value ?? '', publisher: metadata.publisher?.value ?? '',
    text: core.cleanText(read.value, VIEW, core.tables), raw, encoding,
  };
}

/** Reads one page by itself, from its bytes to its clean text. */
export function readAlone(bytes, path, core) {
  const analysis = core.analyse(bytes, { id: path, path, now: NOW }, core.tables);
  return analysis.ok ? core.cleanText(core.judge(analysis.value, undefined), VIEW, core.tables) : '';
}
