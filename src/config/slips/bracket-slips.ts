import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import type { LineSlip } from './line-slip'
import { wordsOfLanguage } from './words-of-language'

/** The beginning of a line up to its value. */
const key = String.raw`^(\s*(?:- +)?[a-z][a-z0-9_]*: +)`
const remark = String.raw`(\s+#.*)?\s*$`

/** A text that begins with a sign that is something else here; a bracket that is closed before its end is one of them. */
const texts = /^(\s*(?:- +)?([a-z][a-z0-9_]*): +)((?:[*&!%@`?#:-]|\[[^\]]*\] *\S|\{[^}]*\} *\S|\{ *[^}:]*$).*?)\s*$/

/** The ways in which brackets, commas and quotes of a value are written otherwise than they are here. */
export const bracketSlips: readonly ((line: string) => LineSlip | undefined)[] = [
  asList(String.raw`\(([^()[\]{}"'#]*)\)`),
  asList(String.raw`([^[({"'#|>\s][^[\](){}"'#]*)\]`),
  asList(String.raw`\[([^\](){}"'#]*)[)}]`),
  asList(String.raw`\{\s*([a-z0-9_., ]+?)\s*\}`),
  (line) => {
    if (!/[[{]/.test(line)) return undefined
    const meant = line.replaceAll(/,(?:\s*,)+\s*/g, ', ')
    return meant === line ? undefined : { line: meant, message: say('comma-twice') }
  },
  (line) => {
    const found = new RegExp(`${key}\`([^\`"#]*)\`${remark}`).exec(line)
    const [, before = '', text = '', rest = ''] = found ?? []
    return found === null ? undefined : { line: before + text + rest, message: say('sign-around', { sign: '`' }) }
  },
  (line) => {
    const found = /^(\s*(?:- +)?)(?:"([a-z][a-z0-9_]*)"|([a-z][a-z0-9_]*)): +("[^"]*"|[^",[{#]+),\s*$/.exec(line)
    const [, before = '', quoted, plain = '', value = ''] = found ?? []
    return found === null ? undefined : { line: `${before}${quoted ?? plain}: ${value}`, message: say('comma-at-end') }
  },
  (line) => {
    const [, before = '', word = '', text = ''] = texts.exec(line) ?? []
    const quote = text.includes('"') ? "'" : '"'
    if (!wordsOfLanguage().texts.has(word) || text.includes(quote)) return undefined
    const message = say('sign-at-start', { sign: text.charAt(0) })
    return { line: `${before}${quote}${text}${quote}`, message, isClean: true }
  },
]

function asList(value: string): (line: string) => LineSlip | undefined {
  const pattern = new RegExp(key + value + remark)
  const message: Phrase = say('brackets-of-list')
  return (line) => {
    const [whole, before = '', items = '', rest = ''] = pattern.exec(line) ?? []
    return whole === undefined ? undefined : { line: `${before}[${items.trim()}]${rest}`, message, mayLoseKeys: true }
  }
}
