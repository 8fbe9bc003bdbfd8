import type * as vscode from 'vscode';

/** Where citations are read: Markdown that is saved or begun. */
export const noteSelector: vscode.DocumentSelector = ['file', 'untitled'].map(scheme => ({ language: 'markdown', scheme }));
