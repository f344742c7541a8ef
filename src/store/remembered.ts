/** A value that is read again after a second at the latest, or at once after `forget`; readers in between share one read. */
export function remembered<T>(read: () => Promise<T>, forMs = 1000): { read: () => Promise<T>; forget: () => void } {
  let value: Promise<T> | undefined
  let readAt = 0
  const forget = () => {
    value = undefined
  }
  return {
    forget,
    read: () => {
      const now = performance.now()
      if (value === undefined || now - readAt > forMs) {
        readAt = now
        value = read()
        // A failed read must not be remembered.
        value.catch(forget)
      }
      return value
    },
  }
}
