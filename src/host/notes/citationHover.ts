import * as vscode from 'vscode';
import type { Span } from '../../core/document';
import { formatReference } from '../../core/cite/formatReference';
import type { CslItem, FoundPassage, SourceSummary } from '../../worker/port';
import { commands } from '../names';
import type { Shelf } from '../shelf';
import { dateWords, titleWords } from '../words';
import { nameOf, type Bibliographies, type NoteBibliography } from './bibliographies';
import { citationAt } from './citationPlace';
import { lookUpAll, type CitedSource } from './citedSource';
import { hoverLink, hoverText, webAddress } from './hoverText';
import { quotationsOf } from './noteQuotations';
import { noteSelector } from './noteSelector';
import { passageLines } from './passageLines';
import type { FindPassage } from './passages';

const OPEN = 'vscode.open';

/** Quotations that a hover shows of one citation; more than fit on a screen are of no use. */
const MOST_PASSAGES = 3;

/**
 * Shows what a citation stands for: the source's title, outlet and date, ways to it, its reference, and its beginning – or the passage of it
 * that the note quotes, with what differs.
 */
export function registerCitationHover(shelf: Shelf, bibliographies: Bibliographies, findPassage: FindPassage): vscode.Disposable {
  return vscode.languages.registerHoverProvider(noteSelector, {
    async provideHover(document, position) {
      const place = shelf.sourceAt(document.uri) ? undefined : citationAt(document, position);
      if (!place) return undefined;
      const bibliography = await bibliographies.forNote(document);
      const found = await lookUpAll(place.keys.map(({ key }) => key), bibliography, shelf);
      // Outside brackets `@name` is as often a person as a citation.
      if (!place.citation.bracketed && !found.some(({ cited }) => cited) && !bibliography.files.some(file => file.entries > 0)) return undefined;
      const problem = found.every(({ cited }) => cited?.item) ? undefined : await bibliographies.problemIn(bibliography);
      const [only] = found;
      if (!only || found.length > 1) return new vscode.Hover(trusted(found.map(each => shortContent(each, bibliography)).join('\n\n')), place.range);
      const words = quotationsOf(document, place.citation, place.offset).slice(0, MOST_PASSAGES).map(({ text }) => text), { source } = only;
      const quoted = source ? await Promise.all(words.map(async (each): Promise<Quoted> => ({ words: each, passage: await findPassage(source, each) }))) : [];
      return new vscode.Hover(trusted(hoverContent(only, bibliography, problem, quoted.filter(isMeant))), place.range);
    },
  });
}

function trusted(markdown: string): vscode.MarkdownString {
  const content = new vscode.MarkdownString(markdown);
  content.isTrusted = { enabledCommands: [commands.openInReader, OPEN] };
  content.supportHtml = true;
  return content;
}

type Problem = Awaited<ReturnType<Bibliographies['problemIn']>>;

/** The words that a note quotes of the source, and where they stand in it. */
interface Quoted { readonly words: string; readonly passage: FoundPassage | undefined }

/** A word or two in quotation marks need not be another's: only where they stand in the source are they a quotation of it. */
const isMeant = ({ words, passage }: Quoted): boolean => words.length >= 8 || (passage !== undefined && passage.kind !== 'close');

function hoverContent({ key, cited, source }: CitedSource, bibliography: NoteBibliography, problem: Problem, quoted: readonly Quoted[]): string {
  if (source) return [...sourceLines(source, key, cited?.item, quoted), ...(cited ? [] : [hoverText(brokenWords(problem) ?? notCitedWords(bibliography)), ...openProblem(problem)])].join('\n\n');
  if (!cited?.item) return [hoverText(brokenWords(problem) ?? unknownWords(key, bibliography)), ...openProblem(problem)].join('\n\n');
  const mark = cited.item.custom?.seedbed;
  const why = mark
    ? vscode.l10n.t('Its source file is no longer among the sources. It was {0}.', mark.path)
    : vscode.l10n.t('No saved source belongs to this entry.');
  return [hoverText(formatReference(cited.item)), hoverText(why), hoverText(`@${key}`)].join('\n\n');
}

