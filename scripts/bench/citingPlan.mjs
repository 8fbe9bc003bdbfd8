import { formats } from './citingWorkspace.mjs';
import { inOtherScript, initialsOf } from './makeBibliography.mjs';
import { randomSource } from './randomSource.mjs';

const WARM_UPS = 4;

/** Calls of each kind in one window, those to warm up included. */
const CALLS = 16;

const FILLERS = 60;

/** The first stretch of so many Han characters in the title. */
const han = (entry, length) => entry.title.match(new RegExp(`\\p{Script=Han}{${length},}`, 'u'))?.[0];

/** The beginning of a key: enough of it to leave few others. */
const keyPart = key => key.slice(0, -2);

/** Entries with a stretch of Han characters that the other script writes otherwise: {entry, part}. */
const withPart = entries => entries.flatMap(entry => {
  const part = han(entry, 6)?.slice(0, 6);
  return part !== undefined && inOtherScript(entry, part) !== part ? [{ entry, part }] : [];
});

/** What is typed in the window `round`, by name, and what must be offered for it. */
function completionSets(round, { entries, seeds, pages }) {
  const random = randomSource(7000 + round), of = list => list[random(list.length)];
  const times = make => Array.from({ length: CALLS }, make);
  const parts = withPart(Array.from({ length: 20 * CALLS }, () => of(entries)));
  const titles = (pages.length > 0 ? pages : seeds).filter(source => han(source, 4) !== undefined);
  const request = (typed, wanted, trigger) => ({ typed, wanted, ...(trigger && { trigger }) });
  return [
    { name: 'behind 据报道@', requests: times(() => request('据报道@', {}, '@')) },
    { name: 'behind [@', requests: times(() => request('据报道[@', {}, '@')) },
    { name: 'part of a key', requests: times(() => of(entries)).map(({ key }) => request(`据报道@${keyPart(key)}`, { key })) },
    { name: 'part of a title', requests: parts.slice(0, CALLS).map(({ entry, part }) => request(`据报道@${part}`, { key: entry.key })) },
    { name: 'part of a title, other script', requests: parts.slice(CALLS, 2 * CALLS).map(({ entry, part }) => request(`据报道@${inOtherScript(entry, part)}`, { key: entry.key })) },
    { name: 'pinyin initials', requests: parts.slice(2 * CALLS, 3 * CALLS).map(({ entry, part }) => request(`据报道@${initialsOf(part)}`, { key: entry.key })) },
    { name: 'title of a saved source', requests: times(() => of(titles)).map(source => request(`据报道@${han(source, 4).slice(0, 6)}`, { title: source.title })) },
  ];
}

/** The note of the window `round`: its text, the line to write in and the places to hover. */
function makeNote(round, name, { entries, seeds }, typed) {
  const random = randomSource(8000 + round), of = list => list[random(list.length)];
  const quotable = seeds.filter(seed => seed.sentences.length > 0);
  const lines = ['---', `bibliography: ../${name}`, '---', '', '# 笔记', ''], ofEntries = [], ofSources = [];
  const cite = (places, text, wanted) => {
    places.push({ line: lines.length, character: text.lastIndexOf('@') + 2, wanted });
    lines.push(text, '');
  };
  for (let call = 0; call < CALLS; call++) {
    const entry = of(entries), seed = of(quotable), sentence = of(seed.sentences);
    cite(ofEntries, `这一说法见于当时的报道[@${entry.key}]，此后多有引述。`, entry.title);
    cite(ofSources, call % 2 === 0 ? `> ${sentence}[@${seed.key}]` : `报道说：“${sentence}”[@${seed.key}]`, sentence);
  }
  for (let filler = 0; filler < FILLERS; filler++) lines.push(of(of(quotable).sentences) + of(of(quotable).sentences), '');
  const writingLine = lines.length;
  lines.push(typed, '', of(of(quotable).sentences), '');
  return { text: lines.join('\n'), writingLine, hovers: [{ name: 'entry of the bibliography', requests: ofEntries }, { name: 'saved source behind a quotation', requests: ofSources }] };
}

/** The plan of one window and the texts of its notes; `versions` are files with one fresh entry more each. */
export function planWindow({ round, name, opening, isControl, cited, versions }) {
  const cold = cited.entries[randomSource(9000 + round)(cited.entries.length)];
  const typed = `据报道@${keyPart(cold.key)}`;
  const { text, writingLine, hovers } = makeNote(round, name, cited, typed);
  const [seed] = cited.seeds;
  const fresh = cited.fresh.slice(versions.length);
  const plan = {
    isControl, opening, note: 'notes/citing.md', other: 'notes/other.md', bibliography: name,
    otherHover: { line: 4, character: 5, wanted: seed.title },
    keys: cited.entries.map(entry => entry.key), writingLine, cold: { typed, wanted: { key: cold.key } }, whole: wholeRequest(cited.entries), warmUps: WARM_UPS,
    completions: completionSets(round, cited), hovers,
    rewrites: versions.map((file, at) => ({ file, how: at % 2 === 0 ? 'move' : 'copy', request: requestOf(cited.fresh[at]) })),
    edits: formats[name].edits.map(({ line, text: write }, at) => ({ line, text: write(fresh[at]), request: requestOf(fresh[at]) })),
  };
  return { plan, notes: { [plan.note]: text, [plan.other]: `---\nbibliography: none.json\n---\n\n[@${seed.key}]\n` } };
}

/** By its initials an entry is found once it is read, and the first of the file is read last. */
function wholeRequest(entries) {
  const [{ entry, part }] = withPart(entries.slice(0, 200));
  return { typed: `据报道@${initialsOf(part)}`, wanted: { key: entry.key } };
}

const requestOf = ({ key }) => ({ typed: `据报道@${keyPart(key)}`, wanted: { key } });
