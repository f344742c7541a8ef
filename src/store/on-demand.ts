type Stored<T> = { readonly [K in keyof T]: (...args: never[]) => Promise<unknown> }

/**
 * A store whose code is loaded with the first call of one of its members: a start should not pay for it. Which members it
 * has is known only then, so it cannot be spread or counted through; whoever tries is told.
 */
export function onDemand<T extends Stored<T>>(load: () => Promise<T>): T {
  let store: Promise<T> | undefined
  const called = async (name: string, args: readonly never[]): Promise<unknown> => {
    store ??= load()
    const loaded = await store
    if (!isMember(loaded, name)) throw new TypeError(`The store has no “${name}”.`)
    return loaded[name](...args)
  }
  return new Proxy({} as T, {
    // What is awaited is asked for `then`, what is printed or written as JSON for more of that kind: no store has any.
    get: (_, name) =>
      typeof name === 'symbol' || notMembers.has(name) ? undefined : (...args: never[]) => called(name, args),
    ownKeys: () => {
      throw new TypeError('A store that is loaded on demand cannot be spread: its members are not known before a call.')
    },
  })
}

const notMembers: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor'])

function isMember<T extends Stored<T>>(store: T, name: string): name is keyof T & string {
  return typeof store[name as keyof T] === 'function'
}
