/** Says that somebody else was faster: look again and decide anew. */
export const again = Symbol('again')

/** How often something is looked at again because somebody else was at it at the same moment, where nothing else is said. */
const usualLooks = 12

const firstPauseMs = 5
const longestPauseMs = 200

/**
 * Looks, decides and writes until nobody else wrote in between; `look` says `again` where its decision came too late. Whoever
 * meets others waits a little longer each time, by a different time than they: several who are at one thing do not meet again
 * and again. Throws a fault when others were faster every time: whoever delivers the event delivers it again later. `what`
 * begins the sentence, such as “The clock of deal_1 was set”.
 */
export async function whileOthersWrite<T>(
  what: string,
  look: (no: number) => Promise<T | typeof again>,
  mostLooks = usualLooks,
): Promise<T> {
  for (let no = 1; no <= mostLooks; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- it is looked again only when this look came too late
    const found = await look(no)
    if (found !== again) return found
    // oxlint-disable-next-line no-await-in-loop -- the others are to be done first
    if (no < mostLooks) await pause(Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** no))
  }
  throw new Error(`${what} by others ${mostLooks} times in a row.`)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
