import { expect, test } from 'vitest'

import { expectAccessible, expectNoSidewaysScroll, useStage, type Looking } from './support'

const stage = useStage()

const said = {
  en: { move: 'Move on', missing: 'the deal waits for others', writtenBy: 'written by: Accountant', paid: 'Paid' },
  ru: {
    move: 'Дальше',
    missing: 'остального сделка ждёт от других',
    writtenBy: 'заполняет: Accountant',
    paid: 'Оплачено',
  },
} as const

test.each([
  ['en', 1440],
  ['ru', 390],
] as const)('what the accountant answers for waits for the accountant: %s, %i', async (language, width) => {
  const looking: Looking = { language, width }
  const t = said[language]
  const { deal, amount, seller, accountant, name } = await aDealToBePaid()

  const selling = await stage.signIn(seller, looking)
  await selling.open(`/app/deals/${deal}`)
  const gate = await selling.page.locator('.gate').innerText()
  const theirs = selling.page.locator('.task', { hasText: 'Make sure the payment' })
  expect(await theirs.locator('button.tick').count()).toBe(0)
  expect(await selling.page.locator('#field-paid').count()).toBe(0)
  await selling.page.locator('[data-move]').click()
  const dialog = selling.page.locator('dialog.piece')
  const asked = await dialog.innerText()
  await expectAccessible(selling.page)
  await expectNoSidewaysScroll(selling.page)

  expect(gate).toContain(`Make sure the payment is on the account — ${name}, Accountant`)
  expect(asked).toContain(`Make sure the payment is on the account — ${name}, Accountant`)
  expect(asked).toContain(t.missing)
  expect(asked).toContain(`${t.paid}\n— ${t.writtenBy}`)
  expect(await dialog.locator('input[type=checkbox], [name="fields.paid"]').count()).toBe(0)
  await selling.page.keyboard.press('Escape')

  const counting = await stage.signIn(accountant, looking)
  await counting.open(`/app/deals/${deal}`)
  expect(await counting.page.locator('form[id^=field-]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'field-paid',
    'field-invoice_number',
  ])
  await counting.page.locator('.task button.tick').click()
  const doing = counting.page.locator('dialog.piece')
  await doing.getByLabel(t.paid).fill('1')
  await doing.locator('button.primary').click()
  await doing.waitFor({ state: 'detached' })
  const paid = counting.page.locator('#field-paid input')
  await paid.fill(String(amount / 100))
  await paid.press('Tab')
  await expect.poll(async () => (await stage.norma.ports.deals.find(deal))?.fields['paid']).toBe(amount)

  await selling.open(`/app/deals/${deal}`)
  await selling.page.locator('[data-move]').click()
  await dialog.locator('button.primary').click()
  await dialog.waitFor({ state: 'detached' })
  await stage.norma.runtime.idle()

  expect(await stage.norma.ports.deals.find(deal)).toMatchObject({ stage: 'delivery', fields: { paid: amount } })
  expect([...selling.faults, ...counting.faults]).toEqual([])
  await selling.close()
  await counting.close()
})

/** A deal of a salesperson that waits for the accountant to see its payment. */
async function aDealToBePaid() {
  const { people, deals } = stage.norma.ports
  const { employees } = await people.load()
  const counting = Object.values(employees).filter(({ roles }) => roles.includes('accountant'))
  const pages = await Promise.all(counting.map(({ id }) => deals.openTasks({ responsible: id, limit: 100 })))
  const task = pages.flatMap(({ items }) => items).find(({ template }) => template === 'check_payment')
  const deal = task === undefined ? undefined : await deals.find(task.dealId)
  if (task === undefined || deal === undefined) throw new Error('The demo has no deal to be paid.')
  const { responsible } = task
  const amount = Number(deal.fields['amount'])
  return {
    deal: deal.id,
    amount,
    seller: deal.owner,
    accountant: responsible,
    name: employees[responsible]?.name ?? '',
  }
}
