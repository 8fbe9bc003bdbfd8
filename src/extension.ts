import * as vscode from 'vscode';
import { AmbiguityMarks } from './host/ambiguityMarks';
import { registerArrangeSources } from './host/commands/arrangeSources';
import { registerCorrectBlocks } from './host/commands/correctBlocks';
import { registerConvertFiles } from './host/commands/convertFiles';
import { registerConvertScript } from './host/commands/convertScript';
import { registerEditDetails } from './host/commands/editDetails';
import { registerMarkAmbiguous } from './host/commands/markAmbiguous';
import { registerNeverConvert } from './host/commands/neverConvert';
import { registerOpenSources } from './host/commands/openSources';
import { registerQuoteSelection } from './host/commands/quoteSelection';
import { registerRepairText } from './host/commands/repairText';
import { registerShowLearnt } from './host/commands/showLearnt';
import { registerStripBoilerplate } from './host/commands/stripBoilerplate';
import { registerUndoCorrection } from './host/commands/undoCorrection';
import { CorrectionFiles } from './host/corrections/correctionFiles';
import { log } from './host/log';
import { registerFindCitingNotes } from './host/notes/findCitingNotes';
import { registerNotes } from './host/notes/registerNotes';
import { followOwnWords, giveOwnWords } from './host/ownWords';
import { Readers } from './host/readers';
import { readSources } from './host/readSources';
import { inBackground } from './host/runCommand';
import { changesSources } from './host/settings';
import { registerSharing } from './host/sharing/registerSharing';
import { Shelf } from './host/shelf';
import { SourceTexts } from './host/sourceTexts';
import { SourceTree } from './host/sourceTree';
import { registerWritingStatus } from './host/writingStatus';
import { startLibrary } from './worker/client';

/** What other code may use of Seedbed. */
export interface SeedbedExports {
  /** Called by the built-in markdown preview. */
  extendMarkdownIt: ReturnType<typeof registerNotes>['extendMarkdownIt'];
  /** How long `activate` held the extension host, in milliseconds. */
  readonly activationMs: number;
}

/** Builds the object graph, top to bottom. */
export function activate(context: vscode.ExtensionContext): SeedbedExports {
  const start = performance.now();
  const library = startLibrary(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath, () => {
    inBackground('words', giveOwnWords(library));
    notes.readAgain();
    void readSources(shelf);
  });
  const corrections = new CorrectionFiles();
  const shelf = new Shelf(library, corrections);
  const tree = new SourceTree(shelf, context.workspaceState);
  const readers = new Readers(shelf, context.extensionUri);
  const notes = registerNotes(shelf, readers);
  const marks = new AmbiguityMarks();
  context.subscriptions.push(
    log, corrections, shelf, tree, readers, notes, marks, new SourceTexts(shelf),
    registerOpenSources(shelf, readers),
    registerArrangeSources(shelf, tree),
    registerStripBoilerplate(shelf, readers),
    registerConvertScript(shelf, readers, marks),
    registerMarkAmbiguous(shelf, marks),
    registerConvertFiles(shelf),
    registerNeverConvert(),
    registerRepairText(shelf, readers),
    registerWritingStatus(shelf, readers),
    registerCorrectBlocks(shelf, readers, corrections),
    registerEditDetails(shelf, readers, corrections),
    registerShowLearnt(shelf, readers, corrections),
    registerUndoCorrection(shelf, corrections),
    registerFindCitingNotes(shelf, readers, notes.citations),
    registerQuoteSelection(shelf, readers, notes.insertQuote),
    registerSharing(shelf, readers, notes.insertQuote, context.extensionUri),
    followOwnWords(library, readers),
    vscode.workspace.onDidChangeConfiguration(event => { if (changesSources(event)) void readSources(shelf); }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void readSources(shelf)),
  );
  void readSources(shelf);
  return { extendMarkdownIt: notes.extendMarkdownIt, activationMs: performance.now() - start };
}
