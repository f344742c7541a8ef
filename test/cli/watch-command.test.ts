import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { watchFile } from '#cli/file/watch-file'
import type { Watching } from '#cli/file/watch-file'
import { watchRules } from '#cli/file/watch-command'
import { en } from '#cli/words/en'
import { compareFindings } from '#config/compare-findings'
import { check } from '#config/check'
import { currentFile } from '#test/config/base-file'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const open: Watching[] = []
const faulty = currentFile.replace('by: lawyer', 'by: layer')

afterEach(() => {
  for (const watching of open.splice(0)) watching.close()
})

/** Waits until something holds; saves are noticed by the system, in its own time. */
async function until(holds: () => void): Promise<void> {
  await vi.waitFor(holds, { timeout: 10_000, interval: 10 })
}

function watched(file: string, isTTY: boolean): { readonly screen: string[]; readonly schemas: string[] } {
  const screen: string[] = []
  const schemas: string[] = []
  const write = (text: string): unknown => screen.push(text)
  open.push(watchRules(file, { lang: 'en', words: en, screen: { write, isTTY }, also: [(text) => schemas.push(text)] }))
  return { screen, schemas }
}

test('every save is checked, and it is said what has changed since the last one', async () => {
  const file = folder.path('pipelines.yaml')
  writeFileSync(file, currentFile)
  const { screen, schemas } = watched(file, false)
  expect(screen.join('')).toContain('no faults')

  writeFileSync(file, faulty)
  await until(() => expect(screen.join('')).toContain('Since the last time: 0 mended, 1 new (line 39).'))
  writeFileSync(file, currentFile)
  await until(() => expect(screen.join('')).toContain('Since the last time: 1 mended, 0 new.'))

  expect(schemas).toEqual([currentFile, faulty, currentFile])
  expect(screen.join('')).not.toContain('\u001B')
})

test('an editor that puts a new file in the place of the old one is followed', async () => {
  const file = folder.path('pipelines.yaml')
  const texts: (string | undefined)[] = []
  writeFileSync(file, currentFile)
  open.push(watchFile(file, (text) => texts.push(text)))

  writeFileSync(`${file}~`, faulty)
  renameSync(`${file}~`, file)
  await until(() => expect(texts).toEqual([currentFile, faulty]))
  writeFileSync(`${file}~`, currentFile)
  renameSync(`${file}~`, file)

  await until(() => expect(texts).toEqual([currentFile, faulty, currentFile]))
})

test('a file that is not there yet is waited for, and one that goes away too', async () => {
  const file = folder.path('pipelines.yaml')
  const { screen } = watched(file, false)
  expect(screen.join('')).toContain('waiting for it')

  writeFileSync(file, currentFile)
  await until(() => expect(screen.join('')).toContain('no faults'))
  rmSync(file)

  await until(() => expect(screen.join('').match(/waiting for it/g)).toHaveLength(2))
})

test('a terminal is cleared before each check', () => {
  const file = folder.path('pipelines.yaml')
  writeFileSync(file, currentFile)

  const { screen } = watched(file, true)

  expect(screen[0]).toBe('\u001B[2J\u001B[3J\u001B[H')
})

test('a fault that only moved to another line is not new, a second one of its kind is', () => {
  const before = check(faulty).diagnostics
  const moved = check(`# a remark\n${faulty}`).diagnostics
  const twice = check(faulty.replace('may_override: lawyer', 'may_override: layer')).diagnostics

  expect(compareFindings(before, moved)).toEqual({ mended: 0, fresh: [] })
  expect(compareFindings(before, twice).fresh).toHaveLength(1)
  expect(compareFindings(twice, before).mended).toBe(1)
})
