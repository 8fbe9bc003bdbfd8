import { median } from './median.mjs';

const NOT_OFFERED = 'not offered';
export const inMs = value => (value === undefined ? '' : value < 100 ? value.toFixed(1) : String(Math.round(value)));

/** The tables of windows with and without Seedbed: `results` by side, each a list of what its windows found. */
export function* citationTables(where, results) {
  yield {
    title: `Completion and hover: ${where}`, note: 'milliseconds of one call; a call is right if its answer holds what was wanted, and the figures of wrong answers do not count',
    columns: ['call', 'right', 'median', 'worst', 'control', 'worst of control', 'more than control'],
    rows: [...callRows(results, 'completions', 'completion'), ...callRows(results, 'hovers', 'hover')],
  };
  yield {
    title: `Until the key is offered: ${where}`, note: 'milliseconds, asked anew every 10 ms; the control waits for any answer',
    columns: ['from', 'offered', 'median', 'worst', 'control', 'worst of control', 'more than control'],
    rows: [
      waitRow('opening the note in a settled window', results, result => (isSettled(result) ? [result.fromOpening] : [])),
      waitRow('the same, until all of it is read', results, result => (isSettled(result) ? [result.untilWhole] : [])),
      waitRow('opening the window', results, result => (isSettled(result) ? [] : [result.fromStart])),
      waitRow('bibliography rewritten on disk', results, ({ rewrites = [] }) => rewrites),
      waitRow('entry typed into the open bibliography', results, ({ edits = [] }) => edits),
    ],
  };
  yield {
    title: `Longest block of the extension host: ${where}`, note: `milliseconds by phase, and how many were over 50 in all windows; memory at the end: ${memoryOf(results.Seedbed)} MB, control ${memoryOf(results.control)} MB`,
    columns: ['phase', 'longest', 'over 50', 'control', 'over 50 in control'], rows: blockRows(results),
  };
}

const isSettled = ({ completions }) => completions !== undefined;

const memoryOf = windows => Math.round(median(windows.filter(isSettled).map(({ memory }) => memory)) / 1e6);

function callRows({ Seedbed, control }, kind, word) {
  const names = Object.keys(Seedbed.find(isSettled)[kind]);
  const callsOf = (windows, name) => windows.filter(isSettled).flatMap(window => window[kind][name]);
  return names.map(name => {
    const calls = callsOf(Seedbed, name), right = calls.filter(call => call.isRight).length;
    return { call: `${word} ${name}`, right: `${right}/${calls.length}`, ...compare(calls.filter(call => call.isRight).map(call => call.ms), callsOf(control, name).map(call => call.ms)) };
  });
}

function waitRow(from, { Seedbed, control }, timesOf) {
  const times = Seedbed.flatMap(timesOf), offered = times.filter(each => typeof each === 'number');
  return { from, offered: `${offered.length}/${times.length}`, ...compare(offered, control.flatMap(timesOf).filter(each => typeof each === 'number')) };
}

function compare(ours, control) {
  const base = control.length > 0 ? { 'control': inMs(median(control)), 'worst of control': inMs(Math.max(...control)) } : {};
  if (ours.length === 0) return { median: NOT_OFFERED, ...base };
  return { median: inMs(median(ours)), worst: inMs(Math.max(...ours)), ...base, ...(control.length > 0 && { 'more than control': inMs(median(ours) - median(control)) }) };
}

/** The longest blocks by phase, of windows with and without Seedbed. */
export function blockRows({ Seedbed, control }) {
  const phases = [...new Set(Seedbed.flatMap(({ blocks }) => blocks.map(({ phase }) => phase)))];
  const of = (windows, phase) => windows.flatMap(({ blocks }) => blocks.filter(block => block.phase === phase));
  const longest = blocks => (blocks.length === 0 ? undefined : Math.max(...blocks.map(block => block.longest)));
  const over = blocks => blocks.reduce((sum, block) => sum + block.over.length, 0);
  return phases.map(phase => {
    const ours = of(Seedbed, phase), theirs = of(control, phase);
    return { phase, longest: inMs(longest(ours)), 'over 50': over(ours), control: inMs(longest(theirs)), 'over 50 in control': over(theirs) };
  });
}
