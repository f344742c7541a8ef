import type { History } from './domain/history'
import { mangoHistory } from './adapters/histories/mango'
import { uisHistory } from './adapters/histories/uis'
import { vatsHistory } from './adapters/histories/vats'
import { zadarmaHistory } from './adapters/histories/zadarma'

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
