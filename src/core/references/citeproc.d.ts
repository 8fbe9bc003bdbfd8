/** The part of citeproc-js that Seedbed uses; the package has no declarations of its own. */
declare module 'citeproc' {
  type Decorate = (state: unknown, text: string) => string;

  /** How marked parts are written: a template with `%%STRING%%`, a function, or false to leave the marks out. */
  export type OutputFormat = Readonly<Record<string, string | false | ((text?: string) => string) | Decorate>>;

  interface System {
    /** The XML of a locale; undefined where there is none. */
    retrieveLocale(language: string): string | undefined;
    retrieveItem(id: string): unknown;
  }

  interface Engine {
    /** With `wrap_url_and_doi` an output format is asked for how addresses are written. */
    readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    /** False where the style has no bibliography; texts and lists of ids run side by side. */
    makeBibliography(): readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;
  }

  /** Throws where the style cannot be read; `force` lets `language` win over that of the style. */
  type MakeEngine = new (system: System, style: string, language?: string, force?: boolean) => Engine;

  const CSL: { readonly Engine: MakeEngine; readonly Output: { readonly Formats: Record<string, OutputFormat> }; debug: (message: string) => void };
  export default CSL;
}
