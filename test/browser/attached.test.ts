import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage, type Looking, type Watched } from './support'

const stage = useStage()
let people: DemoPeople
let deal: string

beforeAll(async () => {
  people = await peopleOf(stage)
  const { body } = await stage.api(people.busy, 'POST', '/deals', {
    title: 'With comments',
    pipeline: 'b2b_new',
    owner: people.busy,
  })
  deal = (body as { id: string }).id
})

const shots = process.env['NORMA_SHOTS']
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgYPiPB41KD2VpAIGDYJ5hGIEaAAAAAElFTkSuQmCC',
  'base64',
)

async function onDeal(who: string, more: Looking = {}): Promise<Watched> {
  const watched = await stage.signIn(who, more)
  await watched.open(`/app/deals/${deal}`)
  return watched
}

describe('comments of a deal', () => {
  test('are written by keys alone: a name is chosen from a list, and whoever it is is told', async () => {
    const { page, faults, close } = await onDeal(people.busy)
    const name = (await stage.norma.ports.people.load()).employees[people.head]?.name ?? ''

    await page.locator('.next-task, .deal-head').first().waitFor()
    await page.keyboard.press('c')
    await page.keyboard.type(`@${name.slice(0, 4)}`)
    await page.getByRole('option', { name }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('they ask for an instalment plan')
    await page.keyboard.press('Control+Enter')
    await page.locator('.said li', { hasText: 'instalment plan' }).waitFor()

    expect(await page.locator('.said mark').innerText()).toBe(`@${name}`)
    expect(await page.locator('#say-text').inputValue()).toBe('')
    const head = await stage.signIn(people.head)
    await expect
      .poll(
        async () => {
          await head.open('/app/inbox')
          return head.page.locator('.notices').innerText()
        },
        { timeout: 15_000 },
      )
      .toContain('You are mentioned in a comment: With comments')
    expect([...faults, ...head.faults]).toEqual([])
    await head.close()
    await close()
  })

  test('are pinned, changed and deleted after a question', async () => {
    await stage.api(people.busy, 'POST', `/deals/${deal}/comments`, { text: 'A first thought' })
    const { page, faults, close } = await onDeal(people.busy)
    const thought = page.locator('.said > li', { hasText: 'thought' })

    await thought.getByRole('button', { name: 'Pin' }).click()
    await page.locator('.said > li.pinned', { hasText: 'thought' }).waitFor()
    await thought.locator('summary').click()
    await thought.locator('textarea').fill('A second thought')
    await thought.getByRole('button', { name: 'Save' }).click()
    await page.locator('.said > li', { hasText: 'A second thought' }).waitFor()
    await thought.getByRole('button', { name: 'Delete' }).click()
    await page.locator('dialog').getByRole('button', { name: 'Cancel' }).click()
    expect(await thought.count()).toBe(1)
    await thought.getByRole('button', { name: 'Delete' }).click()
    await page.locator('dialog').getByRole('button', { name: 'Delete' }).click()
    await thought.waitFor({ state: 'detached' })

    expect(faults).toEqual([])
    await close()
  })
})

describe('files of a deal', () => {
  test('are chosen, shown where they are pictures, downloaded under their names, and deleted', async () => {
    const { page, faults, close } = await onDeal(people.busy, { language: 'ru' })

    await page
      .locator('[data-files]')
      .first()
      .setInputFiles([
        { name: 'Фото зала.png', mimeType: 'image/png', buffer: png },
        { name: 'Смета «А».txt', mimeType: 'text/plain', buffer: Buffer.from('Смета') },
      ])
    await page.locator('.file-list li', { hasText: 'Смета' }).waitFor()
    await expect.poll(() => page.evaluate(`document.querySelector('.file-list img')?.naturalWidth`)).toBe(10)
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Смета «А».txt' }).click()
    expect((await saved).suggestedFilename()).toBe('Смета «А».txt')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Удалить Смета' }).click()
    await page.locator('dialog').getByRole('button', { name: 'Удалить' }).click()
    await page.locator('.file-list li', { hasText: 'Смета' }).waitFor({ state: 'detached' })

    expect(faults).toEqual([])
    await close()
  })

  test('are chosen in a field of the deal that leads to one, which then opens it', async () => {
    const { page, faults, close } = await onDeal(people.busy)

    await page
      .locator('#files input[data-files]')
      .first()
      .setInputFiles({
        name: 'offer.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7 an offer'),
      })
    const field = page.locator('form:has([name="fields.offer_file"])')
    const chosen = field.locator('option', { hasText: 'offer.pdf' }).first()
    await chosen.waitFor({ state: 'attached' })
    const address = (await chosen.getAttribute('value')) ?? ''
    await field.locator('select').selectOption(address)
    const way = field.locator('a')
    await way.waitFor()

    expect(address).toContain(`/app/deals/${deal}/files/`)
    expect(await way.getAttribute('href')).toBe(address)
    expect(faults).toEqual([])
    await close()
  })

  test('are dropped on the page, and a picture is pasted', async () => {
    const { page, faults, close } = await onDeal(people.busy)
    const hand = (kind: 'drop' | 'paste', name: string): Promise<unknown> =>
      page.evaluate(`{
        const data = new DataTransfer()
        const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (letter) => letter.codePointAt(0))
        data.items.add(new File([bytes], '${name}', { type: 'image/png' }))
        const more = { bubbles: true, cancelable: true }
        document.body.dispatchEvent(
          '${kind}' === 'drop'
            ? new DragEvent('drop', { ...more, dataTransfer: data })
            : new ClipboardEvent('paste', { ...more, clipboardData: data }),
        )
      }`)

    await hand('drop', 'dropped.png')
    await page.locator('.file-list li', { hasText: 'dropped.png' }).waitFor()
    await hand('paste', 'image.png')
    await page.locator('.file-list li', { hasText: 'Picture 20' }).waitFor()

    expect(faults).toEqual([])
    await close()
  })

  test('what is too large is said before anything is sent', async () => {
    const { page, close } = await onDeal(people.busy)
    // 20 MB would take a browser that is led by a test a minute.
    await page.evaluate(`document.querySelector('[data-file-words]').dataset.most = '10'`)

    await page
      .locator('[data-files]')
      .first()
      .setInputFiles([{ name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(11) }])
    await page.locator('#toasts', { hasText: '“film.mov” is larger than 20 MB' }).waitFor()
    await close()
  })
})

