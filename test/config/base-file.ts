/** A small file without faults that has every section. Tests plant one fault in it at a time. */
export const baseFile = `version: 1
calendar:
  timezone: Europe/Moscow
  work_week: mon-fri
  hours: 09:00-18:00
  holidays: [2027-01-01]
  extra_working_days: [2027-02-20]
  short_days: { 2026-12-31: 09:00-15:00 }
calendars:
  kazan:
    hours: 08:00-17:00
roles:
  lawyer: Lawyer
  hunters: Hunters
axes:
  segment: [b2b, b2c]
fields:
  need: { type: text }
  objection: { type: choice, options: [none, price, timing] }
  discount: { type: percent, name: Discount }
  paid_percent: { type: percent, formula: paid / amount * 100 }
  delivery_date: { type: date }
  score: { type: number, min: 0, max: 10 }
events:
  signed: Signed
stages:
  meeting:
    name: Meeting
    chance: 10%
    goal: They listen
    max_age: 5 working days
    tasks:
      call:
        do: Call
        by: owner
        due: 1 working day
      write:
        do: Write
        by: lawyer
        due: 2 working days after call
    gate:
      filled: [need]
  payment:
    name: Payment
    max_age: 9 working days
    when_stuck: money_late
    tasks:
      check_money:
        do: Check
        by: owner
        due: 3 working days
        when: { objection: not none }
      thank:
        do: Thank
        by: owner
        due: 1 working day after signed
        escalate: money_late
    gate:
      filled: [amount]
      must: { paid_percent: at least 100% }
      may_override: lawyer
  delivery:
    name: Delivery
    tasks:
      deliver:
        do: Deliver
        by: owner
        due: on delivery_date
    gate:
      filled: [delivery_date]
pipelines:
  companies:
    name: Companies
    axes: { segment: b2b }
    stages: [meeting, payment, delivery]
    won_after: payment
    may_skip: [meeting]
  people:
    name: People
    axes: { segment: b2c }
    stages: [payment, delivery]
    won_after: payment
    change:
      payment:
        max_age: 6 working days
outcomes:
  lost:
    reasons:
      price: Too expensive
    follow_up:
      do: Call again
      by: owner
      due: 60 calendar days
  cancelled:
    reasons:
      refund: Refund
    who: lawyer
new_deals:
  - when: { client_type: company, repeat_client: no }
    pipeline: companies
    give_to: hunters
    pick: least_busy
    first_reply: 2 working hours
  - when: { client_type: company, repeat_client: yes }
    pipeline: companies
    give_to: previous_owner
    otherwise: hunters
  - when: { client_type: person }
    pipeline: people
    give_to: hunters
  - pipeline: companies
    give_to: lawyer
escalations:
  late_task:
    - after: 4 working hours
      notify: owner
    - after: 1 working day
      give_to: owner_manager
  money_late:
    - after: at once
      notify: [owner, lawyer]
automation:
  paid:
    on: signed
    when: { stage: payment, paid_percent: at least 100%, amount: filled }
    do:
      - complete_task: thank
      - move_to: delivery
  unhappy:
    on: field_changed
    field: score
    when: { score: at most 6 }
    do:
      - set: { objection: price }
      - notify: lawyer
plan:
  year_starts: january
  when_behind:
    - below: 90%
      notify: owner_manager
    - below: 75%
      notify: lawyer
moved:
  talk: meeting
`

/** The base file with holidays of this year and the next, so that its calendar is not behind whenever a test runs. */
export const currentFile = baseFile.replace('holidays: [2027-01-01]', () => {
  const year = new Date().getUTCFullYear()
  const days = [year, year + 1].map((one) => {
    const january = [1, 2, 3].map((day) => new Date(Date.UTC(one, 0, day)))
    return (
      january
        .find((day) => day.getUTCDay() % 6 !== 0)
        ?.toISOString()
        .slice(0, 10) ?? ''
    )
  })
  return `holidays: [${days.join(', ')}]`
})

/** A text with one place marked by « and »: the text without the marks, and where the place is. */
export type Marked = {
  readonly text: string
  readonly place: {
    readonly line: number
    readonly column: number
    readonly endLine: number
    readonly endColumn: number
  }
}

/** The base file with one part written differently; « and » mark where the fault is expected. */
export function planted(from: string, to: string): Marked {
  if (baseFile.split(from).length !== 2) throw new Error(`“${from}” must stand in the base file exactly once`)
  const [before, after] = baseFile.split(from)
  return marked(`${before ?? ''}${to}${after ?? ''}`)
}

/** Takes the marks out of a text and tells where they were. */
export function marked(text: string): Marked {
  const start = text.indexOf('«')
  const end = text.indexOf('»') - 1
  const plain = text.replace(/[«»]/g, '')
  const from = position(plain, start)
  const to = position(plain, end)
  return { text: plain, place: { ...from, endLine: to.line, endColumn: to.column } }
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
