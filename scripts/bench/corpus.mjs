import { isHeldOut } from './heldOut.mjs';
import { buildCore, loadCore } from './loadCore.mjs';
import { median } from './median.mjs';
import { readWithPeer } from './peer.mjs';
import { readPages } from './readPages.mjs';
import { readSets } from './readSets.mjs';
import { measurePeer, measurePlain } from './speed.mjs';

const READERS = ['Seedbed', 'Readability'];
const SCORE_COLUMNS = ['set', 'hosts', 'reader', 'pages', 'F1', 'precision', 'recall', 'under .5', 'title', 'date', 'wrong'];
const PUBLISHER_COLUMNS = ['set', 'hosts', '来源 printed', 'publisher found', 'labelled', 'as labelled'];

/** Reads the labelled pages of `corpus` and yields a table for each thing measured; pages of held-out hosts are left out unless they are asked for. */
export async function* benchCorpus(corpus, { worst, rounds, isTimed, isHeldOutShown }) {
  await buildCore();
  const core = loadCore();
  const sets = [];
  for (const set of readSets(corpus)) sets.push(await readSet(set, core, isHeldOutShown));
  const groups = sets.flatMap(set => groupHosts(set, isHeldOutShown));
  yield { title: 'Text, title and date', note: 'F1 of the mean precision and recall of four-token runs; titles exact; dates by day', columns: SCORE_COLUMNS, rows: groups.flatMap(group => scoreRows(group, core)) };
  yield { title: 'Publisher', note: 'found, of the pages that print 来源: with a name; as labelled, of the pages whose label has one', columns: PUBLISHER_COLUMNS, rows: groups.map(group => publisherRow(group, core)) };
  if (worst > 0) for (const set of sets) yield worstPages(set, worst, core);
  if (!isTimed) return;
  const pages = sets.filter(set => set.format === 'html').flatMap(set => set.pages);
  yield speedTable(measurePeer(pages, rounds, core));
  yield plainTable(measurePlain(pages, rounds, core));
}

/** A set with what both readers make of its pages; held-out pages are not even opened unless they are asked for. */
async function readSet({ name, format, pages: all }, core, isHeldOutShown) {
  const pages = isHeldOutShown ? all : all.filter(page => page.isSeed || !isHeldOut(page.host));
  const ours = await readPages(pages, core);
  return {
    name, format,
    pages: pages.map((page, at) => ({
      ...page, raw: ours[at].raw, encoding: ours[at].encoding,
      readings: { Seedbed: ours[at], ...(format === 'html' && { Readability: readWithPeer(page.bytes(), ours[at].encoding) }) },
    })),
  };
}

function groupHosts({ name, format, pages }, isHeldOutShown) {
  const open = { name, format, hosts: 'open', pages: pages.filter(page => page.isSeed || !isHeldOut(page.host)) };
  if (!isHeldOutShown) return [open];
  return [{ ...open, hosts: 'all', pages }, { ...open, hosts: 'held-out', pages: pages.filter(page => !open.pages.includes(page)) }, open].filter(group => group.pages.length > 0);
}

const short = number => number.toFixed(4).replace(/^0/, '');

function scoreRows({ name, hosts, pages }, core) {
  return READERS.filter(reader => pages[0]?.readings[reader]).map(reader => {
    const scores = pages.filter(page => page.truth.text).map(page => core.scoreText(page.truth.text, page.readings[reader].text, page.truth.optional));
    const mean = core.meanScore(scores);
    const titled = pages.filter(page => page.truth.title), dated = pages.filter(page => page.truth.date);
    const days = dated.map(page => [page.truth.date, core.dayOf(page.readings[reader].published)]);
    return {
      set: name, hosts, reader, pages: pages.length,
      F1: short(core.f1(mean)), precision: short(mean.precision), recall: short(mean.recall),
      'under .5': scores.filter(score => core.f1(score) < 0.5).length,
      title: ratio(titled.filter(page => core.isSameName(page.truth.title, page.readings[reader].title)).length, titled.length),
      date: ratio(days.filter(([wanted, got]) => wanted === got).length, days.length),
      wrong: days.length > 0 ? days.filter(([wanted, got]) => got !== '' && wanted !== got).length : '',
    };
  });
}

const ratio = (count, all) => (all > 0 ? `${count}/${all}` : '');

function publisherRow({ name, hosts, pages }, core) {
  const printed = pages.filter(page => /[来來]源\s*[:：]\s*\S/.test(page.raw));
  const labelled = pages.filter(page => page.truth.publisher);
  return {
    set: name, hosts, '来源 printed': printed.length,
    'publisher found': ratio(printed.filter(page => page.readings.Seedbed.publisher !== '').length, printed.length),
    labelled: labelled.length,
    'as labelled': ratio(labelled.filter(page => core.isSameName(page.truth.publisher, page.readings.Seedbed.publisher)).length, labelled.length),
  };
}

/** The open pages of a set that are read worst. */
function worstPages({ name, pages }, worst, core) {
  const rows = pages.filter(page => page.truth.text && (page.isSeed || !isHeldOut(page.host))).map(page => {
    const score = core.scoreText(page.truth.text, page.readings.Seedbed.text, page.truth.optional);
    const peer = page.readings.Readability && core.f1(core.scoreText(page.truth.text, page.readings.Readability.text, page.truth.optional));
    return { value: core.f1(score), F1: short(core.f1(score)), precision: short(score.precision), recall: short(score.recall), Readability: peer === undefined ? '' : short(peer), page: page.id };
  });
  return { title: `The ${worst} open pages of ${name} that are read worst`, columns: ['F1', 'precision', 'recall', 'Readability', 'page'], rows: rows.sort((a, b) => a.value - b.value).slice(0, worst) };
}

const perSecond = (amount, milliseconds) => (amount * 1000) / milliseconds;

function speedTable({ pages, rounds }) {
  const rates = READERS.map(reader => rounds.map(round => perSecond(pages, round[reader])));
  const rows = READERS.map((reader, at) => ({ reader, 'pages/s': median(rates[at]).toFixed(1), 'each round': rates[at].map(rate => rate.toFixed(1)).join(' ') }));
  const factor = median(rounds.map(round => round.Readability / round.Seedbed));
  return {
    title: `Pages per second, ${pages} HTML pages read in turn by both after a warm-up`,
    note: 'from bytes to title and clean text; the peer is told the encoding', columns: ['reader', 'pages/s', 'each round'],
    rows: [...rows, { reader: 'Seedbed : Readability', 'pages/s': `${factor.toFixed(2)}×` }],
  };
}

function plainTable({ visible, source, rounds }) {
  const plain = median(rounds.map(round => perSecond(visible, round.text)));
  const html = median(rounds.map(round => perSecond(visible, round.html))), input = median(rounds.map(round => perSecond(source, round.html)));
  const row = (what, rate) => ({ what, 'characters/s': Math.round(rate), 'plain text is': `${(plain / rate).toFixed(2)}×` });
  return {
    title: 'Characters per second, the same pages as HTML and as the plain text that they show',
    note: `${visible} characters shown, ${source} characters of HTML`, columns: ['what', 'characters/s', 'plain text is'],
    rows: [row('plain text, characters read', plain), row('HTML, characters shown', html), row('HTML, characters of the file', input)],
  };
}
