import fc from 'fast-check'
import { parse, type HTMLElement } from 'node-html-parser'
import { describe, expect, test } from 'vitest'

import { BarList } from '#reports/pages/charts/bar-list.tsx'
import { BurnUp, type BurnUpChart } from '#pages/plan/charts/burn-up.tsx'
import { HeatMap } from '#reports/pages/charts/heat-map.tsx'
import { RangeBars } from '#reports/pages/charts/range-bars.tsx'
import { StackedBars } from '#reports/pages/charts/stacked-bars.tsx'
import { ReportChart } from '#reports/pages/report-chart.tsx'
import { pageFormat } from '#pages/page-format.tsx'
import type { PageAsk } from '#pages/page.tsx'
import type { Report } from '#schemas/report'
import { runs } from '#test/support/runs'

const told = { id: 'a', title: 'Plan of November', summary: '40 of 100, behind the pace' }
const htmlOf = (drawn: { toString: () => string }): string => drawn.toString()
const wide = (drawn: { toString: () => string }): HTMLElement => {
  const picture = parse(htmlOf(drawn)).querySelector('svg.chart-wide')
  if (picture === null) throw new Error('There is no drawing for a wide screen.')
  return picture
}
const numbers = (element: HTMLElement | null, name: string): number => Number(element?.getAttribute(name))
const pointsOf = (path: HTMLElement | null): readonly (readonly [number, number])[] =>
  [...(path?.getAttribute('d') ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

const burnUp = (more: Partial<BurnUpChart> = {}): BurnUpChart => ({
  told,
  all: 20,
  evenings: [
    { gone: 0, fact: 0, label: '31 Oct' },
    { gone: 5, fact: 10, label: '7 Nov' },
    { gone: 10, fact: 40, label: '14 Nov' },
  ],
  plan: 100,
  forecast: 80,
  ticks: [{ gone: 0, label: '1 Nov' }],
  names: { fact: 'Fact', pace: 'Pace', forecast: 'Forecast', plan: 'Plan' },
  format: String,
  formatShort: String,
  ...more,
})

describe('every chart', () => {
  const charts = {
    'burn-up': BurnUp(burnUp()),
    bars: BarList({ told, bars: [{ name: 'Contract', value: 3, text: '3' }] }),
    columns: StackedBars({
      told,
      series: [{ name: 'Done', tone: 'good' }],
      columns: [{ label: '1 Nov', values: [2] }],
      format: String,
    }),
    heat: HeatMap({ told, rows: ['Mon'], columns: ['9'], values: [[3]], format: String }),
    ranges: RangeBars({
      told,
      ranges: [{ name: 'Contract', median: 2, p90: 5, soFar: null, text: '2 days' }],
      names: { median: 'Half', p90: 'Nine tenths', soFar: 'Open' },
      format: String,
    }),
  }

  test.for(Object.entries(charts))(
    '%s: is named and told in words, once for a desk and once for a phone',
    ([, drawn]) => {
      const pictures = parse(htmlOf(drawn)).querySelectorAll('svg')

      expect(pictures.map((picture) => picture.getAttribute('role'))).toEqual(['img', 'img'])
      for (const picture of pictures) {
        const [title = '', summary = ''] = (picture.getAttribute('aria-labelledby') ?? '').split(' ')
        expect(picture.querySelector(`#${title}`)?.text).toBe(told.title)
        expect(picture.querySelector(`#${summary}`)?.text).toBe(told.summary)
      }
    },
  )

  test.for(Object.entries(charts))(
    '%s: has nothing in it that a strict policy for styles and scripts forbids',
    ([, drawn]) => {
      expect(htmlOf(drawn)).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=|NaN|Infinity/)
    },
  )

  test('writes what it is told, not what a name would make of the page', () => {
    const drawn = htmlOf(BarList({ told, bars: [{ name: '<script>alert(1)</script>', value: 1, text: '"&<' }] }))

    expect(drawn).not.toContain('<script')
    expect(parse(drawn).querySelectorAll('script')).toEqual([])
  })
})

describe('a burn-up', () => {
  test('goes to the right by working days and up by what has come', () => {
    const picture = wide(BurnUp(burnUp()))
    const fact = pointsOf(picture.querySelector('.chart-line-fact'))
    const pace = pointsOf(picture.querySelector('.chart-line-pace'))

    const [start, middle, now] = fact
    expect(fact).toHaveLength(3)
    // Half the days are gone: the third point is at half of the pace line, and 40 of 100 up.
    expect(now?.[0]).toBeCloseTo(((pace[0]?.[0] ?? 0) + (pace[1]?.[0] ?? 0)) / 2, 0)
    expect(((start?.[1] ?? 0) - (now?.[1] ?? 0)) / ((pace[0]?.[1] ?? 0) - (pace[1]?.[1] ?? 0))).toBeCloseTo(0.4, 2)
    expect(middle?.[0]).toBeLessThan(now?.[0] ?? 0)
  })

  test('goes on from today to the forecast at the last day', () => {
    const picture = wide(BurnUp(burnUp()))
    const forecast = pointsOf(picture.querySelector('.chart-line-forecast'))
    const plan = pointsOf(picture.querySelector('.chart-line-plan'))

    expect(forecast[0]).toEqual(pointsOf(picture.querySelector('.chart-line-fact')).at(-1))
    expect(forecast[1]?.[0]).toBe(plan[1]?.[0])
    expect(forecast[1]?.[1]).toBeGreaterThan(plan[1]?.[1] ?? 0)
  })

  test('without a plan has no pace and no line to reach', () => {
    const picture = wide(BurnUp(burnUp({ plan: null, forecast: null })))

    expect(picture.querySelectorAll('.chart-line-pace, .chart-line-plan, .chart-line-forecast')).toEqual([])
    expect(picture.querySelectorAll('.chart-line-fact')).toHaveLength(1)
  })

  test('of an ended period has no forecast line', () => {
    expect(wide(BurnUp(burnUp({ all: 10 }))).querySelector('.chart-line-forecast')).toBeNull()
  })
})

test('the parts of a column are as high as what they stand for, one upon the other', () => {
  const column = fc.array(fc.nat(50), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (values) => {
      const columns = values.map((one, index) => ({ label: String(index), values: one }))
      const series = ['good', 'behind', 'faint'].map((tone) => ({ name: tone, tone: tone as 'good' }))
      const picture = wide(StackedBars({ told, series, columns, format: String }))
      const shown = picture.querySelectorAll('rect title').map((title) => ({
        height: numbers(title.parentNode, 'height'),
        amount: Number(title.text.split(' ').at(-1)),
      }))
      const unit =
        shown.reduce((sum, { height }) => sum + height, 0) / shown.reduce((sum, { amount }) => sum + amount, 0)

      expect(shown.map(({ amount }) => amount).toSorted()).toEqual(
        values
          .flat()
          .filter((one) => one > 0)
          .toSorted(),
      )
      // To a tenth, which rounding takes.
      for (const { height, amount } of shown)
        expect(Math.abs(height - amount * unit)).toBeLessThan(0.15 + amount * 0.02)
    }),
    { numRuns: runs(60) },
  )
})

