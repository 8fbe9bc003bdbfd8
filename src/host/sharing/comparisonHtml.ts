import type { ComparedPassages } from '../../worker/port';

/** One side of a comparison in words, and where its links lead. */
export interface ComparedSide {
  readonly title: string;
  readonly lang: string;
  readonly byline: string;
  /** Said beside the older of the two. */
  readonly note?: string;
  readonly links: readonly { readonly words: string; readonly address: string }[];
}

/** Everything that the page says besides the passages. */
export interface ComparisonWords { readonly title: string; readonly summary: string; readonly onlyFirst: string; readonly onlySecond: string; readonly lang: string }

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The page that sets two passages side by side: no script, and nothing is loaded but the reader's style sheet. Whatever comes from sources is escaped. */
export function comparisonHtml(compared: ComparedPassages, sides: readonly [ComparedSide, ComparedSide], words: ComparisonWords, site: { readonly cspSource: string; readonly style: string }): string {
  const policy = `default-src 'none'; style-src ${site.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${escaped(words.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}</title>
<link rel="stylesheet" href="${escaped(site.style)}">
</head>
<body class="comparison">
<main>
<p class="legend">${escaped(words.summary)}${hasChanges(compared) ? ` <mark class="only-first">${escaped(words.onlyFirst)}</mark> <mark class="only-second">${escaped(words.onlySecond)}</mark>` : ''}</p>
<div class="sides">
${sideHtml(sides[0], compared.one.lang, runsOf(compared, 'note'))}
${sideHtml(sides[1], compared.other.lang, runsOf(compared, 'source'))}
</div>
</main>
</body>
</html>
`;
}

const hasChanges = ({ differences }: ComparedPassages): boolean => differences.some(({ kind }) => kind !== 'same');

function sideHtml({ title, lang, byline, note, links }: ComparedSide, textLang: string, passage: string): string {
  const noted = note === undefined ? '' : ` <span class="earliest">${escaped(note)}</span>`;
  return `<section>
<h2 lang="${escaped(lang)}">${escaped(title)}</h2>
<p class="byline">${escaped(byline)}${noted}</p>
<article lang="${escaped(textLang)}">${passage}</article>
<p class="links">${links.map(({ words, address }) => `<a href="${escaped(address)}">${escaped(words)}</a>`).join(' ')}</p>
</section>`;
}

/** The passage of one side, each of its lines a paragraph; what only it has is marked. */
function runsOf({ one, other, differences }: ComparedPassages, side: 'note' | 'source'): string {
  const { text } = side === 'note' ? one : other, only = side === 'note' ? 'only-first' : 'only-second';
  const set = (words: string, isSame: boolean): string => words.split('\n').map(line => (isSame || line === '' ? escaped(line) : `<mark class="${only}">${escaped(line)}</mark>`)).join('</p>\n<p>');
  const runs = differences.map(({ kind, [side]: { start, end } }) => set(text.slice(start, end), kind === 'same'));
  return `<p>${runs.join('')}</p>`;
}
