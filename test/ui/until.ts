/**
 * Asks again until `ask` gives something other than undefined or false, and gives that.
 * Throws after `timeout` milliseconds with `what` and the last error: a shown thing that never came.
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`, { cause: lastError });
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
