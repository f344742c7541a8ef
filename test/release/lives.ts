import fc from 'fast-check'

/** What the rules of the small company may say in these lives. Everything else is always the same. */
export type RulesState = {
  readonly offer: 'offer' | 'proposal' | 'bid'
  readonly role: 'lawyer' | 'counsel'
  readonly field: 'need' | 'wish'
  readonly due: '2 working days' | '4 working days' | '6 working hours'
  readonly by: 'role' | 'accountant'
  readonly hasExtra: boolean
  readonly asksMood: boolean
  /** Whether the offer is left only with the deal it belongs to named. */
  readonly asksFrame: boolean
  /** Who else may check the terms, and who alone writes the mood. */
  readonly also: 'nobody' | 'accountant'
  readonly writer: 'anybody' | 'accountant'
  readonly maxAge: '5 working days' | '3 working days'
  readonly holiday: boolean
  /** Where the deals of the shop are won. */
  readonly wonAfter: 'pay' | 'the offer' | 'talk'
}

/** The rules every life begins with. */
export const firstState: RulesState = {
  offer: 'offer',
  role: 'lawyer',
  field: 'need',
  due: '2 working days',
  by: 'role',
  hasExtra: false,
  asksMood: false,
  asksFrame: false,
  also: 'nobody',
  writer: 'anybody',
  maxAge: '5 working days',
  holiday: false,
  wonAfter: 'pay',
}

/** The rules in words; `before` are those in force, whose other names lead to the new ones. */
export function textOf(state: RulesState, before: RulesState = state): string {
  const { offer, role, field, due, by, hasExtra, asksMood, asksFrame, also, writer, maxAge, holiday, wonAfter } = state
  const filled = [field, ...(asksMood ? ['mood'] : []), ...(asksFrame ? ['frame'] : [])].join(', ')
  const moved = [
    ...(before.offer === offer ? [] : [`${before.offer}: ${offer}`]),
    ...(before.role === role ? [] : [`roles.${before.role}: ${role}`]),
    ...(before.field === field ? [] : [`fields.${before.field}: ${field}`]),
  ]
  return `version: 1
calendar: { timezone: UTC, work_week: mon-fri, hours: 09:00-18:00, holidays: ${holiday ? '[2026-12-03]' : '[]'} }
roles: { ${role}: Law, accountant: Accountant, head: Head of sales }
fields:
  ${field}: { type: text }
  mood: { type: text${writer === 'anybody' ? '' : `, written_by: ${writer}`} }
  frame: { type: link, to: works }
stages:
  talk:
    name: Talk
    tasks:
      call: { do: Call, by: owner, due: 1 working day }
  ${offer}:
    name: Offer
    max_age: ${maxAge}
    tasks:
      write_offer: { do: Write the offer, by: owner, due: ${due} }
      check_terms: { do: Check the terms, by: ${by === 'role' ? role : by}, due: ${due}${also === 'nobody' ? '' : `, may_also: [${also}]`} }
${hasExtra ? '      extra: { do: One thing more, by: owner, due: 1 working day }\n' : ''}    gate: { filled: [${filled}] }
  pay:
    name: Payment
    tasks:
      check_money: { do: Check the money, by: accountant, due: 3 working days }
  after:
    name: Afterwards
    tasks:
      ask: { do: Ask how it was, by: owner, due: 3 working days }
pipelines:
  shop: { name: Shop, stages: [talk, ${offer}, pay, after], won_after: ${wonAfter === 'the offer' ? offer : wonAfter} }
  works: { name: Works, stages: [${offer}, pay, after], won_after: pay }
outcomes:
  lost: { reasons: { price: Too expensive } }
  cancelled: { reasons: { refund: Money returned } }
new_deals:
  - { pipeline: shop, give_to: head }
${moved.length === 0 ? '' : `moved:\n  ${moved.join('\n  ')}\n`}`
}

/** One step of a life. Numbers choose among what there is at the time. */
export type Step =
  | { readonly kind: 'create'; readonly pipeline: 'shop' | 'works'; readonly stage: number }
  | { readonly kind: 'fill'; readonly deal: number; readonly what: 'field' | 'mood' | 'frame' }
  | { readonly kind: 'finish'; readonly deal: number; readonly task: number }
  | { readonly kind: 'forward' | 'back'; readonly deal: number }
  | { readonly kind: 'lose'; readonly deal: number }
  | { readonly kind: 'byHand'; readonly deal: number; readonly task: number; readonly isDate: boolean }
  | { readonly kind: 'publish'; readonly change: Partial<RulesState>; readonly now: readonly number[] }
  | { readonly kind: 'rollback'; readonly to: number }
  | { readonly kind: 'thereAndBack'; readonly change: Partial<RulesState>; readonly now: readonly number[] }
  | { readonly kind: 'follow'; readonly crash: number; readonly isAfter: boolean }
  | { readonly kind: 'wait'; readonly hours: number }

const index = fc.nat({ max: 20 })
const change: fc.Arbitrary<Partial<RulesState>> = fc.record(
  {
    offer: fc.constantFrom('offer', 'proposal', 'bid'),
    role: fc.constantFrom('lawyer', 'counsel'),
    field: fc.constantFrom('need', 'wish'),
    due: fc.constantFrom('2 working days', '4 working days', '6 working hours'),
    by: fc.constantFrom('role', 'accountant'),
    hasExtra: fc.boolean(),
    asksMood: fc.boolean(),
    asksFrame: fc.boolean(),
    also: fc.constantFrom('nobody', 'accountant'),
    writer: fc.constantFrom('anybody', 'accountant'),
    maxAge: fc.constantFrom('5 working days', '3 working days'),
    holiday: fc.boolean(),
    wonAfter: fc.constantFrom('pay', 'the offer', 'talk'),
  } as const,
  { requiredKeys: [] },
)
const keys = fc.array(index, { maxLength: 3 })

const create = fc.record({
  kind: fc.constant('create'),
  pipeline: fc.constantFrom('shop', 'works'),
  stage: fc.nat({ max: 2 }),
} as const)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: create },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fill'),
      deal: index,
      what: fc.constantFrom('field', 'mood', 'frame'),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('finish'), deal: index, task: index } as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('forward', 'forward', 'back'), deal: index } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), deal: index } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('byHand'), deal: index, task: index, isDate: fc.boolean() } as const),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('publish'), change, now: keys } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rollback'), to: index } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('thereAndBack'), change, now: keys } as const) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('follow'), crash: fc.nat({ max: 6 }), isAfter: fc.boolean() } as const),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: 1, max: 30 }) } as const) },
)

/** A life: two deals, and what happens to them and to the rules. */
export const aLife: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.array(create, { minLength: 2, maxLength: 3 }), fc.array(step, { minLength: 3, maxLength: 10 }))
  .map(([deals, steps]) => [...deals, ...steps])
