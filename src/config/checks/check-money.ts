import { report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import type { OneCNeed } from '#config/messages/en-money'
import { say } from '#config/messages/say'
import { itemsOf, mapOf, scalarOf } from '#config/yaml/tree'
import type { Phrase } from '#config/messages/say'
import { isAccount, isBik, isInn, isKpp, isOgrn } from '#domain/kernel/requisites'
import type { Seller, Series } from '#schemas/model'
import type { Whole } from './whole'

/** Reports requisites that cannot be right, series that give no number, invoices of nobody, and two writers of `paid`. */
export function checkMoney(context: Context, { root, model, stages }: Whole): void {
  const sellers = Object.values(model.sellers ?? {})
  for (const seller of sellers) checkRequisites(context, seller)
  for (const series of Object.values(model.numbers ?? {})) checkPattern(context, series)
  checkSellers(context, { root, model }, sellers)
  checkPaid(context, { root, model })
  checkGates(context, { model, stages })
  checkOneC(context, { root, model })
}

function checkRequisites(context: Context, seller: Seller): void {
  const site = context.sites.get(seller)
  if (site === undefined) return
  const { bik } = seller
  const tests: readonly (readonly [key: string, is: (text: string) => boolean])[] = [
    ['inn', isInn],
    ['kpp', isKpp],
    ['ogrn', isOgrn],
    ['bik', isBik],
    ['account', (text) => !isBik(bik) || isAccount(text, bik)],
    ['corr_account', (text) => !isBik(bik) || isAccount(text, bik)],
  ]
  for (const [key, is] of tests) {
    const node = scalarOf(site, key)
    if (node === undefined || node.isEmpty || is(node.text)) continue
    const about = { key, text: node.text, bik }
    reportIn(context, node, {
      code: 'requisite-check-digit',
      message: say('bad-requisite', about),
      help: say('compare-requisite', { key }),
    })
  }
}

function checkPattern(context: Context, series: Series): void {
  const site = context.sites.get(series)
  const node = site === undefined ? undefined : scalarOf(site, 'like')
  if (node === undefined || node.isEmpty) return
  const parts = [...series.like.matchAll(/\{([^{}]*)\}?/g)].map(([, part = '']) => part)
  const odd = parts.find((part) => part !== 'year' && !/^n(?::[1-9])?$/.test(part))
  const count = parts.filter((part) => /^n(?::[1-9])?$/.test(part)).length
  const message: Phrase | undefined =
    odd !== undefined
      ? say('pattern-odd', { part: odd })
      : count === 1
        ? undefined
        : say('pattern-without-n', { text: series.like, isTwice: count > 1 })
  if (message === undefined) return
  reportIn(context, node, {
    code: 'number-pattern-without-n',
    message,
    help: say('write', { text: 'like: "С-{year}-{n:3}"' }),
  })
}

/** Invoices need somebody who sells: the only one, or the one a direction names. */
function checkSellers(
  context: Context,
  { root, model }: Pick<Whole, 'root' | 'model'>,
  sellers: readonly Seller[],
): void {
  const section = root.entries.find(({ key }) => key === 'invoices')
  if (section === undefined || Object.keys(model.invoices ?? {}).length === 0) return
  const code = 'seller-missing'
  if (sellers.length === 0 && !root.entries.some(({ key }) => key === 'sellers')) {
    report(context, section.keyAt, { code, message: say('no-seller'), help: say('add-seller') })
    return
  }
  if (sellers.length < 2) return
  for (const pipeline of Object.values(model.pipelines)) {
    const site = context.sites.get(pipeline)
    if (pipeline.seller !== undefined || site === undefined || scalarOf(site, 'seller') !== undefined) continue
    const message = say('which-seller', { pipeline: pipeline.id, sellers: sellers.map(({ id }) => id) })
    const help = say('add', { text: `seller: ${sellers[0]?.id ?? ''}` })
    report(context, { start: site.start, end: site.start + 1 }, { code, message, help })
  }
}

/** Once invoices are made, what is paid follows from them alone. */
function checkPaid(context: Context, { root, model }: Pick<Whole, 'root' | 'model'>): void {
  if (Object.keys(model.invoices ?? {}).length === 0) return
  for (const rule of mapOf(root, 'automation')?.entries ?? []) {
    const actions = rule.value.kind === 'map' ? itemsOf(rule.value, 'do') : []
    for (const action of actions) {
      const paid = action.kind === 'map' ? mapOf(action, 'set')?.entries.find(({ key }) => key === 'paid') : undefined
      if (paid === undefined) continue
      const message = say('paid-twice', { rule: rule.key })
      report(context, paid.keyAt, { code: 'two-writers-of-paid', message, help: say('leave-paid') })
    }
  }
}

/** 1C gets invoices, and where the bank is believed somebody has to load what it says. */
function checkOneC(context: Context, { root, model }: Pick<Whole, 'root' | 'model'>): void {
  const section = root.entries.find(({ key }) => key === 'one_c')
  const { oneC, invoices = {}, bank } = model
  if (section === undefined || oneC === undefined) return
  const isWritten = (key: string): boolean => root.entries.some((entry) => entry.key === key)
  const missing: readonly OneCNeed[] = [
    ...(oneC.sends === 'invoices' && Object.keys(invoices).length === 0 && !isWritten('invoices')
      ? (['invoices'] as const)
      : []),
    ...(oneC.believes === 'bank' && bank === undefined && !isWritten('bank') ? (['bank'] as const) : []),
  ]
  for (const key of missing) {
    const fault = { message: say('one-c-without', { key }), help: say('one-c-add', { key }) }
    report(context, section.keyAt, { code: 'missing-key', ...fault }, 'warning')
  }
}

/** A gate that asks what is paid of nothing would never open. */
function checkGates(context: Context, { model, stages }: Pick<Whole, 'model' | 'stages'>): void {
  if (Object.keys(model.invoices ?? {}).length > 0) return
  for (const { gate } of stages.values()) {
    const site = gate?.paid === undefined ? undefined : context.sites.get(gate)
    const entry = site?.entries.find(({ key }) => key === 'paid')
    if (entry === undefined) continue
    report(context, entry.keyAt, {
      code: 'unknown-invoice',
      message: say('paid-of-nothing'),
      help: say('add-invoices'),
    })
  }
}
