import { randomSource } from './randomSource.mjs';

const ways = {
  verbatim: words => words,
  'quote-critical': words => words.replace(/第(\d+)期/, (_, number) => `第${Number(number) + 1}期`),
  'quote-differs': words => words.replace('了解到', '打听到'),
  'quote-not-found': (_, random) => Array.from({ length: 30 }, () => String.fromCharCode(0x4e00 + random(6000))).join(''),
  'quote-elsewhere': words => words,
};

/** Lines of a note with a quotation each, {kind, line}: of ten six are word for word, the others one of each kind; pages are cited by their ids. */
export function quotationLines(pages, count, seed) {
  const random = randomSource(seed * 1000), kinds = Object.keys(ways);
  return Array.from({ length: count }, (_, at) => {
    const kind = at % 10 < 6 ? 'verbatim' : kinds[at % 10 - 5];
    for (;;) {
      const page = pages[random(pages.length)], other = pages[random(pages.length)], words = sentenceOf(page, random);
      if (words && other !== page) return { kind, line: `据报道，“${ways[kind](words, random)}”[@${(kind === 'quote-elsewhere' ? other : page).id}]。` };
    }
  });
}

/** A sentence that only this page has, its numbers in it. */
function sentenceOf({ paragraphs }, random) {
  const own = paragraphs.flatMap(text => text.match(/记者在[^。]+。/g) ?? []);
  return own[random(own.length)];
}

/** A bibliography of pages, as CSL-JSON. */
export const bibliographyOf = pages => JSON.stringify(pages.map(({ id, path, title }) => ({ id, type: 'webpage', title, custom: { seedbed: { path } } })));
