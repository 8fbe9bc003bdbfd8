import type { CslDate, CslItem, CslName } from './cslItem';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);

/** An item as others may have written it: fields Seedbed knows have their types or are left out, all others are kept. */
export function readItem(value: unknown): CslItem | undefined {
  if (!isFields(value)) return undefined;
  const id = asText(value['id']);
  if (!id) return undefined;
  const known = {
    id,
    type: asText(value['type']) ?? '',
    title: asText(value['title']),
    author: readNames(value['author']),
    editor: readNames(value['editor']),
    'container-title': asText(value['container-title']),
    publisher: asText(value['publisher']),
    medium: asText(value['medium']),
    source: asText(value['source']),
    issued: readDate(value['issued']),
    accessed: readDate(value['accessed']),
    language: asText(value['language']),
    URL: asText(value['URL']),
    custom: readCustom(value['custom']),
  };
  const item: Record<string, unknown> = { ...value, ...known };
  for (const [name, field] of Object.entries(known)) if (field === undefined) delete item[name];
  return { ...item, id, type: known.type };
}

const NAME_PARTS = ['literal', 'family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix'] as const satisfies readonly (keyof CslName)[];

/** Names with the parts that are text; undefined for what is no list. */
export function readNames(value: unknown): readonly CslName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isFields).map(name => {
    const parts = NAME_PARTS.map(part => [part, asText(name[part])] as const).filter(([, text]) => text !== undefined);
    return Object.fromEntries(parts);
  });
}

/** `date-parts` with numbers or numerals, or the `raw` form some tools write. */
export function readDate(value: unknown): CslDate | undefined {
  if (!isFields(value)) return undefined;
  const raw = asText(value['raw']) ?? asText(value['literal']);
  const parts: unknown = value['date-parts'], season = asText(value['season']), circa = value['circa'];
  const lists: readonly unknown[] = Array.isArray(parts) ? parts : raw ? [raw.split(/[-/.]/)] : [];
  const read = lists.filter(Array.isArray).map(list => list.map(Number).filter(Number.isInteger)).filter(list => list.length > 0);
  if (read.length === 0) return undefined;
  return { 'date-parts': read, ...(season !== undefined && { season }), ...((circa === true || (circa !== false && asText(circa))) && { circa: true }) };
}

function readCustom(value: unknown): CslItem['custom'] | undefined {
  if (!isFields(value)) return undefined;
  const own = value['seedbed'];
  const path = isFields(own) ? asText(own['path']) : undefined;
  const hash = isFields(own) ? asText(own['hash']) : undefined;
  const written = isFields(own) ? asText(own['written']) : undefined;
  const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'seedbed'));
  return { ...others, ...(path !== undefined && { seedbed: { path, hash: hash ?? '', ...(written !== undefined && { written }) } }) };
}
