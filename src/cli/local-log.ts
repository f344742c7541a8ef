import { inWords } from '#domain/kernel/saying'
import { localWords, type Log } from '#local/say'
import type { Language } from '#schemas/language-names'

/** Tells what went on behind, on standard error, so that the output of a command stays clean. */
export async function localLog(language: Language): Promise<Log> {
  const words = await localWords(language)
  return (sentence, facts) => {
    const more = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`
    process.stderr.write(`${inWords(words, sentence)}${more}\n`)
  }
}
