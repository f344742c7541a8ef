const names: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bdquo: '„',
  sbquo: '‚',
  numero: '№',
  shy: '',
  zwnj: '',
  zwj: '',
}

const blocks =
  /^\/?(?:p|div|tr|table|tbody|ul|ol|li|h[1-6]|hr|section|article|header|footer|pre|dl|dt|dd|center|body|html)$/

/** Quotations within quotations are marked no deeper. */
const deepest = 8

/**
 * What a mail says that is HTML alone, as plain text: it is never shown as HTML. What stands in a quotation begins with “>”, so
 * that it is folded like any other; what only programs read is left out.
 */
export function htmlText(html: string): string {
  const bare = html
    // What is begun and never ended goes to the end: an end that is looked for from every beginning anew takes hours to miss.
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<!\[(?:if|endif)[^\]<>]*\]>/gi, '')
    .replaceAll(/<(style|script|title|xml)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  const tagsEnd = bare.lastIndexOf('>') + 1
  const lines: string[] = []
  let line = ''
  let depth = 0
  const end = (isForced: boolean): void => {
    const text = line.replaceAll(/[ \t]+/g, ' ').trim()
    if (text !== '' || isForced) lines.push(`${'> '.repeat(Math.min(depth, deepest))}${text}`.trimEnd())
    line = ''
  }
  for (const piece of [...bare.slice(0, tagsEnd).split(/(<[^>]*>)/), bare.slice(tagsEnd)]) {
    const tag = /^<\s*(\/?[a-z][a-z0-9]*)/i.exec(piece)?.[1]?.toLowerCase()
    if (tag === undefined) {
      if (!/^<[!?]/.test(piece)) line += spelled(piece.replaceAll(/\s+/g, ' '))
    } else if (tag === 'br') end(true)
    else if (tag === 'blockquote' || tag === '/blockquote') {
      end(false)
      depth = Math.max(0, depth + (tag === 'blockquote' ? 1 : -1))
    } else if (blocks.test(tag)) end(line.includes('\u00a0'))
    else if (tag === 'td' || tag === 'th') line += ' '
  }
  end(false)
  return lines
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function spelled(text: string): string {
  return text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d?);/gi, (whole, code: string) => {
    if (code.toLowerCase() === 'nbsp') return '\u00a0'
    if (!code.startsWith('#')) return names[code.toLowerCase()] ?? whole
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return point > 0 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff)
      ? String.fromCodePoint(point)
      : ''
  })
}
