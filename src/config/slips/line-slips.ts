import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { bracketSlips } from './bracket-slips'
import { itemSlips } from './item-slips'
import type { LineSlip } from './line-slip'

type Reading = (line: string) => LineSlip | undefined

const invisible = /[\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff]/

/** The ways in which a line that cannot be followed is most often meant, the likeliest first. */
export function lineSlips(line: string): readonly LineSlip[] {
  return readings.flatMap((reading) => {
    const found = reading(line)
    return found === undefined || found.line === line ? [] : [found]
  })
}

const readings: readonly Reading[] = [
  (line) => {
    const sign = invisible.exec(line)?.[0]
    if (sign === undefined) return undefined
    const plain = line.replaceAll(new RegExp(invisible, 'g'), (one) => (isBlank(one) ? ' ' : ''))
    const from = line.indexOf(sign)
    const help = isBlank(sign) ? say('put-a-space') : say('take-it-out')
    return {
      line: plain,
      message: say('invisible-sign', { sign: codeOf(sign) }),
      at: { from, to: from + sign.length, help },
    }
  },
  ...itemSlips,
  (line) => replaced(line, /([{,]\s*[a-z][a-z0-9_]*: )(not \[[^\]]*\])/g, '$1"$2"', say('not-in-brackets')),
  (line) => replaced(line, /^(\s*(?:- +)?[a-z][a-z0-9_]*)\s*：\s*/, '$1: ', say('wide-sign', { sign: '：' })),
  (line) => replaced(line, /，\s*/g, ', ', say('wide-sign', { sign: '，' })),
  (line) => replaced(line, /^(\s*(?:- +)?[a-z][a-z0-9_]*) +:\s*(?=\S)/, '$1: ', say('colon-after-space')),
  (line) => {
    const found = /^(\s*(?:- +)?)([a-z][a-z0-9_]*)\s*(;|=>|->|:=|=)\s*(.*)$/.exec(line)
    const [, before = '', key = '', sign = '', value = ''] = found ?? []
    return found === null
      ? undefined
      : { line: `${before}${key}: ${value}`.trimEnd(), message: say('sign-for-colon', { key, sign }) }
  },
  (line) => {
    const found = /^(\s*(?:- +)?)([a-z][a-z0-9_]*)(?:\s+([^\s:].*))?$/.exec(line)
    const [, before = '', key = '', value] = found ?? []
    if (found === null) return undefined
    const meant = value === undefined ? `${before}${key}:` : `${before}${key}: ${value}`
    return { line: meant, message: say('no-colon', { key }) }
  },
  (line) => {
    const found = /^(\s*)- +(?=[a-z][a-z0-9_]*:)/.exec(line)
    return found === null
      ? undefined
      : { line: `${found[1] ?? ''}${line.slice(found[0].length)}`, message: say('dash-in-lines'), isRun: true }
  },
  (line) => {
    const formula =
      /(\bformula:\s*)((?:(["'])[a-z_]+\3|[a-z0-9_ .+*/()-])*(["'])[a-z_]+\4(?:(["'])[a-z_]+\5|[a-z0-9_ .+*/()-])*)/.exec(
        line,
      )
    const [whole = '', before = '', text = ''] = formula ?? []
    return formula === null || /^(["'])[^"']*\1\s*$/.test(text)
      ? undefined
      : { line: line.replace(whole, before + text.replaceAll(/["']/g, '')), message: say('quotes-in-formula') }
  },
  (line) => {
    const found = /^(\s*(?:- +)?(?:[a-z][a-z0-9_]*: +)?)'(.*'.*)'\s*$/.exec(line)
    const [, before = '', text = ''] = found ?? []
    if (found === null || text.replaceAll("''", '').includes("'") === false || text.includes('"')) return undefined
    return { line: `${before}"${text}"`, message: say('quote-inside', { sign: "'" }) }
  },
  (line) => {
    const found = /^(\s*(?:- +)?(?:[a-z][a-z0-9_]*: +)?)("[^"]*"\s*[^\s"#,\]}].*?)\s*$/.exec(line)
    const [, before = '', text = ''] = found ?? []
    return found === null || text.includes("'")
      ? undefined
      : { line: `${before}'${text}'`, message: say('text-behind-quote') }
  },
  (line) => {
    const found = replaced(line, /(\d),(?=\d+%?\s*[\]},])/g, '$1.', say('comma-in-number'))
    return found === undefined ? undefined : { ...found, mayLoseKeys: true }
  },
  (line) => {
    const found = replaced(line, /\b(between\s+-?\d[\d .]*%?)\s*,\s*(?=-?\d)/g, '$1 and ', say('comma-in-range'))
    return found === undefined ? undefined : { ...found, mayLoseKeys: true }
  },
  (line) => {
    const call = /(\{.*\bformula:\s*)([^"'{},]*\b[a-z_]+\([^"'{}()]*,[^"'{}()]*\)[^"'{},]*?)(\s*[,}])/
    const found = replaced(line, call, '$1"$2"$3', say('comma-in-formula'))
    return found === undefined ? undefined : { ...found, mayLoseKeys: true }
  },
  ...bracketSlips,
  (line) => replaced(line, /([[{][^\]}#]*?)\s#\s*(?=[^\]}]*[\]}]\s*$)/, '$1 ', say('remark-in-brackets')),
]

function replaced(line: string, pattern: RegExp, by: string, message: Phrase): LineSlip | undefined {
  const meant = line.replace(pattern, by)
  return meant === line ? undefined : { line: meant, message }
}

/** Whether an invisible sign takes up the place of a space. */
function isBlank(sign: string): boolean {
  return /\s/.test(sign) && sign !== '\ufeff'
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
