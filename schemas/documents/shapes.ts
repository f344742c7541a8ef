import * as documents from './documents'
import * as register from './register'

/** Every shape of documents and their register, by its title. */
export const documentShapes = {
  ConfirmForm: documents.ConfirmForm,
  DealDocument: documents.DealDocument,
  DealDocumentList: documents.DealDocumentList,
  EndDocument: documents.EndDocument,
  IssueDocument: documents.IssueDocument,
  MakeDocument: documents.MakeDocument,
  RegisterQuery: register.RegisterQuery,
  LoadRegister: register.LoadRegister,
  RegisterNote: register.RegisterNote,
  RegisterLoaded: register.RegisterLoaded,
  SendDocument: documents.SendDocument,
  SendTemplate: documents.SendTemplate,
  SignDocument: documents.SignDocument,
  TemplateKept: documents.TemplateKept,
} as const