test('a bar is as long as its value beside the longest one, and its goal is marked', () => {
  const picture = wide(
    BarList({
      told,
      bars: [
        { name: 'Anna', value: 50, text: '50 %', mark: { value: 100, text: 'plan' } },
        { name: 'Boris', value: 25, text: '25 %', tone: 'behind' },
      ],
    }),
  )
  const [anna, boris] = picture.querySelectorAll('.chart-bar')

  expect(numbers(boris ?? null, 'width') / numbers(anna ?? null, 'width')).toBeCloseTo(0.5, 2)
  expect(boris?.classList.contains('chart-bar-behind')).toBe(true)
  expect(numbers(picture.querySelector('.chart-mark'), 'x')).toBeGreaterThan(
    numbers(anna ?? null, 'x') + numbers(anna ?? null, 'width'),
  )
})

test.each(['Новые частные клиенты · Индивидуальное предложение', 'Regular private clients · Individual offer'])(
  'on a desk a stage is told whole beside its bar: %s',
  (name) => {
    const bars = wide(BarList({ told, bars: [{ name, value: 3, text: '3' }] }))
    const half = { name, median: 2, p90: 5, soFar: null, text: '2 days' }
    const ranges = wide(
      RangeBars({ told, ranges: [half], names: { median: 'a', p90: 'b', soFar: 'So far' }, format: String }),
    )

    expect([bars, ranges].map((one) => one.querySelector('.chart-name')?.text)).toEqual([name, name])
    expect(ranges.text).not.toContain('So far')
    expect(numbers(bars.querySelector('.chart-track'), 'width')).toBeGreaterThan(300)
  },
)

