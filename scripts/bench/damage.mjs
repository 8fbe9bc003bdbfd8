const COLUMNS = ['damage', 'passages', 'exact', 'flagged', 'missed', 'wrong', 'collateral', 'right or told'];

/** Damages passages of clean documents in every way and yields what became of them, and by name the `worst` of each kind. */
export function* measureDamage(half, documents, { worst, count }, core) {
  if (documents.length === 0) return;
  const passages = core.passagesOf(documents);
  const lone = new core.LoneTexts(core.tables);
  const kinds = core.operators.map((operator, at) => {
    const cases = core.damagePassages(passages, operator, 1000 + at, count).map(damaged => {
      const found = lone.findDamage(damaged.text);
      return { damaged, found, outcome: core.judgeRepairs(damaged, found, operator.isAsked === true) };
    });
    return { operator, cases };
  });
  const all = { operator: { name: 'all kinds' }, cases: kinds.flatMap(kind => kind.cases) };
  yield {
    title: `Damage made on purpose, ${half}`,
    note: `${passages.short.length} passages and ${passages.long.length} documents of clean text; exact: as it was; flagged: a guess that says so, or told to be lost; wrong: not right, and sure of it; collateral: something else changed`,
    columns: COLUMNS, rows: [...kinds, all].map(rowOf),
  };
  if (worst > 0) yield { title: `What failed, ${half}`, columns: ['damage', 'outcome', 'text', 'reads'], rows: kinds.flatMap(kind => worstOf(kind, worst, core)) };
}

function rowOf({ operator, cases }) {
  const counts = Object.fromEntries(['exact', 'flagged', 'missed', 'wrong', 'collateral'].map(outcome => [outcome, cases.filter(each => each.outcome === outcome).length]));
  const right = counts.exact + counts.flagged;
  return { damage: operator.name, passages: cases.length, ...counts, 'right or told': cases.length > 0 ? `${(100 * right / cases.length).toFixed(1)}%` : '' };
}

function worstOf({ operator, cases }, worst, core) {
  const failed = cases.filter(({ outcome }) => outcome !== 'exact' && outcome !== 'flagged').slice(0, worst);
  return failed.map(({ damaged, found, outcome }) => {
    const repairs = found.repairs.filter(({ kind }) => operator.isAsked || (kind !== 'punctuation' && kind !== 'spamLine'));
    const texts = differenceOf(damaged.text, core.repaired(damaged.text, repairs), core.repaired(damaged.text, damaged.places));
    return Object.entries(texts).map(([text, reads]) => ({ damage: operator.name, outcome, text, reads }));
  }).flat();
}

/** The first stretch in which what was made of a text is not what it was. */
function differenceOf(shown, got, right) {
  let start = 0;
  while (start < right.text.length && got.text[start] === right.text[start]) start += 1;
  let end = 0;
  while (end < Math.min(right.text.length, got.text.length) - start && got.text.at(-1 - end) === right.text.at(-1 - end)) end += 1;
  const { start: from, end: to } = right.toRaw({ start: Math.max(0, start - 6), end: Math.min(right.text.length, right.text.length - end + 6) });
  const cut = text => JSON.stringify(text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-28)}` : text).slice(1, -1).replace(/[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, hidden => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return { shown: cut(shown.slice(from, to)), got: cut(got.text.slice(Math.max(0, start - 6), got.text.length - end + 6)), wanted: cut(right.text.slice(Math.max(0, start - 6), right.text.length - end + 6)) };
}
