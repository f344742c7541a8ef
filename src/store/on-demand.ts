type Stored<T> = { readonly [K in keyof T]: (...args: never[]) => Promise<unknown> }

/** A store whose code is loaded with the first call of one of the named members: a start should not pay for it. */
export function onDemand<T extends Stored<T>>(names: Readonly<Record<keyof T, true>>, load: () => Promise<T>): T {
  let store: Promise<T> | undefined
  const member = (name: keyof T) => {
    return async (...args: never[]) => {
      store ??= load()
      return (await store)[name](...args)
    }
  }
  return Object.fromEntries(Object.keys(names).map((name) => [name, member(name as keyof T)])) as unknown as T
}
