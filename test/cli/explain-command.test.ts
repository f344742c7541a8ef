import { expect, test } from 'vitest'
import { runNorma } from '#test/support/run-norma'

test('a code is explained, also when it is copied as it stands in a message', () => {
  const page = runNorma(['explain', 'won-after'])

  expect(page.code).toBe(0)
  expect(page.out).toContain('won-after – A deal that can never be won\n\nWhat it means\n')
  expect(runNorma(['explain', 'error[won-after]']).out).toBe(page.out)
})

test('without a code all of them are listed, in the language asked for', () => {
  const { code, out } = runNorma(['explain', '--lang', 'ru'])

  expect(code).toBe(0)
  expect(out).toMatch(/^unknown-role +Роль, которая не объявлена$/m)
  expect(out).toMatch(/^stage-in-use +Этап убран/m)
})

test('for a code that does not exist the nearest one is offered', () => {
  expect(runNorma(['explain', 'unkown-role'])).toEqual({
    code: 2,
    out: '',
    err: 'norma: There is no code “unkown-role”. Did you mean “unknown-role”?\n',
  })
})
