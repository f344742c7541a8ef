import { shelf } from '#memory/shelf'
import type { FoundWord, KeptWords, WordStore } from '#ports/words'
import type { WordRecord } from '#schemas/search-names'
import { toldWords } from '#search/domain/words-of'

/** Words kept in memory, found in the order of the table of words. */
export function memoryWords(): WordStore {
  const kept = new Map<string, KeptWords>()
  const words = shelf<FoundWord>()
  const each = (record: WordRecord, take: (place: string, found: FoundWord) => void): void => {
    for (const word of record.words) take(placeOf(word, record), { ...record, words: toldWords(record.words), word })
  }
  const takeAway = (name: string): boolean => {
    const was = kept.get(name)
    if (was !== undefined) each(was.record, (place) => words.take(all, place))
    return kept.delete(name)
  }
  return {
    find: async (kind, id) => kept.get(`${kind}#${id}`),
    keep: async (record, over) => {
      const name = `${record.kind}#${record.id}`
      const rev = kept.get(name)?.rev
      if (rev !== over?.rev) return false
      takeAway(name)
      each(record, (place, found) => words.put(all, place, found))
      kept.set(name, { rev: (rev ?? 0) + 1, isDone: true, record })
      return true
    },
    forget: async (kind, id) => takeAway(`${kind}#${id}`),
    starting: async ({ start, ...page }) => words.page(all, { prefix: start, ...page }),
  }
}

const all = 'words'

/** The word itself first, then the newest. */
function placeOf(word: string, { kind, id, at }: WordRecord): string {
  return `${word}#${9_999_999_999 - Math.floor(Date.parse(at) / 1000)}#${kind}#${id}`
}
