/** How one element is made: everything that came from a page goes in as text, never as markup. */
export interface ElementForm {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element with its class, text, attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  form: ElementForm = {},
  ...children: readonly (Node | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (form.class !== undefined) made.className = form.class;
  if (form.text !== undefined) made.textContent = form.text;
  if (form.title !== undefined) made.title = form.title;
  if (form.lang !== undefined) made.lang = form.lang;
  for (const [name, value] of Object.entries(form.attributes ?? {})) made.setAttribute(name, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}
