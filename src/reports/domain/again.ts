/** Something that can be gone through as often as one likes, made anew each time: nothing of it is kept. */
export function again<T>(make: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: make }
}
