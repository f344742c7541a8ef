/** What the manager interface of Asterisk says: lines `Name: value`, ended by an empty one. */
export type AmiBlock = { readonly text: string; readonly says: ReadonlyMap<string, string> }

/** Longer is nothing that a manager interface says. */
const mostBytes = 65_536

/** Takes bytes as they come, in the middle of a line or of a letter, and gives the blocks that are whole. */
export type AmiReader = {
  /** Undefined where what comes is not of a manager interface. */
  readonly take: (bytes: Uint8Array) => readonly AmiBlock[] | undefined
}

/** A reader for one connection, from its first byte on. */
export function amiReader(): AmiReader {
  const decoder = new TextDecoder()
  let rest = ''
  let isGreeted = false
  return {
    take: (bytes) => {
      rest += decoder.decode(bytes, { stream: true })
      if (!isGreeted) {
        const end = rest.indexOf('\n')
        if (!greeting.startsWith(rest.slice(0, greeting.length)) && !rest.startsWith(greeting)) return undefined
        if (end < 0) return rest.length > 200 ? undefined : []
        rest = rest.slice(end + 1)
        isGreeted = true
      }
      const parts = rest.split(/\r?\n\r?\n/)
      // The carriage return of an empty line may have come without its line feed.
      rest = parts.pop() ?? ''
      if (rest.length > mostBytes) return undefined
      return parts.filter((text) => text.trim() !== '').map(blockOf)
    },
  }
}

const greeting = 'Asterisk Call Manager'

/** A block by its lines; a name that comes twice says what it said first. */
export function blockOf(text: string): AmiBlock {
  const says = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim()
    if (at > 0 && !says.has(name)) says.set(name, line.slice(at + 1).trim())
  }
  return { text, says }
}

/** An action as it is written to a manager interface; nothing that is put in can begin a line of its own. */
export function actionOf(says: Readonly<Record<string, string>>): string {
  const lines = Object.entries(says).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}
