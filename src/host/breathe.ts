/** Lets the editor go on before the next piece of work: together, the pieces that a long note takes would be felt. */
export const breathe = (): Promise<void> => new Promise(resolve => { setImmediate(resolve); });