/** One of several sources, in two lines. */
function shortContent({ key, cited, source }: CitedSource, bibliography: NoteBibliography): string {
  if (source) return `**${hoverText(titleWords(source))}**  \n${[hoverText(fromWords(source)), links(source, key)].filter(part => part !== '').join(' · ')}`;
  return cited?.item ? `${hoverText(formatReference(cited.item))} · ${hoverText(`@${key}`)}` : hoverText(unknownWords(key, bibliography));
}

/** The ways to the source stand above the excerpt: the editor cuts a hover off at the bottom where a note is narrow. */
function sourceLines(source: SourceSummary, key: string, item: CslItem | undefined, quoted: readonly Quoted[]): readonly string[] {
  const text = [...[...quoted].reverse().flatMap(quotedLines), ...quoted.some(({ passage }) => passage) ? [] : [hoverText(source.lead)]];
  const reference = item ? [hoverText(formatReference(item))] : [];
  return [`**${hoverText(titleWords(source))}**`, hoverText(fromWords(source)), links(source, key, quoted.find(({ passage }) => passage)?.passage?.span), ...text, ...reference].filter(line => line !== '');
}

function fromWords(source: SourceSummary): string {
  const people = new Intl.ListFormat(vscode.env.language, { type: 'unit' }).format(source.authors);
  return [source.publisher ?? source.site, source.published && dateWords(source.published), people].filter(Boolean).join(' · ');
}

function links(source: SourceSummary, key: string, at?: Span): string {
  const reader = hoverLink(vscode.l10n.t('Open in Reader'), commandAddress(commands.openInReader, vscode.Uri.parse(source.id), ...at ? [at] : []));
  const address = webAddress(source.url);
  return [reader, ...(address ? [`${hoverText(vscode.l10n.t('Original:'))} ${hoverLink(address, address)}`] : []), hoverText(`@${key}`)].join(' · ');
}

/** Where the quoted words stand and how near they come, then the passage. */
function quotedLines({ words, passage }: Quoted): readonly string[] {
  return passage ? passageLines(passage, words) : [`**${hoverText(vscode.l10n.t('Not found in this source: {0}', beginningOf(words)))}**`];
}

/** Enough of quoted words to know them by. */
function beginningOf(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')];
  return characters.length > 40 ? `${characters.slice(0, 38).join('')}…` : characters.join('');
}

function notCitedWords({ place }: NoteBibliography): string {
  if (!place.target) return vscode.l10n.t('No bibliography has this key yet.');
  return vscode.l10n.t('This is the key Seedbed would give the source; {0} has no entry for it yet. “Insert Citation…” adds one.', nameOf(place.target));
}

function unknownWords(key: string, { place, files }: NoteBibliography): string {
  if (place.foreign.length > 0) return vscode.l10n.t('“{0}” may stand in {1}; Seedbed reads bibliographies in CSL-JSON and BibLaTeX.', key, place.foreign.join(', '));
  if (!place.target) return vscode.l10n.t('This note has no bibliography yet; “Insert Citation…” begins one once the note is saved.');
  const name = nameOf(place.target);
  if (files.every(file => !file.exists)) return vscode.l10n.t('There is no bibliography {0} yet; “Insert Citation…” begins one.', name);
  return vscode.l10n.t('“{0}” is not in the bibliography {1}.', key, name);
}

const brokenWords = (problem: Problem): string | undefined =>
  problem && vscode.l10n.t('The bibliography {0} cannot be read: {1}.', nameOf(problem.uri), problem.problem);

const openProblem = (problem: Problem): readonly string[] =>
  (problem ? [hoverLink(vscode.l10n.t('Open {0}', nameOf(problem.uri)), commandAddress(OPEN, problem.uri))] : []);

const commandAddress = (command: string, ...values: readonly unknown[]): string => `command:${command}?${encodeURIComponent(JSON.stringify(values))}`;
