import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { randomSource } from './randomSource.mjs';

const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Words of titles are the most frequent ones: titles of news have most of their words in common. */
const WORDS = 6000;
const OUTLETS = 60;

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国志文海燕春梅晓东宇浩然子轩思远嘉怡雨泽欣妍天佑若曦'];
const FAMILIES = 'Smith Johnson Garcia Müller Nguyen Kowalski Øvergaard García-Márquez O’Brien Dubois Rossi Novák Åström Silva Tanaka Haddad Okafor Petrov Schneider Lindqvist Moreau Castellanos Whitfield Abernathy Fitzgerald Delacroix Zimmermann Papadopoulos Johansson Van-den-Berg'.split(' ');
const FORENAMES = 'Anna Ben Carla David Élise Frank Grace Hugo Ines Jonas Karen Luís Maria Nils Olga Peter Quentin Rosa Søren Teresa Ulrich Vera William Xenia Yusuf Zoë'.split(' ');
const TOPICS = 'river harbour archive memory climate language printing railway migration textile broadcast orchard garden market village factory temple museum satellite battery semiconductor fishery desert monsoon census novel theatre calligraphy porcelain philosophy'.split(' ');
const FRAMES = [(a, b) => `The ${a} and the ${b}: notes on a century of change`, (a, b) => `Rethinking the ${a} after the ${b}`, (a, b) => `A short history of the ${a}, the ${b} and their writers`, (a, b) => `How the ${a} became a ${b}: evidence from archives & interviews`];

/**
 * `count` entries of a bibliography, the same on every run: five of eight Chinese in simplified characters, one in traditional ones, two Western.
 * Each is {key, type, script, title, authors, outlet, date, url, abstract}; an author is {literal} or {family, given}, a date ISO 8601.
 * `words` are simplified Chinese words to make titles of, the most frequent first.
 */
export function makeEntries(count, words) {
  const frequent = words.slice(0, WORDS), taken = new Set();
  const chooseOutlet = outletMaker(frequent);
  return Array.from({ length: count }, (_, at) => {
    const random = randomSource(at + 1);
    const of = list => list[random(list.length)];
    const made = at % 8 < 6 ? chinesePiece(random, of, frequent, chooseOutlet) : westernPiece(random, of);
    const entry = at % 8 === 5 ? inTraditional(made) : made;
    return { ...entry, key: untaken(stemOf(entry), taken), url: `https://example.org/${entry.date.slice(0, 4)}/${entry.date.slice(5).replace('-', '')}/c${1_000_000 + at * 7}.html` };
  });
}

/** Names of outlets, with the code that their keys begin with. */
function outletMaker(words) {
  const random = randomSource(4_000_000);
  const places = words.filter(word => word.length === 2);
  const outlets = Array.from({ length: OUTLETS }, (_, at) => `${places[random(places.length)]}${['日报', '晚报', '网', '新闻网', '周刊'][at % 5]}`);
  return of => of(outlets);
}

function chinesePiece(random, of, words, chooseOutlet) {
  const phrase = length => Array.from({ length }, () => of(words)).join('');
  return {
    type: of(['article-newspaper', 'article-newspaper', 'webpage']), script: 'Hans',
    title: of([() => `${phrase(3)}：${phrase(4)}`, () => `${phrase(2)}推动${phrase(3)}`, () => `“${phrase(2)}”${phrase(4)}`, () => `${phrase(5)}的${phrase(2)}`])(),
    authors: Array.from({ length: random(3) }, () => ({ literal: of(SURNAMES) + of(GIVEN) + (random(3) === 0 ? '' : of(GIVEN)) })),
    outlet: chooseOutlet(of), date: dateOf(random, 2005),
    abstract: `${phrase(8)}，${phrase(7)}。`,
  };
}

function westernPiece(random, of) {
  const [a, b] = [of(TOPICS), of(TOPICS)];
  return {
    type: of(['article-journal', 'article-journal', 'book']), script: 'Latn', title: of(FRAMES)(a, `${of(TOPICS)} ${b}`),
    authors: Array.from({ length: 1 + random(3) }, () => ({ family: of(FAMILIES), given: of(FORENAMES) })),
    outlet: `Journal of ${of(TOPICS)} studies`, date: dateOf(random, 1950),
    abstract: Array.from({ length: 24 }, () => of(TOPICS)).join(' '),
  };
}

