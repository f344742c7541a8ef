import type { History } from '#channels/domain/history'
import { mangoHistory } from './histories/mango'
import { uisHistory } from './histories/uis'
import { vatsHistory } from './histories/vats'
import { zadarmaHistory } from './histories/zadarma'

const histories: Readonly<Record<string, History>> = {
  mango: mangoHistory,
  vats: vatsHistory,
  uis: uisHistory,
  zadarma: zadarmaHistory,
}

/** How a provider is asked for calls that it may not have told of; undefined where it has no such report. */
export function historyOf(adapter: string): History | undefined {
  return Object.hasOwn(histories, adapter) ? histories[adapter] : undefined
}
