import { say } from '#config/messages/say'
import type { LineSlip } from './line-slip'
import { wordsOfLanguage } from './words-of-language'

const dashes = /^(\s*)([–—•·−●▪‣]|[*+](?=\s))[ \u00a0]*(?=\S)/

/** The ways in which the beginning of a line is written otherwise than an item, a remark or a version of a merge is here. */
export const itemSlips: readonly ((line: string) => LineSlip | undefined)[] = [
  (line) => {
    const found = dashes.exec(line)
    if (found?.[2] === undefined) return undefined
    const message = say('dash-of-another-kind', { sign: found[2] })
    return { line: `${found[1] ?? ''}- ${line.slice(found[0].length)}`, message, isRun: true }
  },
  (line) => {
    const found = /^(\s*)-(?=[^\s-])/.exec(line)
    return found === null
      ? undefined
      : {
          line: `${found[1] ?? ''}- ${line.slice(found[0].length)}`,
          message: say('dash-without-space'),
          isRun: true,
        }
  },
  (line) => withDash(line, 0),
  (line) => withDash(line, 2),
  (line) => {
    const found = /^(\s*)(\/\/|\/\*|<!--|--(?!-)|;+)\s*(.*)$/.exec(line)
    const [, before = '', sign = '', text = ''] = found ?? []
    return found === null
      ? undefined
      : { line: `${before}# ${text}`.trimEnd(), message: say('sign-for-remark', { sign }), mayLoseKeys: true }
  },
  (line) => {
    const found = /^(?:<{7}|>{7}|={7}|\|{7})(?:\s.*)?$/.exec(line)
    return found === null
      ? undefined
      : {
          line: '',
          message: say('merge-left'),
          at: { from: 0, to: line.trimEnd().length, help: say('leave-line-out') },
          mayLoseKeys: true,
        }
  },
]

/** An item of a list without its dash; where the dash took up the first of the blanks, `blanks` are two fewer. */
function withDash(line: string, blanks: number): LineSlip | undefined {
  const found = /^( +)([a-z][a-z0-9_]*):(?=\s|$)/.exec(line)
  const [, before = '', key = ''] = found ?? []
  if (found === null || before.length < blanks || !wordsOfLanguage().items.has(key)) return undefined
  const text = `- ${line.slice(before.length).trimEnd()}`
  const from = before.length - blanks
  return {
    line: before.slice(blanks) + text,
    message: say('dash-left-out', { key }),
    at: { from, to: line.trimEnd().length, help: say('write', { text }) },
    // One key that is written twice is more likely just that.
    mends: 2,
  }
}
