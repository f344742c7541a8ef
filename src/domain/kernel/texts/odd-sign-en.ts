import type { OddSign } from '#domain/kernel/text'

/** Says, of something that is named as the reader knows it, which character it may not hold and what to do. */
export function oddSignEn(name: string, { why, sign }: OddSign): string {
  switch (why) {
    case 'line_break':
      return `${name} must be one line, it has a line break (${sign}). Write it in one line.`
    case 'control':
      return `${name} holds ${sign}, a control character that nobody can see. Leave it out.`
    case 'direction':
      return `${name} holds ${sign}, which turns the direction of writing round. Leave it out.`
    case 'broken':
      return `${name} holds ${sign}, which is not a character. Leave it out.`
  }
}
