import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRomanise } from '../core/cite/romanise';
import { Library } from '../core/library/library';
import { localTime } from '../core/library/localTime';
import { cleanMarkdown } from '../core/render/cleanMarkdown';
import { lazyTables } from '../core/text/tables';
import { version } from '../../package.json';
import { checkNotes } from './checkNotes';
import { convertFiles, type ConvertFiles } from './convertFiles';
import { FormatterThread } from '../worker/formatting';
import { LibraryService } from '../worker/libraryService';
import { exportSources, type ExportSources } from './exportSources';
import { findCorrections } from './findCorrections';
import { asJson, asLine, asSarif } from './finding';
import { jsonRecord } from './jsonRecord';
import { HELP, readArguments, type Command } from './readArguments';
import { explain, readFiles } from './readFiles';

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  switch (command.kind) {
    case 'help': process.stdout.write(HELP); return;
    case 'version': process.stdout.write(`${version}\n`); return;
    case 'mistake':
      process.stderr.write(`${command.message}\n\n${HELP}`);
      process.exitCode = 2;
      return;
    case 'read': return read(command);
    case 'convert': return convert(command);
    case 'export': return exportAll(command);
    case 'check': return check(command);
  }
}

const readTables = () => lazyTables(name => readFileSync(join(__dirname, 'tables', `${name}.json`), 'utf8'));

async function convert(command: ConvertFiles): Promise<void> {
  const allWell = await convertFiles(command, readTables(), write, sentence => process.stderr.write(`${sentence}\n`));
  if (!allWell) process.exitCode = 1;
}

async function exportAll(command: ExportSources): Promise<void> {
  const formatter = new FormatterThread(join(__dirname, 'formatter.js'));
  try {
    const allWell = await exportSources(command, new LibraryService(readTables(), formatter), write, sentence => process.stderr.write(`${sentence}\n`));
    if (!allWell) process.exitCode = 1;
  } finally {
    formatter.dispose();
  }
}

async function check({ as, ...what }: Extract<Command, { kind: 'check' }>): Promise<void> {
  const tell = (sentence: string): void => { process.stderr.write(`${sentence}\n`); };
  const findings = await checkNotes(what, new LibraryService(readTables()), sentence => { process.exitCode = 1; tell(sentence); }, tell);
  if (findings.some(({ severity }) => severity === 'error' || severity === 'warning')) process.exitCode = 1;
  if (as === 'sarif') return write(asSarif(findings, version));
  for (const finding of findings) await write(as === 'json' ? asJson(finding) : asLine(finding));
}

async function read({ files, json, script }: Extract<Command, { kind: 'read' }>): Promise<void> {
  const tables = readTables();
  const library = new Library(tables, await loadRomanise());
  const view = { script, fullWidth: false };
  const { corrections, unusable } = findCorrections(files);
  for (const file of unusable) process.stderr.write(`${file}: these corrections cannot be read, and are not used\n`);
  library.correct(corrections);
  const ids = await readFiles(files, library, localTime(new Date()));
  let printed = 0;
  for (const [at, path] of files.entries()) {
    const id = ids[at] ?? path;
    const document = library.document(id), summary = library.summary(id);
    if (!document.ok || !summary) {
      process.exitCode = 1;
      const error = document.ok ? 'the file was lost' : explain(document.error);
      if (json) await write(`${JSON.stringify({ path, error })}\n`);
      else process.stderr.write(`${path}: ${error}\n`);
      continue;
    }
    const topics = library.topicLabels(summary);
    if (json) await write(`${JSON.stringify(jsonRecord(document.value, { summary, topics }, script, tables))}\n`);
    else await write((printed++ > 0 ? '\n' : '') + cleanMarkdown(document.value, summary, { view }, tables));
  }
}

/** Waits until the text is on its way, so that a reader that closes early ends the work. */
function write(text: string): Promise<void> {
  return new Promise(resolve => process.stdout.write(text, () => resolve()));
}

// `seedbed read … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  throw error;
});

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
