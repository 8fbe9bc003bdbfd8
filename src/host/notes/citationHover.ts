import * as vscode from 'vscode';
import { formatReference } from '../../core/cite/formatReference';
import type { Citation, CitedKey } from '../../core/markdown/citations';
import { citedKeyAt } from '../../core/markdown/scan';
import type { SourceSummary } from '../../worker/port';
import { commands } from '../names';
import type { Shelf } from '../shelf';
import { dateWords, titleWords } from '../words';
import { nameOf, type Bibliographies, type NoteBibliography } from './bibliographies';
import { lookUp, type CitedSource } from './citedSource';
import { noteScan } from './noteScan';
import { hoverLink, hoverText, webAddress } from './hoverText';

const OPEN = 'vscode.open';

/** Shows what a citation stands for: the source's title, outlet, date and beginning, and ways to it. */
export function registerCitationHover(shelf: Shelf, bibliographies: Bibliographies): vscode.Disposable {
  const notes: vscode.DocumentSelector = ['file', 'untitled'].map(scheme => ({ language: 'markdown', scheme }));
  return vscode.languages.registerHoverProvider(notes, {
    async provideHover(document, position) {
      const place = citationAtCursor(document, position);
      if (!place) return undefined;
      const bibliography = await bibliographies.forNote(document);
      const found = await lookUp(place.key.key, bibliography, shelf);
      // Outside brackets `@name` is as often a person as a citation.
      if (!place.bracketed && !found.cited && !bibliography.files.some(file => file.entries > 0)) return undefined;
      const problem = found.source && found.cited ? undefined : await bibliographies.problemIn(bibliography);
      return new vscode.Hover(trusted(hoverContent(found, bibliography, problem)), place.range);
    },
  });
}

/** The key the pointer is on; anywhere in a citation that has but one. */
function citationAtCursor(document: vscode.TextDocument, position: vscode.Position): { key: CitedKey; bracketed: boolean; range: vscode.Range } | undefined {
  const scan = noteScan(document), offset = document.offsetAt(position);
  const citation = scan.citations.find(({ span }) => span.start <= offset && offset <= span.end);
  const key = citedKeyAt(scan, offset) ?? onlyKey(citation);
  if (!citation || !key) return undefined;
  const span = citation.keys.length === 1 ? citation.span : key.span;
  return { key, bracketed: citation.bracketed, range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)) };
}

const onlyKey = (citation: Citation | undefined): CitedKey | undefined => (citation?.keys.length === 1 ? citation.keys[0] : undefined);

function trusted(markdown: string): vscode.MarkdownString {
  const content = new vscode.MarkdownString(markdown);
  content.isTrusted = { enabledCommands: [commands.openInReader, OPEN] };
  return content;
}

type Problem = Awaited<ReturnType<Bibliographies['problemIn']>>;

function hoverContent({ key, cited, source }: CitedSource, bibliography: NoteBibliography, problem: Problem): string {
  if (source) return [...sourceLines(source, key), ...(cited ? [] : [hoverText(brokenWords(problem) ?? notCitedWords(bibliography)), ...openProblem(problem)])].join('\n\n');
  if (!cited?.item) return [hoverText(brokenWords(problem) ?? unknownWords(key, bibliography)), ...openProblem(problem)].join('\n\n');
  const mark = cited.item.custom?.seedbed;
  const why = mark
    ? vscode.l10n.t('Its source file is no longer among the sources. It was {0}.', mark.path)
    : vscode.l10n.t('No saved source belongs to this entry.');
  return [hoverText(formatReference(cited.item)), hoverText(why), hoverText(`@${key}`)].join('\n\n');
}

/** The ways to the source stand above the excerpt: the editor cuts a hover off at the bottom where a note is narrow. */
function sourceLines(source: SourceSummary, key: string): readonly string[] {
  const people = new Intl.ListFormat(vscode.env.language, { type: 'unit' }).format(source.authors);
  const from = [source.publisher ?? source.site, source.published && dateWords(source.published), people].filter(Boolean).join(' · ');
  return [`**${hoverText(titleWords(source))}**`, hoverText(from), links(source, key), hoverText(source.lead)].filter(line => line !== '');
}

function links(source: SourceSummary, key: string): string {
  const reader = hoverLink(vscode.l10n.t('Open in Reader'), commandAddress(commands.openInReader, vscode.Uri.parse(source.id)));
  const address = webAddress(source.url);
  return [reader, ...(address ? [`${hoverText(vscode.l10n.t('Original:'))} ${hoverLink(address, address)}`] : []), hoverText(`@${key}`)].join(' · ');
}

function notCitedWords({ place }: NoteBibliography): string {
  if (!place.target) return vscode.l10n.t('No bibliography has this key yet.');
  return vscode.l10n.t('This is the key Seedbed would give the source; {0} has no entry for it yet. “Insert Citation…” adds one.', nameOf(place.target));
}

function unknownWords(key: string, { place, files }: NoteBibliography): string {
  if (place.foreign.length > 0) return vscode.l10n.t('“{0}” may stand in {1}; Seedbed reads bibliographies in CSL-JSON only.', key, place.foreign.join(', '));
  if (!place.target) return vscode.l10n.t('This note has no bibliography yet; “Insert Citation…” begins one once the note is saved.');
  const name = nameOf(place.target);
  if (files.every(file => !file.exists)) return vscode.l10n.t('There is no bibliography {0} yet; “Insert Citation…” begins one.', name);
  return vscode.l10n.t('“{0}” is not in the bibliography {1}.', key, name);
}

const brokenWords = (problem: Problem): string | undefined =>
  problem && vscode.l10n.t('The bibliography {0} cannot be read: {1}.', nameOf(problem.uri), problem.problem);

const openProblem = (problem: Problem): readonly string[] =>
  (problem ? [hoverLink(vscode.l10n.t('Open {0}', nameOf(problem.uri)), commandAddress(OPEN, problem.uri))] : []);

const commandAddress = (command: string, uri: vscode.Uri): string => `command:${command}?${encodeURIComponent(JSON.stringify([uri]))}`;
