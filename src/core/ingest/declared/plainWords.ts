const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•' };
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;

/** No title and no list of people is longer. */
const LONGEST = 1000;

/** The words of a value, no more than a title has: character references that were escaped twice resolved, tags dropped, white space run together; undefined where it says nothing. */
export function plainWords(value: string): string | undefined {
  const text = value.slice(0, LONGEST);
  const resolved = text.includes('&') ? text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => character(decimal, hex) ?? NAMED[name?.toLowerCase() ?? ''] ?? whole) : text;
  const words = (resolved.includes('<') ? resolved.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ') : resolved).replace(/\s+/g, ' ').trim();
  return /^(?:|null|undefined|none|nan|\[object object\]|\$\{.*\}|\{\{.*\}\})$/i.test(words) ? undefined : words;
}

function character(decimal: string | undefined, hex: string | undefined): string | undefined {
  if (decimal === undefined && hex === undefined) return undefined;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
