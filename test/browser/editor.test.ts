import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { manifold } from '#test/support/manifold'
import { isWhole } from '#test/support/runs'

import { peopleOf } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage, type Watched } from './support'

const stage = useStage()

/** Finds a piece of the text as somebody at the page would, and leaves the cursor behind it. */
async function putBehind({ page }: Watched, piece: string): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await page.locator('.cm-search input[name=search]').fill('')
  await page.locator('.cm-search input[name=search]').pressSequentially(piece)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

/** Puts one piece of text into the place of another, everywhere. */
async function replaceAll({ page }: Watched, piece: string, instead: string): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+f')
  await page.locator('.cm-search input[name=search]').fill('')
  await page.locator('.cm-search input[name=search]').pressSequentially(piece)
  await page.locator('.cm-search input[name=replace]').pressSequentially(instead)
  await page.locator('.cm-search button[name=replaceAll]').click()
  await page.keyboard.press('Escape')
}

/** The part that the editor itself is in, which is by far the largest. */
async function isEditorProper(address: string): Promise<boolean> {
  return (await (await fetch(address)).text()).length > 200_000
}

/** Puts a text into the browser as what is not published yet, and counts how often the worker is asked to look at it. */
function countingLooks(text: string): string {
  return `
    localStorage.setItem('norma-rules-draft', ${JSON.stringify(text)})
    const looks = new Set()
    globalThis.seen = { asked: 0, open: 0, most: 0 }
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (message) {
      if ('begin' in message) this.addEventListener('message', ({ data }) => (seen.open -= looks.delete(data.no) ? 1 : 0))
      if (message.ask === 'look') {
        looks.add(message.no)
        seen.asked += 1
        seen.open += 1
        // An answer that sets off the next look may be told to the page before it is told here.
        setTimeout(() => (seen.most = Math.max(seen.most, seen.open)))
      }
      post.call(this, message)
    }`
}

async function openWorkshop(person: string, more: Parameters<typeof stage.signIn>[1] = {}): Promise<Watched> {
  const watched = await stage.signIn(person, more)
  await watched.open('/app/editor')
  await watched.page.locator('#editor-state:is(.good, .warn)').waitFor()
  return watched
}

