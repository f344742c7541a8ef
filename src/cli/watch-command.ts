import { check } from '#config/check'
import { compareFindings } from '#config/compare-findings'
import { formats } from '#config/formats/formats'
import { plural } from '#config/messages/plural'
import type { Language } from '#schemas/language-names'
import type { Diagnostic } from '#schemas/model'
import { commandEnvironment, langOf, today } from './environment'
import { watchFile } from './watch-file'
import type { Watching } from './watch-file'

/** Something else that is to be made anew whenever the text changes, such as the schema of the editor. */
export type OnText = (text: string) => void

type Screen = { readonly write: (text: string) => unknown; readonly isTTY?: boolean }

/** `norma watch`: checks a file on every save and says what has changed since, until it is stopped. */
export function watchCommand(file: string, options: { readonly lang?: string }, also: readonly OnText[]): Watching {
  return watchRules(file, { lang: langOf(options.lang), screen: process.stdout, also })
}

type Watched = { readonly lang: Language; readonly screen: Screen; readonly also: readonly OnText[] }

/** Watches a file and writes what is found to a screen. */
export function watchRules(file: string, { lang, screen, also }: Watched): Watching {
  let before: readonly Diagnostic[] | undefined
  return watchFile(file, (text) => {
    // Only a terminal can be cleared; what is kept in a file stays readable.
    if (screen.isTTY === true) screen.write('\u001B[2J\u001B[3J\u001B[H')
    if (text === undefined) {
      screen.write(
        `${file}: ${lang === 'ru' ? 'файла нет, жду, пока он появится' : 'there is no such file; waiting for it'}.\n`,
      )
      return
    }
    for (const each of also) each(text)
    const { diagnostics } = check(text, { lang, today: today() })
    screen.write(formats.pretty([{ file, text, diagnostics }], { lang, colour: commandEnvironment.hasColour }))
    if (before !== undefined) screen.write(`${changeSentence(before, diagnostics, lang)}\n`)
    before = diagnostics
    screen.write(
      lang === 'ru' ? 'Жду следующего сохранения (Ctrl+C – выход) …\n' : 'Waiting for the next save (Ctrl+C ends) …\n',
    )
  })
}

function changeSentence(before: readonly Diagnostic[], now: readonly Diagnostic[], lang: Language): string {
  const { mended, fresh } = compareFindings(before, now)
  if (mended === 0 && fresh.length === 0)
    return lang === 'ru' ? 'С прошлого раза ничего не изменилось.' : 'Nothing has changed since the last time.'
  const lines = fresh.map(({ line }) => line).join(', ')
  if (lang === 'ru') {
    const where = fresh.length === 0 ? '' : ` (${plural(fresh.length, 'строка', 'строки', 'строки')} ${lines})`
    return `С прошлого раза: исправлено ${mended}, новых ${fresh.length}${where}.`
  }
  const where = fresh.length === 0 ? '' : ` (${fresh.length === 1 ? 'line' : 'lines'} ${lines})`
  return `Since the last time: ${mended} mended, ${fresh.length} new${where}.`
}
