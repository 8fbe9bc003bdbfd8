import type { SourceFormat } from '../document';

/** The format of a file by its name, else by what it begins with; text where nothing else is clear. */
export function detectFormat(path: string, raw: string): SourceFormat {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(raw.slice(0, 500)) ? 'html' : 'text';
}
