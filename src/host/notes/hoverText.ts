/** Text of a page as Markdown that shows just this text: no markup, no HTML, no address that becomes a link by itself. */
export function hoverText(text: string): string {
  const lines = text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '');
  return lines.map(line => line.replace(/[!-/:-@[-`{-~]/g, '\\$&')).join('\n\n');
}

/** A link; `address` is one that `webAddress` passed, or a command's. */
export const hoverLink = (text: string, address: string): string => `[${hoverText(text)}](<${address}>)`;

/** `url` if it is one of the web, in a form that holds no bracket or space; undefined for all others. */
export function webAddress(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href.replace(/[<>\s\\]/g, encodeURIComponent) : undefined;
}

/** A run of page text within a line, as Markdown and HTML that shows just this text. */
export const hoverRun = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
