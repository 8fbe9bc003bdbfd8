import type { LibraryPort } from './port';

/** The questions of the port; `dispose` ends the worker instead of asking it. */
export type Method = Exclude<keyof LibraryPort, 'dispose'>;

/** One question, numbered by the side that asks. */
export type Request = { readonly [M in Method]: { readonly call: number; readonly method: M; readonly args: Parameters<LibraryPort[M]> } }[Method];

export type Response =
  | { readonly call: number; readonly value: unknown }
  /** A bug in the library; what can be expected to fail comes back as a value. */
  | { readonly call: number; readonly failed: { readonly message: string; readonly stack: string } };
