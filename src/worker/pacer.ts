/** Longest work in one go: what a person opening a page meanwhile does not notice. */
const SLICE_MS = 20;

/** Lets questions be answered once a slice of work is done; costs nothing within the slice. */
export function pacer(): () => Promise<void> | undefined {
  let sliceEnd = Date.now() + SLICE_MS;
  return () => {
    if (Date.now() < sliceEnd) return undefined;
    return new Promise(resolve => setImmediate(() => { sliceEnd = Date.now() + SLICE_MS; resolve(); }));
  };
}
