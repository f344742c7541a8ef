const refusals = new WeakSet<Error>()

/** An error as DynamoDB gives it, by its name; thrown before anything is written, so it is one request's own. */
export function refused(name: string, message: string, more: object = {}): Error {
  const error = Object.assign(new Error(message), { name, ...more })
  refusals.add(error)
  return error
}

/** A request that DynamoDB would not take. */
export function invalid(message: string): Error {
  return refused('ValidationException', message)
}

/** A request that DynamoDB may take and this store does not know: a fault of whoever sent it here, never a guess. */
export function unknownHere(what: string): Error {
  return refused('NotKnownToTheStore', `The embedded store does not know ${what}.`)
}

/** Whether the error is the answer to one request, rather than a trouble of the file. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && refusals.has(error)
}
