/**
 * Escapes what a page's text could mean as Markdown, HTML or a pandoc citation, and nothing else: prose stays readable in the editor.
 * For text that becomes part of a paragraph; see `escapeLineStart` for what only counts at the start of a line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[`*[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_*{])/gu, '\\@')
    .replace(/[$~^]/g, mark => (text.indexOf(mark) === text.lastIndexOf(mark) ? mark : `\\${mark}`));
}

/** Escapes what makes a heading, list, quote, rule, fence, table, definition or title block of a line; for text already through `escapeMarkdown`. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^\s+/, '')
    .replace(/^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+|#))([.)])(?=\s|$)/i, '$1\\$2')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|[>|:%~]|-{2,}|={2,})/, '\\$&');
}
