/** Messages made from the seeds and what a careful reader says of them, so that the page is tested before any analysis. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockKind, Reason, Role } from '../../src/core/document';
import type { Mark, ReaderBlock, ReaderDoubt, ReaderPage, ShowMessage } from '../../src/protocol';

interface TruthLine { readonly from: number; readonly to: number; readonly class: string }
interface Truth {
  readonly file: string; readonly script: string; readonly title: string; readonly series: readonly string[];
  readonly published: { readonly value: string }; readonly publisher: { readonly claimed: string }; readonly host: { readonly name: string | null };
  readonly reporter: readonly string[]; readonly editor: readonly string[]; readonly guests?: readonly string[];
  readonly credits: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly breadcrumb: readonly string[]; readonly url: string | null; readonly lines: readonly TruthLine[];
}

const root = join(__dirname, '../..');
const truths = (JSON.parse(readFileSync(join(root, 'test/seed-truth.json'), 'utf8')) as { readonly seeds: readonly Truth[] }).seeds;

const reasons: Readonly<Record<string, Reason>> = {
  editors_note: 'editorsNote', title_repeat: 'titleRepeat', nav: 'navigation', section: 'sectionHeading', recommend: 'recommended', alt: 'imageText',
};
const kinds: Readonly<Record<string, BlockKind>> = { heading: 'heading', caption: 'caption', title: 'heading', recommend: 'listItem', related: 'listItem' };
const roles: Readonly<Record<string, Role>> = { body: 'body', meta: 'metadata', boiler: 'boilerplate' };

const shifted = { before: '?;浉郯拇鬄硡^', text: '。粵港澳大灣區' };

function mended(line: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const bare = line.replace(/\([a-zà-ü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)/gu, '').trim();
  const start = bare.indexOf(shifted.before);
  if (start < 0) return { text: bare, marks: [] };
  const marks: readonly Mark[] = [
    { start, end: start + 1, repair: 'shiftedBytes', before: '?;', certain: false },
    { start: start + 1, end: start + shifted.text.length, repair: 'shiftedBytes', before: shifted.before.slice(2), certain: true },
  ];
  return { text: bare.replace(shifted.before, shifted.text), marks };
}

const slip = { said: '120日', suggestion: '1月20日', note: 'The page says “120日”; it is of 20 January 2021. Perhaps “1月20日”.' };

function doubtsOf(text: string): readonly ReaderDoubt[] {
  const start = text.indexOf(slip.said);
  return start < 0 ? [] : [{ start, end: start + slip.said.length, kind: 'impossibleDate', suggestion: slip.suggestion, day: '2021-01-20' }];
}

function blocksOf(truth: Truth): readonly ReaderBlock[] {
  const lines = readFileSync(join(root, 'seeds', truth.file), 'utf8').split(/\r?\n/);
  const blocks: ReaderBlock[] = [];
  for (const { from, to, class: name } of truth.lines) {
    const [group = '', reason = ''] = name.split('.');
    for (const line of lines.slice(from - 1, to).filter(text => text.trim() !== '')) {
      blocks.push({
        index: blocks.length, kind: kinds[reason] ?? 'paragraph', role: reason === 'title_repeat' ? 'boilerplate' : roles[group] ?? 'body',
        reason: reasons[reason] ?? reason as Reason, ...mended(line), doubts: doubtsOf(mended(line).text),
      });
    }
  }
  return blocks;
}

function pageOf(truth: Truth): ReaderPage {
  const script = truth.script.startsWith('Hant') ? 'Hant' : 'Hans';
  const blocks = blocksOf(truth);
  return {
    id: `file:///shelf/seeds/${truth.file}`, path: `seeds/${truth.file}`, format: 'text', encoding: 'utf-8', lang: `zh-${script}`, script,
    title: truth.title, series: truth.series, published: truth.published.value, publisher: truth.publisher.claimed,
    ...(truth.host.name === null ? {} : { site: truth.host.name }),
    authors: truth.reporter, editors: truth.editor, guests: truth.guests ?? [], credits: truth.credits,
    section: truth.breadcrumb.filter(part => part !== '首页' && part !== '正文' && part !== truth.host.name),
    ...(truth.url === null ? {} : { url: truth.url }), citekey: `src${truth.published.value.slice(0, 10).replaceAll('-', '')}`,
    blocks, repairs: [],
  };
}

/** Labels and sentences as the host's files hold them, in English. */
function words(kind: 'readerLabels' | 'readerReasons'): Readonly<Record<string, string>> {
  const code = readFileSync(join(root, 'src/host/readerLabels.ts'), 'utf8');
  const body = code.slice(code.indexOf(`function ${kind}`));
  const found = body.slice(0, body.indexOf('\n}\n')).matchAll(/^ {4}(\w+): vscode\.l10n\.t\('(.*)'\),$/gm);
  return Object.fromEntries([...found].map(([, name = '', text = '']) => [name, text]));
}

/** The message that shows a seed, by its number. */
export function seedMessage(number: number): ShowMessage {
  const truth = truths[number];
  if (truth === undefined) throw new Error(`There is no seed ${number}`);
  const page = pageOf(truth);
  const hidden = page.blocks.filter(block => block.role !== 'body').length;
  return {
    type: 'show', page, view: { script: 'as-saved', fullWidth: false }, looks: { showHidden: false, textSize: 100 }, pinned: false,
    labels: words('readerLabels'), reasons: words('readerReasons'),
    doubts: Object.fromEntries(page.blocks.filter(block => block.doubts.length > 0).map(block => [block.index, block.doubts.map(() => slip.note)])),
    lines: {
      date: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${page.published?.slice(0, 10)}T00:00:00Z`)),
      hidden: `${hidden} blocks are hidden`,
      ...(page.script === 'Hant' ? { repaired: 'Repaired: 506 pinyin glosses taken out, 1 damaged run restored (1 character is a guess).' } : {}),
    },
  };
}
