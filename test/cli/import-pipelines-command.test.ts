import { readFileSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { importPipelinesCommand } from '#cli/file/import-pipelines-command'
import { check } from '#config/check'
import { useFolder } from '#test/support/temporary-folder'
import { toldBy } from '#test/support/told'
import { categoriesAnswer, statusesAnswer } from '#test/import/bitrix-answers'

const folder = useFolder()
const zone = 'Asia/Yekaterinburg'

function output(): { readonly text: () => string } {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return { text: () => write.mock.calls.map(([chunk]) => String(chunk)).join('') }
}

function exported(): readonly string[] {
  const files = { 'categories.json': categoriesAnswer, 'stages.json': statusesAnswer }
  return Object.entries(files).map(([name, answer]) => {
    writeFileSync(folder.path(name), `\uFEFF${JSON.stringify(answer)}`)
    return folder.path(name)
  })
}

test('two answers in two files become a first file and its schema, and it is said how much is left to do', async () => {
  const said = output()
  const out = folder.path('pipelines.yaml')

  await importPipelinesCommand(exported(), { out, zone })

  const { model } = check(readFileSync(out, 'utf8'))
  expect(model?.calendar.timezone).toBe(zone)
  expect(readFileSync(folder.path('pipelines.schema.json'), 'utf8')).toContain('Договор и счёт')
  expect(said.text()).toContain('2 pipelines, 6 stages, 3 reasons')
  expect(said.text()).toContain('Left out: “Продажи новым клиентам” has no stage in which a deal is under way.')
  expect(said.text()).toContain('17 places marked “TO DO”')
})

test('the remarks are in the language of the export unless another is wanted', async () => {
  const said = output()

  await importPipelinesCommand(exported(), { out: '-', zone })
  await importPipelinesCommand(exported(), { out: '-', zone, lang: 'en' })

  expect(said.text()).toContain('TO DO: кто что делает')
  expect(said.text()).toContain('TO DO: who does things')
})

test('a file that is there is not written over, and wrong files and zones are told', async () => {
  const files = exported()
  const out = folder.path('pipelines.yaml')
  writeFileSync(out, 'mine')
  writeFileSync(folder.path('not.json'), '<html>')

  expect(await toldBy(() => importPipelinesCommand(files, { out, zone }))).toContain('already')
  expect(await toldBy(() => importPipelinesCommand([], { out, zone }))).toContain('Name the file of the export')
  expect(await toldBy(() => importPipelinesCommand([folder.path('none.json')], { out: '-', zone }))).toContain(
    'There is no file',
  )
  expect(await toldBy(() => importPipelinesCommand([folder.path('not.json')], { out: '-', zone }))).toContain(
    'is not JSON',
  )
  expect(await toldBy(() => importPipelinesCommand(files, { out: '-', zone: 'Moscow' }))).toContain(
    'Did you mean “Europe/Moscow”?',
  )
  expect(readFileSync(out, 'utf8')).toBe('mine')
})
