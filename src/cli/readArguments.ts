import { parseArgs } from 'node:util';
import { problemCodes, type ProblemCode } from '../core/cite/problems/problemCodes';
import { scriptTargets, type ScriptTarget } from '../core/document';
import { exportFormats } from '../core/references/exportReferences';
import type { CheckNotes } from './checkNotes';
import type { ConvertFiles } from './convertFiles';
import type { ExportSources } from './exportSources';

export const HELP = `seedbed – reads saved web pages as clean, dated, citable sources

Usage: seedbed read [--json] [--script SCRIPT] FILE...
       seedbed convert --to SCRIPT [--output DIR [--force]] [--keep WORD]... [--pair FROM=TO]... FILE...
       seedbed export --format FORMAT [--style STYLE] [--cited NOTE]... FILE...
       seedbed check [--json | --sarif] [--sources GLOB]... [--off CODE]... [--shortest N] NOTE...

read
  The files together are the library: what one page of a site teaches helps to read the others.
  Corrections kept in .seedbed/corrections.json, in a file's folder or above it, are applied.
  Prints clean Markdown with front matter, or with --json one JSON object a line and a file, in order.

  --json            one JSON object a line: metadata, topics, clean text, every block with its reason, repairs
  --script SCRIPT   as-saved (default), hans, hant, tw, twp, hk, hkp or jp

convert
  Prints text files in another script, as UTF-8; - stands for the standard input. In Markdown files (.md), code,
  targets of links and citation keys stay as they are. A file that is in the script already stays the same.

  --to SCRIPT       hans, hant, tw, twp (Taiwan, local words), hk, hkp (Hong Kong, local words) or jp
  --output DIR      writes copies into this folder instead, as they stand below the folder the files share
  --force           replaces copies that are there already
  --keep WORD       never converts this word; may be given several times
  --pair FROM=TO    converts FROM to TO; may be given several times

export
  Prints the bibliography of the files, of which all together are the library; with --cited of what notes cite, in
  order, looked up in the bibliographies they name, else in the nearest references.json, else among the files.

  --format FORMAT   csl-json, biblatex, ris or text
  --style STYLE     for text: gb-t-7714-2015-numeric (default), gb-t-7714-2015-author-date, apa, chicago-author-date,
                    modern-language-association, or a .csl file
  --cited NOTE      a Markdown note; may be given several times

check
  Holds the quotations of notes against the sources they cite, and looks over their citations; prints a line for each
  finding, FILE:LINE:COLUMN: SEVERITY CODE MESSAGE. The codes are explained in the README.

  --sources GLOB    the sources; may be given several times; without it the files in folders named seeds, sources,
                    clippings or 资料 below the working directory
  --json            prints one JSON object for each finding and line
  --sarif           prints one SARIF 2.1.0 log
  --off CODE        leaves findings of a code out; may be given several times
  --shortest N      passes over quotations with fewer characters (8)

  --help            prints this
  --version         prints the version

Exit status: 0 when every file was read, 1 when one could not be or check found an error or a warning, 2 for a mistake in
the command.
`;

export type Command =
  | { readonly kind: 'read'; readonly json: boolean; readonly script: ScriptTarget; readonly files: readonly string[] }
  | { readonly kind: 'convert' } & ConvertFiles
  | { readonly kind: 'export' } & ExportSources
  | { readonly kind: 'check'; readonly as: 'lines' | 'json' | 'sarif' } & CheckNotes
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | Mistake;

interface Mistake { readonly kind: 'mistake'; readonly message: string }

const mistake = (message: string): Mistake => ({ kind: 'mistake', message });

