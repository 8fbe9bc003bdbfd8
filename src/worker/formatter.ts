import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { formatReferences } from '../core/references/formatReferences';
import type { FormatAnswer, FormatQuestion } from './formatting';

const read = (name: string): string | undefined => {
  const file = join(__dirname, 'styles', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/** Locales by their codes: what else a style asks for is not looked for on the disk. */
const localeOf = (language: string): string | undefined => (/^[a-z]{2}-[A-Z]{2}$/.test(language) ? read(`locales-${language}.xml`) : undefined);

parentPort?.on('message', ({ call, style, ...request }: FormatQuestion) => {
  const xml = 'xml' in style ? style.xml : read(`${style.name}.csl`) ?? '';
  parentPort?.postMessage({ call, answer: formatReferences({ ...request, style: xml }, localeOf) } satisfies FormatAnswer);
});
