/** The part of markdown-it that the built-in preview hands to a plugin. */
export interface Token {
  readonly type: string;
  content: string;
  meta: unknown;
  block: boolean;
  readonly children: Token[] | null;
}

interface CoreState { readonly tokens: Token[]; readonly Token: new (type: string, tag: string, nesting: 0) => Token }

export interface InlineState {
  readonly src: string;
  pos: number;
  readonly posMax: number;
  /** Above 0 within the text of a link. */
  readonly linkLevel: number;
  push(type: string, tag: string, nesting: 0): Token;
}

/** What the preview passes along when it renders; not there while it parses. */
export interface PreviewEnvironment { readonly currentDocument?: { toString(): string } }

export interface MarkdownIt {
  readonly core: { readonly ruler: { before(name: string, rule: string, run: (state: CoreState) => void): void; push(rule: string, run: (state: CoreState) => void): void } };
  readonly inline: { readonly ruler: { before(name: string, rule: string, run: (state: InlineState, silent: boolean) => boolean): void } };
  readonly renderer: { readonly rules: Record<string, (tokens: Token[], index: number, options: unknown, environment: PreviewEnvironment) => string> };
}
