import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { holidaysCommand } from '#cli/calendar/holidays-command'
import { publicHolidays } from '#cli/calendar/public-holidays'
import { say } from '#cli/say'
import { check } from '#config/check'
import { baseFile } from '#test/config/base-file'
import { useFolder } from '#test/support/temporary-folder'
import { toldBy } from '#test/support/told'

const folder = useFolder()

function output(): { readonly text: () => string } {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  return { text: () => write.mock.calls.map(([chunk]) => String(chunk)).join('') }
}

describe('the public holidays of a country', () => {
  test('take in every day of a holiday that lasts several', async () => {
    const { days } = await publicHolidays('RU', 2027)

    const january = days.filter(({ date }) => date < '2027-02').map(({ date }) => date)
    expect(january).toEqual(['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2027-01-${day}`))
  })

  test('move from a weekend to the next working day in Russia, as its Labour Code says', async () => {
    const { days, unsure } = await publicHolidays('RU', 2027)

    const dates = days.map(({ date }) => date)
    expect(dates).toEqual(expect.arrayContaining(['2027-05-01', '2027-05-03', '2027-05-10', '2027-06-14']))
    expect(unsure).toContainEqual(say('unsure_resolution', { year: 2027 }))
  })

  test('move as the government resolved where that is known, working Saturdays included', async () => {
    const { days, worked } = await publicHolidays('RU', 2025)

    const dates = days.map(({ date }) => date)
    expect(dates).toEqual(
      expect.arrayContaining(['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31']),
    )
    expect(dates).not.toContain('2025-02-24')
    expect(worked.map(({ date }) => date)).toEqual(['2025-11-01'])
  })

  test('know regions', async () => {
    const country = await publicHolidays('DE', 2027)
    const bavaria = await publicHolidays('DE', 2027, 'by')

    expect(country.days.map(({ date }) => date)).not.toContain('2027-01-06')
    expect(bavaria.days.map(({ date }) => date)).toContain('2027-01-06')
  })

  test('are found by the name of the country, too', async () => {
    expect((await publicHolidays('kazakhstan', 2027)).country).toBe('Kazakhstan')
  })

  test.each([
    ['Rusia', 2027, undefined, 'There is no country “Rusia”. Did you mean RU (Russia)?'],
    ['UK', 2027, undefined, 'There is no country “UK”. Did you mean GB (United Kingdom)?'],
    ['XX', 2027, undefined, 'There is no country “XX”.'],
    ['RU', 27, undefined, '“27” is not a year from 2000 to 2100.'],
    ['RU', Number.NaN, undefined, 'Write a year such as 2027.'],
    ['DE', 2027, 'Bayer', 'There is no region “Bayer” of DE. Did you mean BY (Bayern)?'],
    ['DE', 2027, 'XX', 'It can be: BB (Brandenburg)'],
  ])('are refused for %s %s %s with what to write', async (country, year, region, says) => {
    expect(await toldBy(() => publicHolidays(country, year, region))).toContain(says)
  })
})

describe('norma holidays --write', () => {
  test('puts the days into the calendar, without those that are not worked anyway', async () => {
    const said = output()
    const file = folder.path('pipelines.yaml')
    writeFileSync(file, baseFile)

    await holidaysCommand('RU', 2027, { file, write: true })

    const { model, diagnostics } = check(readFileSync(file, 'utf8'))
    expect(diagnostics).toEqual([])
    expect(model?.calendar.holidays).toHaveLength(12)
    expect(model?.calendar.holidays).not.toContain('2027-01-02')
    expect(said.text()).toContain('Wrote 11 holidays and 0 extra working days')
    expect(said.text()).toContain('2027-01-02 Sat')
    expect(said.text()).toContain('What this list does not know:')
  })

  test('goes by the week that the company works', async () => {
    output()
    const file = folder.path('pipelines.yaml')
    const week = baseFile
      .replace('work_week: mon-fri', 'work_week: mon-sat')
      .replace('  extra_working_days: [2027-02-20]\n', '')
    writeFileSync(file, week)

    await holidaysCommand('RU', 2025, { file, write: true })

    const { model } = check(readFileSync(file, 'utf8'))
    expect(model?.calendar.holidays).toContain('2025-01-04')
    // Saturdays are worked here anyway, so no Saturday is an extra one.
    expect(model?.calendar.extraWorkingDays).toEqual([])
  })

  test('leaves a day off that the company works for a few hours', async () => {
    output()
    const file = folder.path('pipelines.yaml')
    writeFileSync(file, baseFile.replace('short_days: { 2026-12-31:', 'short_days: { 2027-02-23:'))

    await holidaysCommand('RU', 2027, { file, write: true })

    expect(check(readFileSync(file, 'utf8')).model?.calendar.holidays).not.toContain('2027-02-23')
  })

  test('says when there is nothing to add', async () => {
    const said = output()
    const file = folder.path('pipelines.yaml')
    writeFileSync(file, baseFile)

    await holidaysCommand('RU', 2027, { file, write: true })
    await holidaysCommand('RU', 2027, { file, write: true })

    expect(said.text()).toContain('has all of these days already')
  })

  test('touches no file that has faults', async () => {
    output()
    const file = folder.path('pipelines.yaml')
    const faulty = baseFile.replace('by: lawyer', 'by: layer')
    writeFileSync(file, faulty)

    expect(await toldBy(() => holidaysCommand('RU', 2027, { file, write: true }))).toContain('norma check')
    expect(readFileSync(file, 'utf8')).toBe(faulty)
  })
})

test('without --write the days are shown in a form to paste', async () => {
  const said = output()

  await holidaysCommand('KZ', 2027, { file: folder.path('none.yaml') })

  expect(said.text()).toContain('  holidays: [2027-01-01, 2027-01-04')
})
