/** The part of a webview the shell of a page needs, with addresses by the name of the file in `dist`. */
export interface ReaderSite {
  readonly cspSource: string;
  asWebviewUri(file: 'reader.js' | 'reader.css'): string;
}

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What the editor's context menu knows of the page. */
const contextOfPage = JSON.stringify({ webviewSection: 'reader', preventDefaultContextMenuItems: false });

/**
 * The empty shell of the reader page; everything in it is built later, from messages, as text.
 * Nothing may be loaded but its own script and style sheet. `lang` is the editor's display language, `nonce` a fresh secret.
 */
export function readerHtml(site: ReaderSite, nonce: string, lang: string): string {
  const policy = `default-src 'none'; style-src ${site.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeAttribute(site.asWebviewUri('reader.css'))}">
</head>
<body data-vscode-context="${escapeAttribute(contextOfPage)}">
<main class="page" aria-busy="true"></main>
<script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(site.asWebviewUri('reader.js'))}"></script>
</body>
</html>
`;
}
