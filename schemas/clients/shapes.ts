import * as client from '#schemas/client'
import * as changeClients from './change-clients'
import * as consents from './consents'
import * as requests from './requests'
import * as erasure from './erasure'
import * as merge from './merge'
import * as reading from './reading'

/** Every shape of clients and of what is kept of them, by its title. */
export const clientShapes = {
  ...reading,
  GiveConsent: consents.GiveConsent,
  RevokeConsent: consents.RevokeConsent,
  ClientConsents: consents.ClientConsents,
  ConsentText: consents.ConsentText,
  AskErasure: erasure.AskErasure,
  ConfirmErasure: erasure.ConfirmErasure,
  Erasure: erasure.Erasure,
  NewSubjectRequest: requests.NewSubjectRequest,
  AnswerSubjectRequest: requests.AnswerSubjectRequest,
  SubjectRequest: requests.SubjectRequest,
  SubjectRequests: requests.SubjectRequests,
  ErasedByRuleQuery: requests.ErasedByRuleQuery,
  ErasedByRules: requests.ErasedByRules,
  PersonalPackage: erasure.PersonalPackage,
  AddClientWay: client.AddClientWay,
  ClientCard: client.ClientCard,
  ClientDeals: client.ClientDeals,
  ClientFileQuery: client.ClientFileQuery,
  ClientPage: client.ClientPage,
  ClientQuery: client.ClientQuery,
  ClientReaders: client.ClientReaders,
  ChangeClients: changeClients.ChangeClients,
  CreateClient: client.CreateClient,
  LinkClients: client.LinkClients,
  LinkDealClient: client.LinkDealClient,
  RevealWay: client.RevealWay,
  RevealedWay: client.RevealedWay,
  UpdateClient: client.UpdateClient,
  ApartPair: merge.ApartPair,
  ClientMerges: merge.ClientMerges,
  DuplicatePage: merge.DuplicatePage,
  DuplicateQuery: merge.DuplicateQuery,
  KeepApart: merge.KeepApart,
  MergeClients: merge.MergeClients,
  MergePlan: merge.MergePlan,
  MergeUndone: merge.MergeUndone,
  UndoMerge: merge.UndoMerge,
} as const