const longNames = [
  'Индивидуальное предложение · Постоянные частные клиенты',
  'Сергей Константинопольский-Заволжский (сменил Ирину)',
]
test.each(longNames)('on a phone a row is told whole above its bar, in as many lines as it takes: %s', (name) => {
  const half = { name, median: 2, p90: 5, soFar: null, text: '12 345 678 901 ₽' }
  const columns = Array.from({ length: 30 }, () => ({ label: name, values: [2] }))
  const pictures = [
    BarList({ told, bars: Array.from({ length: 2 }, () => ({ name, value: 3, text: half.text, note: '100,5 %' })) }),
    RangeBars({ told, ranges: [half, half], names: { median: 'a', p90: 'b', soFar: 'c' }, format: String }),
    StackedBars({ told, series: [{ name: 'Done', tone: 'good' }], columns, format: () => half.text }),
  ].map((drawn) => parse(htmlOf(drawn)).querySelector('svg.chart-narrow'))

  for (const picture of pictures) {
    const rows = picture?.querySelectorAll('g').filter((one) => one.querySelector('.chart-value') !== null) ?? []
    const lines = rows.map((row) => row.querySelectorAll('.chart-name'))
    const tops = lines.flatMap((all) => all.map((line) => numbers(line, 'y')))
    expect(rows.length).toBeGreaterThan(1)
    expect(lines.map((all) => all.map((line) => line.text).join(' '))).toEqual(rows.map(() => name))
    expect(tops).toEqual([...new Set(tops)].toSorted((a, b) => a - b))
  }
})

test('a heat map is darkest where most came and empty where nothing did', () => {
  const picture = wide(
    HeatMap({
      told,
      rows: ['Mon', 'Tue'],
      columns: ['9', '10'],
      values: [
        [0, 1],
        [null, 10],
      ],
      format: String,
    }),
  )
  const tones = picture.querySelectorAll('rect').map((rect) => rect.getAttribute('class'))

  expect(tones).toEqual(['chart-heat-0', 'chart-heat-1', 'chart-heat-0', 'chart-heat-5'])
})

test('a range reaches from half to nine tenths, and open visits are marked apart', () => {
  const picture = wide(
    RangeBars({
      told,
      ranges: [{ name: 'Contract', median: 2, p90: 8, soFar: 4, text: '2 days' }],
      names: { median: 'Half', p90: 'Nine tenths', soFar: 'Open so far' },
      format: (days) => `${days} d`,
    }),
  )
  const [, half] = picture.querySelectorAll('.chart-bar-plain')
  const [, long] = picture.querySelectorAll('.chart-range')

  expect(numbers(half ?? null, 'width') / numbers(long ?? null, 'width')).toBeCloseTo(0.25, 2)
  expect(picture.querySelectorAll('title').at(1)?.text).toBe('Contract: Half 2 d, Nine tenths 8 d, Open so far 4 d')
})

describe('rows of a report that are called the same', () => {
  const columns = {
    plan_fact: [
      ['fact', 'count'],
      ['percent', 'percent'],
    ],
    velocity: [['velocity', 'percent']],
    lost_reasons: [
      ['count', 'count'],
      ['share', 'percent'],
    ],
  } as const
  const drawn = (name: keyof typeof columns, by: Report['by']): readonly string[] => {
    const rows = [
      ['Anna Orlova', 2, 50],
      ['Anna Orlova', 3, 40],
      ['Boris', 1, 10],
    ].map(([label, ...values], no) => ({
      id: `row_${no}`,
      label: String(label),
      cells: Object.fromEntries(columns[name].map(([id], at) => [id, { value: Number(values[at]) }])),
    }))
    const table = { id: name, title: name, rowTitle: '', more: 0, totals: null, rows }
    const chart = ReportChart({
      ask: { language: 'en', format: pageFormat('en', 'UTC', '2026-12-01T07:00:00.000Z') } as PageAsk,
      report: { name, by, currency: 'RUB' } as Report,
      table: { ...table, columns: columns[name].map(([id, kind]) => ({ id, kind, title: id })) },
    })
    return wide(chart ?? '')
      .querySelectorAll('.chart-value')
      .map(({ text }) => text)
  }

  test('are two people, each with a bar of their own: an average is not added to another', () => {
    expect(drawn('plan_fact', 'person')).toEqual(['2 · 50%', '3 · 40%', '1 · 10%'])
    expect(drawn('velocity', 'person')).toEqual(['2%', '3%', '1%'])
  })

  test('are one reason, whatever direction it was given in, but two values of a field', () => {
    // Of six, not the sum of shares as they stand in the rows.
    expect(drawn('lost_reasons', 'reason')).toEqual(['5 · 83.3%', '1 · 16.7%'])
    expect(drawn('lost_reasons', 'field')).toEqual(['2 · 50%', '3 · 40%', '1 · 10%'])
  })
})
