/** Does something for every item, at most `width` at once, in the order of the list. The first failure ends it. */
export async function sideBySide<T>(items: Iterable<T>, width: number, run: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]()
  let hasFailed = false
  const worker = async () => {
    for (let next = rest.next(); next.done !== true && !hasFailed; next = rest.next()) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- each worker does one thing at a time: that is the bound
        await run(next.value)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  const settled = await Promise.allSettled(Array.from({ length: width }, worker))
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
