import { check } from '#config/check'
import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { compareFindings } from '#config/compare-findings'
import { formats } from '#config/formats/formats'
import type { Language } from '#schemas/language-names'
import type { Diagnostic } from '#schemas/model'
import { commandEnvironment, langOf, today } from '#cli/environment'
import { say, wordsIn, type CommandWords } from '#cli/say'
import { watchFile } from './watch-file'
import type { Watching } from './watch-file'

/** Something else that is to be made anew whenever the text changes, such as the schema of the editor. */
export type OnText = (text: string) => void

type Screen = { readonly write: (text: string) => unknown; readonly isTTY?: boolean }

/** `norma watch`: checks a file on every save and says what has changed since, until it is stopped. */
export async function watchCommand(
  file: string,
  options: { readonly lang?: string },
  also: readonly OnText[],
): Promise<Watching> {
  const lang = langOf(options.lang)
  return watchRules(file, { lang, words: await wordsIn(lang), screen: process.stdout, also })
}

type Watched = {
  readonly lang: Language
  readonly words: CommandWords
  readonly screen: Screen
  readonly also: readonly OnText[]
}

/** Watches a file and writes what is found to a screen. */
export function watchRules(file: string, { lang, words, screen, also }: Watched): Watching {
  const tell = (sentence: Saying) => screen.write(`${inWords(words, sentence)}\n`)
  let before: readonly Diagnostic[] | undefined
  return watchFile(file, (text) => {
    // Only a terminal can be cleared; what is kept in a file stays readable.
    if (screen.isTTY === true) screen.write('\u001B[2J\u001B[3J\u001B[H')
    if (text === undefined) {
      tell(say('awaited', { file }))
      return
    }
    for (const each of also) each(text)
    const { diagnostics } = check(text, { lang, today: today() })
    screen.write(formats.pretty([{ file, text, diagnostics }], { lang, colour: commandEnvironment.hasColour }))
    if (before !== undefined) tell(changeBetween(before, diagnostics))
    before = diagnostics
    tell(say('next_save'))
  })
}

function changeBetween(before: readonly Diagnostic[], now: readonly Diagnostic[]): Saying {
  const { mended, fresh } = compareFindings(before, now)
  if (mended === 0 && fresh.length === 0) return say('unchanged')
  return say('changed', { mended, fresh: fresh.map(({ line }) => line) })
}
