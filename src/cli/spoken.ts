import type { CAC } from 'cac'

import { pairedSentence } from '#domain/kernel/texts/sentence-pairs'
import { Refusal } from '#domain/kernel/refusal'
import { keptSentenceInRussian, sentenceInRussian } from '#http/problem-ru'
import { helpRu } from './help-ru'
import { importPairs } from './import-sentences-ru'
import { donePairs, usagePairs } from './sentences-ru'

/** Behind why one line of a deal was left out. */
const wholeDeal = / The whole deal of (\d+) lines is left out\.$/
const hint = / Did you mean (.+?)\?/

/** A sentence of the command line in Russian, the offered word at its end; what is not known stays as it is. */
export function sentenceOfCommandRu(text: string): string {
  if (isRussian(text)) return text
  const [line = '', lost] = text.split(wholeDeal)
  if (lost !== undefined) return `${sentenceOfCommandRu(line)} Пропущена вся сделка, строк в ней: ${lost}.`
  const offered = hint.exec(text)
  const bare = text.replace(hint, '')
  const said = pairedSentence([...usagePairs, ...donePairs, ...importPairs], bare) ?? keptSentenceInRussian(bare)
  if (said === bare) return text
  return offered === null
    ? said
    : `${said} Возможно, вы имели в виду ${(offered[1] ?? '').replace(/^“(.*)”$/, '«$1»')}?`
}

/** What went wrong, in Russian. */
export function errorInRussian(error: unknown): string {
  if (error instanceof Error && error.cause instanceof Refusal) return errorInRussian(error.cause)
  if (error instanceof Refusal) {
    const known = error.extra['known']
    // Another Norma has said it in Russian to begin with.
    if (isRussian(error.message)) return error.message
    return sentenceInRussian(error.code, error.message, Array.isArray(known) ? known.map(String) : undefined)
  }
  return sentenceOfCommandRu(error instanceof Error ? error.message : String(error))
}

/** Whether it was said in Russian to begin with. */
function isRussian(text: string): boolean {
  return /^[«А-ЯЁ]/.test(text)
}

/** Lets commands, options and examples say in Russian what they are for. */
export function helpInRussian(cli: CAC): void {
  for (const command of cli.commands) {
    command.description = saidInHelp(command.description)
    for (const option of command.options) option.description = saidInHelp(option.description)
    command.examples = command.examples.map((one) => (typeof one === 'string' ? saidInHelp(one) : one))
  }
  for (const option of cli.globalCommand.options) option.description = saidInHelp(option.description)
  cli.globalCommand.helpCallback = (sections) =>
    sections.map(({ title, body }) => ({
      ...(title === undefined ? {} : { title: saidInHelp(title) }),
      body: body.replaceAll('(default: ', '(по умолчанию: '),
    }))
}

function saidInHelp(english: string): string {
  return helpRu[english] ?? english
}
