/** Writes lines under `moved:`, a section that is made where there is none; lines that stand there already are left out. */
export function withMoved(text: string, lines: readonly string[]): string {
  const missing = lines
    .map((line) => line.trim())
    .filter((line) => !new RegExp(`^\\s+${escaped(line)}\\s*(?:#.*)?$`, 'm').test(text))
  if (missing.length === 0) return text
  const written = missing.map((line) => `  ${line}\n`).join('')
  const section = /^moved:[^\S\n]*(?:#[^\n]*)?(?:\n|$)/m.exec(text)
  if (section === null) return `${text.trimEnd()}\n\nmoved:\n${written}`
  const head = section[0].endsWith('\n') ? section[0] : `${section[0]}\n`
  return `${text.slice(0, section.index)}${head}${written}${text.slice(section.index + section[0].length)}`
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
