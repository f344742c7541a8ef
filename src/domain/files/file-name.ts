/** The most letters the name of a file keeps. */
const mostLetters = 150

/**
 * The name of a file as it is kept: without folders, control characters and what turns the direction of reading round, at
 * most 150 letters with its ending; “file” where nothing is left.
 */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    // What turns letters round would show “exe.pdf” for “fdp.exe”.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  if (clean === '') return 'file'
  const letters = Array.from(clean)
  if (letters.length <= mostLetters) return clean
  const ending = /\.[^.\s]{1,10}$/.exec(clean)?.[0] ?? ''
  return `${letters.slice(0, mostLetters - ending.length).join('')}${ending}`
}

/** How a file is handed out under its name (RFC 6266): plain letters for old programs, and all of it by RFC 5987. */
export function contentDisposition(name: string, as: 'inline' | 'attachment'): string {
  const plain = name.replaceAll(/[^\u0020-\u007e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.codePointAt(0)?.toString(16).toUpperCase()}`,
  )
  return `${as}; filename="${plain}"; filename*=UTF-8''${whole}`
}