test('a fault is marked as it is typed, told with what to type, and mended with a click', async () => {
  const watched = await openWorkshop('admin')
  const { page, faults, close } = watched

  await putBehind(watched, 'by: lawyer')
  await page.keyboard.press('Backspace')
  await page.locator('#editor-state.bad').waitFor()
  const told = await page.locator('#editor-faults').innerText()
  await page.keyboard.press('Escape')
  await page.locator('.cm-lintRange-error').first().hover()
  await page.locator('.cm-diagnosticAction', { hasText: 'lawyer' }).click()
  await page.locator('#editor-state:is(.good, .warn)').waitFor()

  expect(told).toContain('There is no role “lawye”. Did you mean “lawyer”?')
  expect(await page.locator('#editor-faults li.fault:not(.warn)').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('names of this company are offered with what people call them, and chosen with the keyboard', async () => {
  const watched = await openWorkshop('admin')
  const { page, faults, close } = watched

  await putBehind(watched, 'by: lawyer')
  for (let letter = 0; letter < 'lawyer'.length; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Space')
  const list = page.locator('.cm-tooltip-autocomplete li')
  await list.first().waitFor()
  const offered = await list.allInnerTexts()
  await page.keyboard.type('acc')
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'accountant' }).waitFor()
  await page.keyboard.press('Enter')
  const drawn = page.locator('.drawn-tasks li', { hasText: 'Draw up the contract' })
  await drawn.filter({ hasText: 'Accountant · within 2 working days of entering the stage' }).waitFor()

  expect(offered.join('\n')).toMatch(/lawyer\s*Lawyer/)
  expect(offered.join('\n')).toMatch(/owner_manager\s*The head of the owner’s department/)
  // A calendar that does not know this year is a warning, and no fault.
  expect(await page.locator('#editor-faults li.fault:not(.warn)').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('a word under the mouse is explained', async () => {
  const watched = await openWorkshop('admin')
  const { page, close } = watched

  await putBehind(watched, 'by: lawyer')
  await page.locator('.cm-activeLine').hover({ position: { x: 130, y: 10 } })

  await page.locator('.explained', { hasText: 'Who is responsible.' }).waitFor()
  expect(await page.locator('.explained').innerText()).toContain('Lawyer')
  await close()
})

test('the direction is drawn as it is typed, and a click on it leads to the line', async () => {
  const watched = await openWorkshop('admin')
  const { page, close } = watched

  await replaceAll(watched, 'name: Presentation', 'name: First meeting')
  await page.locator('.drawn-stage h3', { hasText: 'First meeting' }).waitFor()
  await page.locator('#editor-direction').selectOption('b2c_repeat')
  // It is drawn anew when the worker has answered.
  await expect.poll(() => page.locator('.drawn-stage').count()).toBe(6)
  await page.locator('.drawn-stage h3 button', { hasText: 'Delivery' }).click()

  await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('delivery:')
  await close()
})

test('what is not published yet is kept in the browser, and can be taken back', async () => {
  const watched = await openWorkshop('admin')
  const { page, open, close } = watched

  await replaceAll(watched, 'name: Presentation', 'name: First meeting')
  await page.locator('.drawn-stage h3', { hasText: 'First meeting' }).waitFor()
  await open('/app/editor')
  await page.locator('.drawn-stage h3', { hasText: 'First meeting' }).waitFor()
  await page.locator('#editor-revert').click()
  await page.locator('.drawn-stage h3', { hasText: 'Presentation' }).waitFor()

  expect(await page.locator('#editor-revert').isVisible()).toBe(false)
  await close()
})

test('a renamed stage blocks, the lines to write are written with a click, and then it can be published', async () => {
  const before = (await stage.norma.ports.rules.current()).version
  const watched = await openWorkshop('admin')
  const { page, faults, close } = watched

  await replaceAll(watched, 'individual_offer', 'tailored_offer')
  await page.locator('#editor-plan').click()
  const blocked = page.locator('[data-group=blocked]')
  await blocked.waitFor()
  const said = await blocked.innerText()
  const canPublish = await page.locator('.plan-publish').count()
  await blocked.locator('button.secondary').first().click()
  await page.locator('[data-group=moves]').waitFor()
  await page.locator('.plan-publish input[name=note]').fill('A clearer name')
  await page.locator('.plan-publish button.primary').click()
  await page.locator('.toast', { hasText: `version ${before + 1}` }).waitFor()

  const { version, text, note } = await stage.norma.ports.rules.current()
  expect(said).toContain('individual_offer: tailored_offer')
  expect(canPublish).toBe(0)
  expect({ version, note }).toEqual({ version: before + 1, note: 'A clearer name' })
  expect(text).toContain('individual_offer: tailored_offer')
  expect(await page.locator('.page-head').innerText()).toContain('A clearer name')
  expect(faults).toEqual([])
  await close()
})

test('what would happen at once is counted before it is chosen', async () => {
  const watched = await openWorkshop('admin')
  const { page, close } = watched

  await replaceAll(watched, 'due: 5 working days after draft_contract', 'due: 4 working days after draft_contract')
  await page.locator('#editor-plan').click()
  const choice = page.locator('[data-group=nextEntry] .plan-now input').first()
  await choice.check()
  await page.locator('[data-group=nextEntry] .plan-now input:checked').waitFor()

  expect(await page.locator('[data-group=nextEntry]').innerText()).toContain('draft_contract')
  await close()
})

test('whoever planned on an older version is told who has published what since, and plans again', async () => {
  const watched = await openWorkshop('admin')
  const { page, faults, close } = watched
  await replaceAll(watched, 'name: Feedback and objections', 'name: Objections')
  await page.locator('#editor-plan').click()
  await page.locator('.plan-publish').waitFor()
  const { version, text } = await stage.norma.ports.rules.current()
  const other = {
    text: text.replace('name: Delivery\n', 'name: Handing over\n'),
    note: 'As the clients say',
    expected: version,
  }
  const { status } = await stage.api('admin', 'POST', '/rules', other)

  await page.locator('.plan-publish button.primary').click()
  await page.locator('.plan-problem li').waitFor()
  const told = await page.locator('.plan-problem').innerText()
  await page.locator('.plan-problem button').click()
  await page.locator('.plan-publish').waitFor()

  expect(status).toBe(201)
  expect(told).toContain(`version ${version + 1}`)
  expect(told).toContain('As the clients say')
  expect((await stage.norma.ports.rules.current()).version).toBe(version + 1)
  expect(faults).toEqual([])
  await close()
})

test('a text with faults is not planned: the page says to mend it first', async () => {
  const watched = await openWorkshop('admin')
  const { page, close } = watched

  await replaceAll(watched, 'by: quality', 'by: qualtiy')
  await page.locator('#editor-plan').click()

  await page.locator('.toast.bad', { hasText: 'Mend the faults first' }).waitFor()
  expect(await page.locator('.plan-dialog').count()).toBe(0)
  await close()
})

test('who may not publish can look and try, and is not offered more', async () => {
  const { busy } = await peopleOf(stage)
  const watched = await openWorkshop(busy)
  const { page, faults, close } = watched

  await replaceAll(watched, 'by: quality', 'by: qualtiy')
  await page.locator('#editor-state.bad').waitFor()

  expect(await page.locator('#editor-plan').count()).toBe(0)
  expect(await page.locator('main').innerText()).toContain('Publishing takes the right to do so.')
  expect(faults).toEqual([])
  await close()
})

test('it speaks Russian, is accessible and fits a narrow window, in the dark too', async () => {
  const watched = await openWorkshop('admin', { language: 'ru', theme: 'dark', width: 420, height: 800 })
  const { page, faults, close } = watched
  await replaceAll(watched, 'by: quality', 'by: qualtiy')
  await page.locator('#editor-state.bad').waitFor()

  expect(await page.locator('#editor-state').innerText()).toMatch(/^1 ошибка(?:, 1 замечание)?$/)
  expect(await page.locator('#editor-faults').innerText()).toContain('Нет роли «qualtiy».')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(faults).toEqual([])
  await close()
})

test('the rules can be read and typed into before the editor has come, which then takes over where somebody is', async () => {
  const { page, faults, open, close } = await stage.signIn('admin')
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/app/assets/part-*', async (route) => {
    if (await isEditorProper(route.request().url())) await held
    await route.continue()
  })
  await open('/app/editor')
  const source = page.locator('#editor-source')
  const before = await source.inputValue()
  const at = before.indexOf('name: Presentation') + 'name: Presentation'.length
  await source.focus()
  await page.evaluate(`document.getElementById('editor-source').setSelectionRange(${at}, ${at})`)
  await page.keyboard.type(' of ')
  await page.locator('#editor-plain').evaluate((box) => box.scrollTo(0, 21 * 40))
  const top = await page.locator('#editor-plain').evaluate((box) => Math.round(box.scrollTop))
  const numbers = (await page.locator('#editor-lines').innerText()).split('\n').length
  release()
  await page.locator('.cm-content').waitFor()
  const isStill = await page.evaluate(`document.activeElement.classList.contains('cm-content')`)
  const scrolled = await page.locator('.cm-scroller').evaluate((box) => box.scrollTop)
  await page.keyboard.type('wares')
  await page.locator('.drawn-stage h3', { hasText: 'Presentation of wares' }).waitFor()

  expect(numbers).toBe(before.split('\n').length)
  expect(top).toBeGreaterThan(0)
  expect(isStill).toBe(true)
  expect(scrolled).toBeGreaterThan(0)
  expect(await page.locator('#editor-source').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('the dialog of the plan is loaded when it is asked for', async () => {
  const watched = await openWorkshop('admin')
  const { page, close } = watched
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))

  await page.locator('#editor-plan').click()
  await page.locator('.plan-dialog').waitFor()

  expect(loaded.filter((path) => path.startsWith('/app/assets/part-'))).not.toEqual([])
  await close()
})

test.runIf(isWhole())(
  'typing in rules ten times the size waits for no check: one look at a time, each beside the page',
  async () => {
    const { page, faults, open, close } = await stage.signIn('admin')
    await page.addInitScript({ content: countingLooks(manifold(readFileSync('pipelines.yaml', 'utf8'), 10)) })
    await open('/app/editor')
    await page.locator('#editor-state.badge').waitFor({ timeout: 20_000 })
    await page.locator('.cm-content').click()
    await page.evaluate('seen.asked = 0')
    await page.keyboard.press('Control+Home')
    const said = '# What we agreed on in the spring for everybody'.split(' ')
    for (const word of said) {
      const { asked } = await page.evaluate<{ asked: number }>('({ ...seen })')
      await page.keyboard.type(`${word} `)
      await expect.poll(() => page.evaluate(`seen.asked > ${asked} && seen.open === 0`), { timeout: 20_000 }).toBe(true)
    }
    const seen = await page.evaluate<Record<string, number>>('seen')

    expect(seen['most']).toBe(1)
    // Every look is asked of the worker, one after each pause at least.
    expect(seen['asked']).toBeGreaterThanOrEqual(said.length)
    expect(faults).toEqual([])
    await close()
  },
)
