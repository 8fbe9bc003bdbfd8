/** Longest work in one go: what a person opening a page meanwhile does not notice. */
const SLICE_MS = 20;

/** Lets questions be answered, and with `rest` others work, once a slice of work is done; costs nothing within the slice. In milliseconds. */
export function pacer({ slice, rest }: { readonly slice: number; readonly rest: number } = { slice: SLICE_MS, rest: 0 }): () => Promise<void> | undefined {
  let sliceEnd = Date.now() + slice;
  return () => {
    if (Date.now() < sliceEnd) return undefined;
    return new Promise(resolve => {
      const goOn = (): void => { sliceEnd = Date.now() + slice; resolve(); };
      if (rest > 0) setTimeout(goOn, rest); else setImmediate(goOn);
    });
  };
}

/** Works in slices; undefined where it was stopped between two of them. */
export async function paced<T>(work: Generator<undefined, T>): Promise<T>;
export async function paced<T>(work: Generator<undefined, T>, isStopped: () => boolean): Promise<T | undefined>;
export async function paced<T>(work: Generator<undefined, T>, isStopped: () => boolean = () => false): Promise<T | undefined> {
  const pause = pacer();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await pause();
    if (isStopped()) return undefined;
  }
}
