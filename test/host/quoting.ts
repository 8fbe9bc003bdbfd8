import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ActiveNote } from '../../src/host/notes/activeNote';
import { citationAdder } from '../../src/host/notes/addCitation';
import { Bibliographies } from '../../src/host/notes/bibliographies';
import { insertQuote } from '../../src/host/notes/insertQuote';
import { CorrectionFiles } from '../../src/host/corrections/correctionFiles';
import { Shelf } from '../../src/host/shelf';
import { startLibrary } from '../../src/worker/client';

/** Quoting as the reader's button does it, with a selection of whole paragraphs. */
export interface Quoting extends vscode.Disposable {
  /** Quotes the first `count` paragraphs of the body. */
  insert(source: vscode.Uri, count: number): Promise<void>;
  knows(source: vscode.Uri): boolean;
}

/** A shelf of its own over the same files, so that a test can select without a mouse. */
export async function registerQuoting(): Promise<Quoting> {
  const extension = vscode.extensions.getExtension('seedbed.seedbed');
  assert.ok(extension);
  const corrections = new CorrectionFiles();
  const shelf = new Shelf(startLibrary(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath), corrections);
  await shelf.update();
  const notes = new ActiveNote(shelf), bibliographies = new Bibliographies(shelf.library);
  const writing = { shelf, notes, addCitation: citationAdder(shelf, bibliographies), offerBibliography: () => undefined };
  return {
    knows: source => shelf.sourceAt(source) !== undefined,
    async insert(uri, count) {
      const source = shelf.sourceAt(uri);
      assert.ok(source, `${uri.path} is no source`);
      const view = { script: 'as-saved', fullWidth: false } as const;
      const page = await shelf.library.page(source.id, view);
      assert.ok(page.ok);
      const body = page.value.blocks.filter(block => block.role === 'body' && block.kind === 'paragraph').slice(0, count);
      const first = body[0], last = body.at(-1);
      assert.ok(first && last);
      const quotation = await shelf.library.quote(source.id, view, { from: { block: first.index, offset: 0 }, to: { block: last.index, offset: last.text.length } });
      assert.ok(quotation);
      await insertQuote(quotation, source, writing);
    },
    dispose: () => { notes.dispose(); bibliographies.dispose(); shelf.dispose(); corrections.dispose(); },
  };
}
