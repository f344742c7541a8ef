import * as exchange from './exchange'

/** Every shape of the exchange with 1C, by its title. */
export const exchangeShapes = {
  ChangeOneCPassword: exchange.ChangeOneCPassword,
  CreateOneCBase: exchange.CreateOneCBase,
  OneCBase: exchange.OneCBase,
  OneCBaseList: exchange.OneCBaseList,
  OneCBaseRemoved: exchange.OneCBaseRemoved,
  OneCBaseWithPassword: exchange.OneCBaseWithPassword,
  OneCNote: exchange.OneCNote,
  OneCSession: exchange.OneCSession,
  OneCSessionList: exchange.OneCSessionList,
} as const
