const LINK = /(!?\[)([^\[\]\n]{0,400})(\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s"[^"\n]{0,400}")?\))/g;
const EMPHASIS = /(\*\*|__|~~|==)(?=\S)([^*_~=\n]{1,400})\1/g;

/** The line as cues read it: the marks of links and of strong words become spaces, so that every unit keeps its place. */
export function withoutMarks(text: string): string {
  if (!/[\]*_~=]/.test(text)) return text;
  const blank = (mark: string): string => ' '.repeat(mark.length);
  const plain = text.replace(EMPHASIS, (_, mark: string, inner: string) => blank(mark) + inner + blank(mark));
  return plain.replace(LINK, (_, open: string, label: string, address: string) => blank(open) + label + blank(address));
}
