import type { SeenIds } from './import-run'

/** Files have fewer lines than this, and a number holds the place of a file beside it exactly. */
const lineSpan = 2 ** 40

/** Remembers ids by their own letters: a piece of a text would keep the whole text that it was read from. */
export function seenIds(): SeenIds {
  const places = new Map<string, number>()
  const files: string[] = []
  return {
    find: (id) => {
      const place = places.get(id)
      if (place === undefined) return undefined
      return { file: files[Math.floor(place / lineSpan)] ?? '', line: place % lineSpan }
    },
    add: (id, file, line) => {
      if (files.at(-1) !== file) files.push(file)
      places.set(Buffer.from(id).toString(), (files.length - 1) * lineSpan + line)
    },
  }
}
