/** A moment as ISO 8601 in local time without a zone, to the second, as pages print their times. */
export function localTime(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
