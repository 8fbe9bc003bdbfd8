import { parseArgs } from 'node:util';
import { scriptTargets, type ScriptTarget } from '../core/document';

export const HELP = `seedbed – reads saved web pages as clean, dated, citable sources

Usage: seedbed read [--json] [--script SCRIPT] FILE...

  The files together are the library: what one page of a site teaches helps to read the others.
  Corrections kept in .seedbed/corrections.json, in a file's folder or above it, are applied.
  Prints clean Markdown with front matter, or with --json one JSON object a line and a file, in order.

  --json            one JSON object a line: metadata, topics, clean text, every block with its reason, repairs
  --script SCRIPT   as-saved (default), hans, hant, tw, twp, hk, hkp or jp
  --help            prints this
  --version         prints the version

Exit status: 0 when every file was read, 1 when one could not be, 2 for a mistake in the command.
`;

export type Command =
  | { readonly kind: 'read'; readonly json: boolean; readonly script: ScriptTarget; readonly files: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string };

/** What the command line asks for; a mistake comes with a sentence that says what to write instead. */
export function readArguments(args: readonly string[]): Command {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { kind: 'mistake', message: parsed };
  const { values, positionals: [name, ...files] } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (name === undefined) return { kind: 'mistake', message: 'Say what to do: seedbed read FILE...' };
  if (name !== 'read') return { kind: 'mistake', message: `There is no command “${name}”; the one there is is “read”.` };
  if (files.length === 0) return { kind: 'mistake', message: 'Name at least one file to read.' };
  const script = scriptTargets.find(each => each === values.script);
  if (!script) return { kind: 'mistake', message: `“${values.script}” is no script; choose ${scriptTargets.join(', ')}.` };
  return { kind: 'read', json: values.json, script, files };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        script: { type: 'string', default: 'as-saved' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) return `${error.message.split('. ')[0] ?? ''}.`;
    throw error;
  }
}