/** What the command line asks for; a mistake comes with a sentence that says what to write instead. */
export function readArguments(args: readonly string[]): Command {
  const parsed = parse(args);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals: [name, ...files] } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (name === undefined) return mistake('Say what to do: seedbed read FILE...');
  if (!isName(name)) return mistake(`There is no command “${name}”; those there are are “read”, “convert”, “export” and “check”.`);
  const stray = Object.keys(values).find(option => !optionsOf[name].includes(option));
  if (stray !== undefined) return mistake(`“${name}” has no option --${stray}.`);
  if (files.length === 0 && !(name === 'export' && values.cited)) return mistake(`Name at least one file to ${name}.`);
  return { read: readCommand, convert: convertCommand, export: exportCommand, check: checkCommand }[name](values, files);
}

type Name = 'read' | 'convert' | 'export' | 'check';

const isName = (name: string): name is Name => Object.hasOwn(optionsOf, name);

const optionsOf: Readonly<Record<Name, readonly string[]>> = {
  read: ['json', 'script'],
  convert: ['to', 'output', 'force', 'keep', 'pair'],
  export: ['format', 'style', 'cited'],
  check: ['json', 'sarif', 'sources', 'off', 'shortest'],
};

type Values = Exclude<ReturnType<typeof parse>, string>['values'];

function readCommand({ json = false, script: named = 'as-saved' }: Values, files: readonly string[]): Command {
  const script = scriptTargets.find(each => each === named);
  if (!script) return mistake(`“${named}” is no script; choose ${scriptTargets.join(', ')}.`);
  return { kind: 'read', json, script, files };
}

function convertCommand({ to, output, force = false, keep = [], pair = [] }: Values, files: readonly string[]): Command {
  const targets = scriptTargets.filter(each => each !== 'as-saved');
  const target = targets.find(each => each === to);
  if (!target) return mistake(to === undefined ? `Say what to convert to: --to with ${targets.join(', ')}.` : `“${to}” is no script to convert to; choose ${targets.join(', ')}.`);
  const broken = pair.find(each => !/^[^=]+=./s.test(each));
  if (broken !== undefined) return mistake(`“${broken}” is no pair; write --pair FROM=TO.`);
  if (force && output === undefined) return mistake('--force asks for --output.');
  if (output !== undefined && files.includes('-')) return mistake('The standard input has no name for a copy; leave --output out.');
  const pairs = Object.fromEntries(pair.map((each): [string, string] => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]));
  return { kind: 'convert', files, target, words: { keep, pairs }, force, ...(output !== undefined && { output }) };
}

function exportCommand({ format: named, style, cited = [] }: Values, files: readonly string[]): Command {
  const format = exportFormats.find(each => each === named);
  if (!format) return mistake(named === undefined ? `Say in which format: --format with ${exportFormats.join(', ')}.` : `“${named}” is no format; choose ${exportFormats.join(', ')}.`);
  if (style !== undefined && format !== 'text') return mistake('--style asks for --format text.');
  return { kind: 'export', format, files, cited, ...(style !== undefined && { style }) };
}

function checkCommand({ json = false, sarif = false, sources = [], off = [], shortest = '8' }: Values, notes: readonly string[]): Command {
  if (json && sarif) return mistake('Choose one of --json and --sarif.');
  const unknown = off.find(code => !isCode(code));
  if (unknown !== undefined) return mistake(`“${unknown}” is no code; choose ${Object.keys(problemCodes).join(', ')}.`);
  if (!/^[1-9]\d{0,5}$/.test(shortest)) return mistake(`“${shortest}” is no number of characters.`);
  return { kind: 'check', as: json ? 'json' : sarif ? 'sarif' : 'lines', notes, sources, off: off.filter(isCode), shortest: Number(shortest) };
}

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problemCodes, code);

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        script: { type: 'string' },
        to: { type: 'string' },
        output: { type: 'string' },
        force: { type: 'boolean' },
        keep: { type: 'string', multiple: true },
        pair: { type: 'string', multiple: true },
        format: { type: 'string' },
        style: { type: 'string' },
        cited: { type: 'string', multiple: true },
        sarif: { type: 'boolean' },
        sources: { type: 'string', multiple: true },
        off: { type: 'string', multiple: true },
        shortest: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) return `${error.message.split('. ')[0] ?? ''}.`;
    throw error;
  }
}
