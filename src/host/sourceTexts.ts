import * as vscode from 'vscode';
import type { SourceId, Span } from '../core/document';
import type { SourceText } from '../worker/port';
import { sourceOfText, sourceScheme } from './sourceAddress';
import type { Shelf } from './shelf';
import { errorWords } from './words';

/** Shows sources as clean read-only texts, for definitions and whoever wants to read one in an editor; they follow their sources. */
export class SourceTexts implements vscode.Disposable {
  private readonly shown = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly shelf: Shelf) {
    this.listening = vscode.Disposable.from(
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(sourceScheme, { onDidChange: this.changes.event, provideTextDocumentContent: uri => this.read(uri) }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
      shelf.onDidChange(() => this.follow()),
    );
  }

  dispose(): void { this.listening.dispose(); }

  private async read(uri: vscode.Uri): Promise<string> {
    const id = sourceOfText(uri) ?? '';
    if (!this.shelf.source(id)) await this.shelf.whenRead();
    this.shown.set(uri.toString(), this.fingerprint(id));
    const read = await this.shelf.library.sourceText(id);
    return read.ok ? read.value.text : errorWords(read.error);
  }

  private follow(): void {
    for (const [address, fingerprint] of this.shown) {
      const uri = vscode.Uri.parse(address);
      if (fingerprint !== this.fingerprint(sourceOfText(uri) ?? '')) this.changes.fire(uri);
    }
  }

  /** Changes when the file, or what is known of it, does. */
  private fingerprint(id: SourceId): string {
    return JSON.stringify([this.shelf.correctedTimes, this.shelf.source(id)]);
  }
}

/** A range of a clean text as the editor counts it. */
export function rangeIn({ text }: SourceText, { start, end }: Span): vscode.Range {
  const position = (offset: number): vscode.Position => {
    const before = text.slice(0, offset);
    return new vscode.Position(before.split('\n').length - 1, offset - (before.lastIndexOf('\n') + 1));
  };
  return new vscode.Range(position(start), position(end));
}

/** Where in the file the writer is in the clean text in front: the selected words, else the paragraph with the cursor. */
export async function placeInText(uri: vscode.Uri, shelf: Shelf): Promise<Span | undefined> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()), id = sourceOfText(uri);
  if (!editor || id === undefined) return undefined;
  const { document, selection } = editor;
  const words = document.getText(selection).trim();
  const found = words === '' ? undefined : await shelf.library.findPassage(id, words);
  if (found) return found.span;
  const text = await shelf.library.sourceText(id), cursor = document.offsetAt(selection.active);
  return text.ok ? text.value.blocks.filter(({ start }) => start <= cursor).at(-1)?.span : undefined;
}