const dateOf = (random, first) => `${first + random(2025 - first)}-${two(1 + random(12))}-${two(1 + random(28))}`;
const two = number => String(number).padStart(2, '0');

const inTraditional = piece => ({
  ...piece, script: 'Hant', title: toTraditional(piece.title), outlet: toTraditional(piece.outlet), abstract: toTraditional(piece.abstract), authors: piece.authors.map(({ literal }) => ({ literal: toTraditional(literal) })),
});

/** Chinese pieces are called by outlet and day, Western ones by author, year and a word of the title. */
function stemOf({ script, outlet, date, authors, title }) {
  if (script !== 'Latn') return initialsOf(toSimplified(outlet)) + date.replaceAll('-', '');
  return `${plain(authors[0].family)}${date.slice(0, 4)}${title.split(/[ :,]+/).find(word => word.length > 5).toLowerCase()}`;
}

const plain = name => name.normalize('NFD').replace('Ø', 'O').replace(/[^A-Za-z]/g, '').toLowerCase();

function untaken(stem, taken) {
  let key = stem;
  for (let count = 0; taken.has(key); count++) key = stem + (count < 26 ? '' : String.fromCharCode(96 + Math.floor(count / 26))) + String.fromCharCode(97 + (count % 26));
  taken.add(key);
  return key;
}

/** First letters of the readings of Han characters: 北京 gives bj. */
export const initialsOf = text => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join('').toLowerCase();

/** The same text in the script that it is not in. */
export const inOtherScript = ({ script }, text) => (script === 'Hant' ? toSimplified(text) : toTraditional(text));

/** Entries as CSL-JSON, the list as pandoc and Zotero write it. */
export const asCslJson = entries => `[\n${entries.map(asCslItem).join(',\n')}\n]\n`;

/** One entry as CSL-JSON; `custom` is added to it. */
export function asCslItem({ key, type, script, title, authors, outlet, date, url, abstract, custom }) {
  const item = {
    id: key, type, title, author: authors, 'container-title': outlet, issued: { 'date-parts': [date.split('-').map(Number)] },
    language: { Hans: 'zh-CN', Hant: 'zh-TW', Latn: 'en-GB' }[script], URL: url, abstract, custom,
  };
  return JSON.stringify(item, null, 2).replace(/^/gm, '  ');
}

/** Entries as BibLaTeX, Western ones with TeX's own marks for letters and signs. */
export const asBibtex = entries => `${entries.map(asBibEntry).join('\n\n')}\n`;

/** One entry as BibLaTeX. */
export function asBibEntry({ key, type, script, title, authors, outlet, date, url, abstract }) {
  const kind = { 'article-newspaper': 'article', 'article-journal': 'article', webpage: 'online', book: 'book' }[type];
  const fields = {
    title: `{${title}}`, author: authors.map(({ literal, family, given }) => (literal === undefined ? `${family}, ${given}` : `{${literal}}`)).join(' and '),
    [{ article: 'journaltitle', online: 'organization', book: 'publisher' }[kind]]: outlet, date, url, urldate: '2025-11-21',
    entrysubtype: type === 'article-newspaper' ? 'newspaper' : '', langid: script === 'Latn' ? 'british' : 'chinese', keywords: title.slice(0, 8).replaceAll(',', ''), abstract,
    file: `${title.slice(0, 12).replaceAll(':', ' ')}:files/${key}/index.html:text/html`,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${/^(?:url|file|date)/.test(name) ? value : inTeX(value)}}`);
  return `@${kind}{${key},\n${lines.join(',\n')}\n}`;
}

const LETTERS = { ü: '{\\"u}', Ø: '{\\O}', ø: '{\\o}', í: "{\\'i}", á: "{\\'a}", É: "{\\'E}", ë: '{\\"e}', Å: '{\\AA}', ö: '{\\"o}', '&': '\\&' };
const inTeX = text => text.replace(/[üØøíáÉëÅö&]/g, letter => LETTERS[letter]);
