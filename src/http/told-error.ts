/** What a log keeps of an error: its name, message, stack and what caused it. */
export function told(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: told(error.cause) }),
  }
}

/** Writes an entry of the log as one line of JSON. */
export function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
