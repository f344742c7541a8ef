import { expect, test } from 'vitest'

import { schedules } from '#product/lists/schedules'

test('what is due is looked for every five minutes in AWS, and every minute on one machine', () => {
  const sweep = schedules.find(({ name }) => name === 'sweep-due')

  expect(sweep).toMatchObject({ when: { everyMinutes: 5 }, locally: { everyMinutes: 1 } })
})
