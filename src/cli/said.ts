import { commandEnvironment } from './environment'

/** A sentence in the language of whoever typed the command. Russian is loaded for who reads it. */
export async function said(text: string): Promise<string> {
  return commandEnvironment.lang === 'ru' ? (await import('./spoken')).sentenceOfCommandRu(text) : text
}

/** Prints what a command has done, line by line, in the language of whoever typed it. */
export async function printSaid(...lines: readonly string[]): Promise<void> {
  const told = await Promise.all(lines.map(async (line) => indentOf(line) + (await said(line.trimStart()))))
  process.stdout.write(told.map((line) => `${line}\n`).join(''))
}

function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length)
}
