import assert from 'node:assert/strict';
import { blockOf, isFromReader, isReaderLooks, isReaderView, isSelection, isSpan } from '../../../src/protocol';

const point = { block: 0, offset: 3 };

describe('messages from the reader page', () => {
  it('are let in when they have the form of the protocol', () => {
    const messages: readonly unknown[] = [
      { type: 'ready' }, { type: 'view', view: { script: 'hant', fullWidth: true } }, { type: 'looks', looks: { showHidden: false, textSize: 100 } },
      { type: 'selection', request: 1 }, { type: 'selection', request: 1, selection: { from: point, to: point }, block: 3 }, { type: 'isBody', block: 4 }, { type: 'selected' }, { type: 'selected', selection: { from: point, to: point } },
      { type: 'quote', selection: { from: point, to: { block: 2, offset: 0 } } }, { type: 'command', command: 'cite' },
      { type: 'showShared', on: true }, { type: 'shared', wish: 'compare', list: 3, passage: 0, place: 2 },
    ];
    for (const message of messages) assert.equal(isFromReader(message), true, JSON.stringify(message));
  });
  it('are dropped otherwise', () => {
    const messages: readonly unknown[] = [
      undefined, null, 'ready', [], {}, { type: 'toString' }, { type: '__proto__' }, { type: 'view', view: { script: 'latin', fullWidth: true } }, { type: 'view' },
      { type: 'looks', looks: { showHidden: 1, textSize: 100 } }, { type: 'selection', request: -1 }, { type: 'selection', request: 1, block: '2' }, { type: 'isBody', block: -1 }, { type: 'selected', selection: { from: point } }, { type: 'isBody' }, { type: 'selection', request: 1, selection: { from: point } },
      { type: 'quote', selection: { from: point, to: { block: 1.5, offset: 0 } } }, { type: 'quote', selection: { from: { block: '0', offset: 0 }, to: point } }, { type: 'command', command: 'deleteAll' },
      { type: 'showShared' }, { type: 'showShared', on: 'yes' }, { type: 'shared', wish: 'delete', list: 3, passage: 0, place: 2 }, { type: 'shared', wish: 'open', list: 3, passage: -1, place: 2 }, { type: 'shared', wish: 'open', list: 3, passage: 0 },
    ];
    for (const message of messages) assert.equal(isFromReader(message), false, JSON.stringify(message));
  });
  it('keep the text size between 80 and 200 per cent', () => {
    assert.deepEqual([79, 80, 200, 201, 100.5].map(textSize => isReaderLooks({ showHidden: true, textSize })), [false, true, true, false, false]);
  });
  it('know the five scripts', () => {
    assert.deepEqual(['as-saved', 'hans', 'twp', 'jp', 'kr'].map(script => isReaderView({ script, fullWidth: false })), [true, true, true, true, false]);
  });
});

describe('what a command is called with', () => {
  it('names a block where the context menu was opened on one', () => {
    assert.equal(blockOf({ webview: 'seedbed.reader', webviewSection: 'hidden', block: 7 }), 7);
    for (const other of [undefined, 7, { webview: 'seedbed.reader', webviewSection: 'reader' }, { block: '7' }, { block: -1 }]) assert.equal(blockOf(other), undefined);
  });
  it('is a range of a source only where it holds something', () => {
    assert.deepEqual([{ start: 0, end: 3 }, { start: 3, end: 3 }, { start: -1, end: 3 }, { groupId: 0 }, undefined].map(isSpan), [true, false, false, false, false]);
  });
  it('is told from a selection when it comes from the context menu of the page', () => {
    assert.equal(isSelection({ webview: 'seedbed.reader', webviewSection: 'reader', preventDefaultContextMenuItems: false }), false);
    assert.equal(isSelection({ from: { block: 0, offset: 1 }, to: { block: 0, offset: 4 } }), true);
  });
});
