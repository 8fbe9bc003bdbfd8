/** What puts a text into the language of the reader; the editor's own in the host. */
export interface Localiser {
  /** `{0}`, `{1}` … stand for the values. */
  t(message: string, ...values: (string | number)[]): string;
  /** BCP 47. */
  readonly language: string;
}

/** Leaves texts as they are written here, for the command line. */
export const english: Localiser = {
  t: (message, ...values) => message.replace(/\{(\d+)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole)),
  language: 'en',
};
