import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What the peer makes of a page: @mozilla/readability over linkedom, told the right encoding. A page it throws at has no text. */
export function readWithPeer(bytes, encoding) {
  try {
    const { document } = parseHTML(new TextDecoder(encoding).decode(bytes));
    const article = new Readability(document).parse();
    return { title: article?.title ?? '', text: article?.textContent ?? '', published: article?.publishedTime ?? '' };
  } catch {
    return { title: '', text: '', published: '' };
  }
}
