/** A port of which some members are others; unlike a spread it also takes one whose members are not loaded yet. */
export function insteadOf<T extends object>(port: T, others: Partial<T>): T {
  return new Proxy(port, {
    get: (target, name) => Reflect.get(Object.hasOwn(others, name) ? others : target, name),
  })
}
