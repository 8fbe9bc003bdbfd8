import { countUnits, isHan } from '../../src/core/text/han';
import { assemble } from './damaged';
import type { DamageText } from './damaged';
import { gbkBytes } from './wrongBytes';

/** Makes something that cannot be read back out of a run of three to twenty characters. */
function losing(show: (run: string) => string | undefined): DamageText {
  return (clean, random) => {
    const length = 3 + random.below(18);
    const start = random.below(Math.max(1, clean.length - length));
    const run = clean.slice(start, start + length);
    const shown = run.includes('\n') || countUnits(run, isHan) < 3 ? undefined : show(run);
    return shown === undefined ? undefined : assemble([clean.slice(0, start), { shown, was: run, isLost: true }, clean.slice(start + length)]);
  };
}

/** U+FFFD written as UTF-8 and read as GBK, one for each byte that was lost: 锟斤拷. */
export const lostAsTun: DamageText = losing(run => {
  const bytes = Buffer.from('\ufffd'.repeat(countUnits(run, isHan) * 2), 'utf8');
  return new TextDecoder('gbk').decode(bytes);
});

/** GBK read as UTF-8, which shows U+FFFD for most of it. */
export const lostAsMarks: DamageText = losing(run => {
  const bytes = gbkBytes([...run]);
  return bytes && new TextDecoder('utf-8').decode(Uint8Array.from(bytes, ({ value }) => value));
});

/** A question mark for each character. */
export const lostAsQuestions: DamageText = losing(run => /^[^\x20-\x7f]{4,}$/.test(run) ? '?'.repeat(run.length) : undefined);
