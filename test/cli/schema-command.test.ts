import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { besideOf, keepSchemaFresh, refreshSchema, schemaCommand } from '#cli/file/schema-command'
import { baseFile } from '#test/config/base-file'
import { useFolder } from '#test/support/temporary-folder'
import { toldBy } from '#test/support/told'

const folder = useFolder()

function printed(): { readonly text: () => string } {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return { text: () => write.mock.calls.map(([chunk]) => String(chunk)).join('') }
}

test('the schema is written beside the file, with the line that makes an editor use it', async () => {
  const file = folder.path('pipelines.yaml')
  writeFileSync(file, baseFile)
  const output = printed()

  await schemaCommand(file, {})

  expect(readFileSync(folder.path('pipelines.schema.json'), 'utf8')).toContain('"Lawyer"')
  expect(output.text()).toContain('# yaml-language-server: $schema=./pipelines.schema.json')
})

test('nothing is advised where the file has that line already', async () => {
  const file = folder.path('pipelines.yaml')
  writeFileSync(file, `# yaml-language-server: $schema=./pipelines.schema.json\n${baseFile}`)
  const output = printed()

  await schemaCommand(file, {})

  expect(output.text()).toBe(`Wrote ${folder.path('pipelines.schema.json')}.\n`)
})

test('a file that is not there is named', async () => {
  const file = folder.path('none.yaml')

  expect(await toldBy(() => schemaCommand(file, {}))).toBe(`There is no file ${file}.`)
})

test('a role that is added is completed as soon as the file is saved, also by an editor that replaces the file', async () => {
  const file = folder.path('pipelines.yaml')
  const out = besideOf(file)
  writeFileSync(file, baseFile)
  let told: () => void = () => undefined
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      told = resolve
    })
  const first = next()
  const { close } = keepSchemaFresh(file, out, () => told())
  onTestFinished(close)
  await first

  const second = next()
  writeFileSync(file, baseFile.replace('  lawyer: Lawyer\n', '  lawyer: Lawyer\n  courier: Courier\n'))
  await second
  expect(readFileSync(out, 'utf8')).toContain('"courier"')

  const third = next()
  writeFileSync(folder.path('.pipelines.yaml.swp'), baseFile.replace('  lawyer: Lawyer\n', '  notary: Notary\n'))
  renameSync(folder.path('.pipelines.yaml.swp'), file)
  await third
  expect(readFileSync(out, 'utf8')).toContain('"notary"')
  expect(existsSync(file)).toBe(true)
})

test('watching a file keeps its schema fresh where the file goes by one, and makes none where it does not', () => {
  const file = folder.path('pipelines.yaml')
  const linked = `# yaml-language-server: $schema=./pipelines.schema.json\n${baseFile}`

  refreshSchema(file)(baseFile)
  expect(existsSync(besideOf(file))).toBe(false)

  refreshSchema(file)(linked)
  expect(readFileSync(besideOf(file), 'utf8')).toContain('"Lawyer"')

  // From now on it is there, so it is kept fresh whatever the first line says.
  refreshSchema(file)(baseFile.replace('lawyer: Lawyer', 'lawyer: Notary'))
  expect(readFileSync(besideOf(file), 'utf8')).toContain('"Notary"')
})
