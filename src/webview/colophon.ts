import type { ReaderPage, ShowMessage } from '../protocol';
import { element } from './element';
import { peopleRow } from './masthead';

/** Credits whose people the masthead does not name already. */
function furtherCredits(page: ReaderPage): ReaderPage['credits'] {
  const named = new Set([...page.authors, ...page.editors, ...page.guests]);
  return page.credits.filter(credit => credit.names.some(name => !named.has(name)));
}

/** Builds the foot of a page: who else worked on it, when it was saved, and which file it is. */
export function buildColophon({ page, lines }: ShowMessage): HTMLElement {
  const language = document.documentElement.lang;
  const credits = furtherCredits(page);
  return element('footer', { class: 'colophon' },
    credits.length === 0 ? undefined : element('p', { class: 'persons' }, ...credits.map(credit => peopleRow(credit.role, credit.names))),
    lines.captured === undefined ? undefined : element('p', { text: lines.captured, lang: language }),
    element('p', { class: 'file', lang: language }, element('span', { text: page.path }), element('span', { text: page.encoding })));
}
