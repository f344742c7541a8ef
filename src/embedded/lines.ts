import type { StoreFile } from './file'

/** Lines of text that are only added to, until all are replaced; kept in the file under a name. */
export type Lines = {
  readonly read: () => readonly string[]
  /** Adds lines, inside a transaction. */
  readonly add: (text: string) => void
  /** Replaces all of them, inside a transaction. */
  readonly replace: (texts: Iterable<string>) => void
}

export function linesOf({ sqlite }: StoreFile, name: string): Lines {
  const read = sqlite.prepare('SELECT text FROM lines WHERE name = ? ORDER BY seq')
  const add = sqlite.prepare('INSERT INTO lines (name, seq, text) VALUES (?, ?, ?)')
  const clear = sqlite.prepare('DELETE FROM lines WHERE name = ?')
  const [last] = sqlite.prepare('SELECT max(seq) AS seq FROM lines WHERE name = ?').all(name)
  let next = Number(last?.['seq'] ?? 0) + 1
  const addOne = (text: string) => add.run(name, next++, text)
  return {
    read: () => read.all(name).map(({ text }) => String(text)),
    add: addOne,
    replace: (texts) => {
      clear.run(name)
      for (const text of texts) addOne(text)
    },
  }
}

/** A value kept in the file under a name. */
export type State = { readonly read: () => string | undefined; readonly write: (value: string) => void }

export function stateOf({ sqlite }: StoreFile, name: string): State {
  const read = sqlite.prepare('SELECT value FROM state WHERE name = ?')
  const write = sqlite.prepare(
    'INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    read: () => read.all(name)[0]?.['value'] as string | undefined,
    write: (value) => write.run(name, value),
  }
}