test('a deal is renamed, says its number, and asks for what comes next', async () => {
  const { page, faults, close } = await onDeal(people.busy)

  expect(await page.locator('.deal-head').innerText()).toContain(deal.slice(-6))
  await page.locator('.deal-head summary').click()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.locator('dialog.piece input[name=title]').fill('With other comments')
  await page.locator('dialog.piece').getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('heading', { level: 1, name: 'With other comments' }).waitFor()
  for (let round = 0; round < 4; round += 1) {
    const { items } = (await stage.api(people.busy, 'GET', `/deals/${deal}/tasks`)).body as {
      items: { id: string; status: string }[]
    }
    for (const { id, status } of items)
      if (status === 'open') await stage.api(people.busy, 'POST', `/tasks/${id}/completion`, {})
    await stage.norma.runtime.idle()
  }
  await page.locator('.next-task').waitFor()
  await page.locator('.next-task button').click()
  await page.locator('dialog.piece input[name=do]').waitFor()
  await expectAccessible(page)

  expect(faults).toEqual([])
  await close()
})

test.each([
  [1440, 'en', 'light'],
  [1440, 'ru', 'dark'],
  [390, 'en', 'dark'],
  [390, 'ru', 'light'],
] as const)('the page holds at %i in %s, %s', async (width, language, theme) => {
  const { page, faults, close } = await onDeal(people.busy, { width, language, theme })

  await expectNoSidewaysScroll(page)
  if (shots !== undefined) await page.screenshot({ path: `${shots}/deal-${width}-${language}.png`, fullPage: true })
  expect(faults).toEqual([])
  await close()
})
