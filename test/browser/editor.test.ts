import { expect, test } from 'vitest'

import { peopleOf } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage, type Watched } from './support'

const stage = useStage()
const editorOf = ({ page }: Watched) => page.locator('.cm-content')

/** Puts the cursor behind a piece of the text that stands there once, and shows it. */
async function putBehind({ page }: Watched, piece: string): Promise<void> {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+f')
  await page.locator('.cm-search input[name=search]').fill(piece)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

test('a fault is marked while it is typed, told with what to type, and mended with a click', async () => {
  const watched = await stage.signIn('admin')
  const { page, faults, open, close } = watched
  await open('/app/editor')
  await page.locator('#editor-state.good').waitFor()

  await putBehind(watched, 'by: lawyer')
  await page.keyboard.press('Backspace')
  await page.locator('#editor-state.bad').waitFor()

  expect(await page.locator('#editor-faults').innerText()).toContain('Did you mean “lawyer”?')
  await page.keyboard.press('F8')
  await page.locator('.cm-lintRange-error').first().hover()
  await page.locator('.cm-diagnosticAction', { hasText: 'lawyer' }).click()
  await page.locator('#editor-state.good').waitFor()
  expect(faults).toEqual([])
  await close()
})
