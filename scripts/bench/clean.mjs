import { cleanTexts, packagedTexts } from './cleanTexts.mjs';
import { fetchPackages } from './packages.mjs';

const EXAMPLES = 5;

/** Fetches the Debian packages whose texts are read, and gives the names of those that could not be had. */
export const fetchClean = () => fetchPackages([...new Set(packagedTexts.flatMap(({ files }) => files.map(([name]) => name)))]);

/**
 * What is found rightly in these texts, looked at one by one: two manual pages all of which is set letter by letter, one that lost bytes of
 * GBK, the label of a posting, and compatibility ideographs (the numerals of Korean in a table of numerals, and one in the name of a
 * state). Characters that nobody sees are counted with them, as they stand in the files.
 */
const CHECKED = [
  { kind: 'letterSpacing', name: /^manpages-zh\/.*\/zh_CN\/(?:man5\/utmp\.5|man8\/losetup\.8)\.gz$/, before: /./ },
  { kind: 'letterSpacing', name: /^fortunes-zh\/.*\/chinese$/, before: /^标 题$/ },
  { kind: 'shiftedBytes', name: /^manpages-zh\/.*\/zh_CN\/man8\/iptables\.8\.gz$/, before: /^\?/ },
  { kind: 'compatibility', name: /^libreoffice-help-zh-tw\/.*\/05020301\.html$|^iso-codes\/.*\/zh_HK\/.*\/iso_3166-1\.mo$/, before: /^[\uf900-\ufaff]$/ },
];

/** Reads clean texts of many kinds and yields what was changed in them, and the first few changes of each kind of text. */
export function* measureClean({ worst, missing }, core) {
  const lone = new core.LoneTexts(core.tables);
  const kinds = new Map();
  for (const { kind, name, text } of cleanTexts(core)) {
    const { repairs, lost } = lone.findDamage(text);
    const changes = repairs.filter(repair => repair.kind !== 'punctuation').map(repair => ({ name, kind: repair.kind, before: text.slice(repair.span.start, repair.span.end), after: repair.text, around: text.slice(Math.max(0, repair.span.start - 12), repair.span.end + 12) }));
    const told = lost.map(({ span, kind: what }) => ({ name, kind: what, before: text.slice(span.start, span.end), after: '', around: text.slice(Math.max(0, span.start - 12), span.end + 12) }));
    const sum = kinds.get(kind) ?? { kind, texts: 0, bytes: 0, changes: [], lost: [] };
    kinds.set(kind, { ...sum, texts: sum.texts + 1, bytes: sum.bytes + Buffer.byteLength(text), changes: [...sum.changes, ...changes], lost: [...sum.lost, ...told] });
  }
  const all = [...kinds.values()];
  const total = { kind: 'all', texts: all.reduce((sum, each) => sum + each.texts, 0), bytes: all.reduce((sum, each) => sum + each.bytes, 0), changes: all.flatMap(each => each.changes), lost: all.flatMap(each => each.lost) };
  yield {
    title: 'Clean texts, which should stay as they are',
    note: `${missing.length > 0 ? `could not be fetched, so left out: ${missing.join(', ')}\n` : ''}changed: by repairs that are made unasked, and spam; rightly: what really is damage of the file, nearly all of it characters that nobody sees; lost: what was told to be beyond repair`,
    columns: ['text', 'texts', 'MB', 'changed', 'rightly', 'lost'], rows: [...all, total].map(rowOf),
  };
  const rows = all.flatMap(({ changes, lost }) => [...changes, ...lost].filter(change => !isRight(change)).slice(0, worst > 0 ? worst * EXAMPLES : EXAMPLES));
  if (rows.length > 0) yield { title: 'The first changes', columns: ['kind', 'before', 'after', 'around', 'name'], rows: rows.map(row => ({ ...row, before: shortOf(row.before), after: shortOf(row.after), around: shortOf(row.around) })) };
}

/** What no reader of the text would see go, and what makers of packages left in by mistake. */
const isHidden = ({ kind, before, after }) => kind === 'invisible' && after === '' && /^[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+$/.test(before);

const isRight = change => isHidden(change) || CHECKED.some(({ kind, name, before }) => change.kind === kind && name.test(change.name) && before.test(change.before));

const shortOf = text => JSON.stringify(text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-18)}` : text).slice(1, -1);

function rowOf({ kind, texts, bytes, changes, lost }) {
  const rightly = changes.filter(isRight).length;
  return { text: kind, texts, MB: (bytes / 1e6).toFixed(2), changed: changes.length - rightly, rightly, lost: lost.length };
}
