import type { FromReader, ReaderPage, ShowMessage } from '../protocol';
import { element } from './element';
import { icon } from './icon';
import type { LabelName, Wording } from './wording';

type PageCommand = Extract<FromReader, { type: 'command' }>['command'];

/** What the head of a page can be asked for. */
export interface MastheadWishes {
  command(command: PageCommand): void;
  /** Scrolls to the next place that was repaired or is in doubt. */
  nextRepair(): void;
}

/** Words of the page's own interface inside an article of another language. */
const interfaceLanguage = (): string => document.documentElement.lang;

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const hostOf = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return address;
  }
};

function heading(page: ReaderPage, wording: Wording): HTMLElement {
  if (page.title !== '') return element('h1', { text: page.title });
  return element('h1', { class: 'untitled', text: `${wording('untitled')} · ${fileName(page.path)}`, lang: interfaceLanguage() });
}

function source({ page, lines }: ShowMessage, wording: Wording): HTMLElement | undefined {
  const date = lines.date ?? page.published?.replace('T', ' ');
  const site = page.site !== undefined && page.site !== page.publisher ? page.site : undefined;
  const items = [
    page.publisher === undefined ? undefined : element('span', { class: 'publisher', text: page.publisher }),
    date === undefined ? undefined : element('time', { text: date, lang: interfaceLanguage(), attributes: { datetime: page.published ?? '' } }),
    page.section.length === 0 ? undefined : element('span', { class: 'section', text: page.section.join(' › ') }),
    site === undefined ? undefined : element('span', { class: 'site', text: wording('site', site), lang: interfaceLanguage() }),
  ].filter(item => item !== undefined);
  return items.length === 0 ? undefined : element('p', { class: 'source' }, ...items);
}

/** Names with the role they have; roles of the credits stand in the page's own words. */
export function peopleRow(role: string, names: readonly string[], roleLanguage?: string): HTMLElement {
  return element('span', { class: 'people' },
    element('span', { class: 'role', text: role, ...(roleLanguage === undefined ? {} : { lang: roleLanguage }) }),
    ...names.map(name => element('span', { class: 'name', text: name })));
}

function people(page: ReaderPage, wording: Wording): HTMLElement | undefined {
  const groups: readonly (readonly [LabelName, readonly string[]])[] = [['authors', page.authors], ['editors', page.editors], ['guests', page.guests]];
  const rows = groups.filter(([, names]) => names.length > 0).map(([label, names]) => peopleRow(wording(label), names, interfaceLanguage()));
  return rows.length === 0 ? undefined : element('p', { class: 'persons' }, ...rows);
}

function original(page: ReaderPage, wording: Wording, wishes: MastheadWishes): HTMLElement | undefined {
  if (page.url === undefined) return undefined;
  const button = element('button', { class: 'original', title: wording('openAddress', page.url), attributes: { type: 'button' } },
    icon('link'), element('span', { text: wording('openOriginal') }), element('span', { class: 'address', text: hostOf(page.url) }));
  button.addEventListener('click', () => wishes.command('openOriginal'));
  return button;
}

function keyChip(page: ReaderPage, wording: Wording, wishes: MastheadWishes): HTMLElement | undefined {
  if (page.citekey === '') return undefined;
  const answer = element('span', { class: 'answer', attributes: { role: 'status' } });
  const button = element('button', { class: 'key', title: wording('copyKey'), attributes: { type: 'button', 'aria-label': `${wording('copyKey')}: ${page.citekey}` } },
    element('code', { text: `@${page.citekey}` }), icon('copy'));
  button.addEventListener('click', () => {
    wishes.command('copyKey');
    answer.textContent = wording('copied');
    setTimeout(() => { answer.textContent = ''; }, 2000);
  });
  return element('span', { class: 'key-line' }, button, answer);
}

function repairs({ page, lines }: ShowMessage, wording: Wording, wishes: MastheadWishes): HTMLElement | undefined {
  if (lines.repaired === undefined || lines.repaired === '') return undefined;
  const line = element('p', { class: 'repaired', lang: interfaceLanguage() }, element('span', { text: lines.repaired }));
  if (!page.blocks.some(block => block.role === 'body' && block.marks.length + block.doubts.length > 0)) return line;
  const button = element('button', { class: 'text-button', text: wording('showRepair'), attributes: { type: 'button' } });
  button.addEventListener('click', () => wishes.nextRepair());
  line.append(button);
  return line;
}

/** Builds the head of a page; what the page does not say is left out without a gap. */
export function buildMasthead(shown: ShowMessage, wording: Wording, wishes: MastheadWishes): HTMLElement {
  const { page } = shown;
  const kicker = page.series.length === 0 ? undefined
    : element('p', { class: 'series' }, ...page.series.map(text => element('span', { text })));
  const references = [original(page, wording, wishes), keyChip(page, wording, wishes)].filter(item => item !== undefined);
  return element('header', { class: 'masthead' },
    kicker,
    heading(page, wording),
    source(shown, wording),
    people(page, wording),
    references.length === 0 ? undefined : element('p', { class: 'references', lang: interfaceLanguage() }, ...references),
    repairs(shown, wording, wishes));
}
