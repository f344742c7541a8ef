// Generated from schemas/ by `npm run generate`. Do not edit.

export type ErrorObject = {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}
export type Validator = ((value: unknown) => boolean) & { errors?: readonly ErrorObject[] | null }

/** The names an object may have, or the pattern of its names, by shape and place such as CreateDeal/client; an item of a list is a star. */
export declare const known: Readonly<Record<string, readonly string[] | string>>

export declare const AddClientWay: Validator
export declare const AddComment: Validator
export declare const AddFile: Validator
export declare const AddTask: Validator
export declare const BookPayment: Validator
export declare const BurnUpQuery: Validator
export declare const CancelInvoice: Validator
export declare const CancelTask: Validator
export declare const ChangeComment: Validator
export declare const ChangeMany: Validator
export declare const ChangeOwner: Validator
export declare const CheckItem: Validator
export declare const ClientQuery: Validator
export declare const CloseDeal: Validator
export declare const CloseMonth: Validator
export declare const CompleteTask: Validator
export declare const ConfirmForm: Validator
export declare const CreateClient: Validator
export declare const CreateDeal: Validator
export declare const CreateIntegration: Validator
export declare const DealFileQuery: Validator
export declare const DealTableQuery: Validator
export declare const DealsQuery: Validator
export declare const DismissTalk: Validator
export declare const DuplicateQuery: Validator
export declare const EndDocument: Validator
export declare const FileArrival: Validator
export declare const FileQuery: Validator
export declare const FirstPeople: Validator
export declare const HandOver: Validator
export declare const HearRecording: Validator
export declare const InviteEmployee: Validator
export declare const IssueDocument: Validator
export declare const IssueInvoice: Validator
export declare const KeepApart: Validator
export declare const LanguageQuery: Validator
export declare const LinkClients: Validator
export declare const LinkDealClient: Validator
export declare const LoadStatement: Validator
export declare const MakeDocument: Validator
export declare const MakeInvoice: Validator
export declare const MakeTalkDeal: Validator
export declare const MarkAllRead: Validator
export declare const MarkRead: Validator
export declare const MergeClients: Validator
export declare const MoveDeal: Validator
export declare const NameOfIntegration: Validator
export declare const NewApiKey: Validator
export declare const NotificationSettings: Validator
export declare const PageQuery: Validator
export declare const PauseIntegration: Validator
export declare const PauseRule: Validator
export declare const PaymentsQuery: Validator
export declare const PlanRules: Validator
export declare const PostEvent: Validator
export declare const ProgressQuery: Validator
export declare const PublishRules: Validator
export declare const ReassignTask: Validator
export declare const ReattributeDeal: Validator
export declare const RebuildSearch: Validator
export declare const RecordReply: Validator
export declare const RedriveLetters: Validator
export declare const Remind: Validator
export declare const ReopenDeal: Validator
export declare const ReopenTask: Validator
export declare const ReplayArrivals: Validator
export declare const ReplayWebhook: Validator
export declare const ReportItemsQuery: Validator
export declare const ReportQuery: Validator
export declare const RescheduleTask: Validator
export declare const RestoreRequest: Validator
export declare const ReturnHandover: Validator
export declare const ReturnTalk: Validator
export declare const RevealWay: Validator
export declare const RollbackRules: Validator
export declare const RotateApiKey: Validator
export declare const RotateIntegrationSecret: Validator
export declare const RotateWebhookSecret: Validator
export declare const SaveApiKey: Validator
export declare const SaveDepartment: Validator
export declare const SaveEmployee: Validator
export declare const SaveIntegration: Validator
export declare const SaveView: Validator
export declare const SaveWebhook: Validator
export declare const SchedulePublish: Validator
export declare const SearchQuery: Validator
export declare const SendDocument: Validator
export declare const SendTemplate: Validator
export declare const SetRecurring: Validator
export declare const SetTargetCells: Validator
export declare const SetTargets: Validator
export declare const SetUpCompany: Validator
export declare const SettingsView: Validator
export declare const ShareCalendar: Validator
export declare const SignDocument: Validator
export declare const StartHandover: Validator
export declare const TakeTalk: Validator
export declare const TasksQuery: Validator
export declare const TellCall: Validator
export declare const TestIntegration: Validator
export declare const UnansweredQuery: Validator
export declare const UnbookPayment: Validator
export declare const UndoMerge: Validator
export declare const UpdateClient: Validator
export declare const UpdateDeal: Validator
export declare const WriteMessage: Validator
