import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Prompts } from '#cli/file/ask-answers'
import { UsageError } from '#cli/environment'
import { initCommand } from '#cli/file/init-command'
import { check } from '#config/check'
import { runNorma } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'
import { toldBy } from '#test/support/told'

const folder = useFolder()

const nobody = (): Promise<undefined> => Promise.resolve(undefined)

/** Somebody who takes what is offered to every question, but for what is said here. */
function somebody(answers: Readonly<Record<string, string | readonly string[]>>): {
  readonly asked: string[]
  readonly prompts: () => Promise<Prompts>
} {
  const asked: string[] = []
  const answer = (message: string): string | readonly string[] | undefined => {
    asked.push(message)
    return Object.entries(answers).find(([part]) => message.includes(part))?.[1]
  }
  const prompts: Prompts = {
    input: async (question) => {
      const given = answer(question.message)
      return typeof given === 'string' ? given : question.default
    },
    checkbox: async (question) => {
      const given = answer(question.message)
      return given === undefined || typeof given === 'string' ? question.choices.map(({ value }) => value) : given
    },
  }
  return { asked, prompts: () => Promise.resolve(prompts) }
}

function silent(): { readonly text: () => string } {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return { text: () => write.mock.calls.map(([chunk]) => String(chunk)).join('') }
}

test('six questions make a file that the check accepts, and the schema for the editor', async () => {
  silent()
  const out = folder.path('pipelines.yaml')
  const { asked, prompts } = somebody({ stages: ['contract', 'payment'], zone: 'Asia/Almaty' })

  await initCommand({ out }, prompts)

  const { diagnostics, model } = check(readFileSync(out, 'utf8'))
  expect(asked).toHaveLength(6)
  expect(diagnostics).toEqual([])
  expect(model?.calendar.timezone).toBe('Asia/Almaty')
  expect(model?.pipelines['b2c_new']?.stages.map(({ id }) => id)).toEqual(['contract', 'payment'])
  expect(readFileSync(folder.path('pipelines.schema.json'), 'utf8')).toContain('draft_contract')
})

test('a question whose answer came with the command is not asked', async () => {
  silent()
  const { asked, prompts } = somebody({})

  await initCommand({ out: folder.path('pipelines.yaml'), company: 'Ropes', zone: 'UTC', roles: 'lawyer' }, prompts)

  expect(asked).toHaveLength(3)
})

test('Russian questions are asked where Russian is wanted', async () => {
  silent()
  const { asked, prompts } = somebody({})

  await initCommand({ out: folder.path('pipelines.yaml'), lang: 'ru' }, prompts)

  for (const question of asked) expect(question).toMatch(/[а-я]/)
})

test('a script answers in a file, and is told what it left open', async () => {
  const output = silent()
  const out = folder.path('pipelines.yaml')
  const answers = folder.path('answers.yaml')
  writeFileSync(answers, 'company: Ropes\nhours: mon-sat 10:00-19:00\ndirections: [b2b_new]\nlanguage: en\n')

  await initCommand({ out, answers }, nobody)

  const { model } = check(readFileSync(out, 'utf8'))
  expect(Object.keys(model?.pipelines ?? {})).toEqual(['b2b_new'])
  expect(model?.calendar.workWeek).toEqual([1, 2, 3, 4, 5, 6])
  expect(output.text()).toContain('Not answered and therefore as usual: zone, stages, roles.')
})

test('a file that is there is never written over unasked', async () => {
  silent()
  const out = folder.path('pipelines.yaml')
  writeFileSync(out, 'mine')

  expect(await toldBy(() => initCommand({ out }, nobody))).toContain(`There is a file ${out} already.`)
  expect(readFileSync(out, 'utf8')).toBe('mine')

  await initCommand({ out, force: true }, nobody)
  expect(check(readFileSync(out, 'utf8')).diagnostics).toEqual([])
})

test('wrong answers are told all at once, with what to write instead, and nothing is written', async () => {
  const out = folder.path('pipelines.yaml')
  const wrong = { out, zone: 'Moscow', hours: '9-18', stages: 'presentaton', directions: '', lang: 'fr' }

  const told = await initCommand(wrong, nobody).catch((error: unknown) => error)

  expect(told).toBeInstanceOf(UsageError)
  const text = await toldBy(() => Promise.reject(told))
  expect(text).toContain('There is no time zone “Moscow”. Did you mean “Europe/Moscow”?')
  expect(text).toContain('“9-18” does not say days and hours.')
  expect(text).toContain('“stages” has no “presentaton”. Did you mean “presentation”?')
  expect(text).toContain('“directions” needs at least one of')
  expect(text).toContain('“language” is en or ru, not “fr”.')
  expect(existsSync(out)).toBe(false)
})

test('a question that does not exist is named', async () => {
  const answers = folder.path('answers.yaml')
  writeFileSync(answers, 'compani: Ropes\n')

  expect(await toldBy(() => initCommand({ out: folder.path('x.yaml'), answers }, nobody))).toBe(
    'There is no question “compani”. Did you mean “company”?',
  )
})

test('where Russian is spoken the file is Russian without being told so, and English where it is asked for', () => {
  const env = { LANG: 'ru_RU.UTF-8', LC_ALL: '' }
  const [russian, english] = [
    runNorma(['init', '--out', 'ru.yaml'], { cwd: folder.path('.'), env }),
    runNorma(['init', '--out', 'en.yaml', '--lang', 'en'], { cwd: folder.path('.'), env }),
  ]

  expect([russian.code, english.code]).toEqual([0, 0])
  expect(readFileSync(folder.path('ru.yaml'), 'utf8')).toContain('Кто принимает решение')
  expect(readFileSync(folder.path('en.yaml'), 'utf8')).toContain('Who decides')
}, 60_000)
