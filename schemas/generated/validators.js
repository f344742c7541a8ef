// Generated from schemas/ by `npm run generate`. Do not edit.
export const known = {
 "AddClientWay": [
  "kind",
  "text",
  "note"
 ],
 "AddComment": [
  "text",
  "pinned"
 ],
 "AddFile": [
  "name",
  "size",
  "sha256"
 ],
 "AddTask": [
  "do",
  "responsible",
  "by",
  "dueAt",
  "due",
  "howTo",
  "checklist",
  "required",
  "keep"
 ],
 "AllowReading": [
  "reason"
 ],
 "AnnounceUpload": [
  "size",
  "sha256"
 ],
 "AnswerSubjectRequest": [
  "state",
  "answer"
 ],
 "AskErasure": [
  "reason"
 ],
 "BookPayment": [
  "shares"
 ],
 "BookPayment/shares/*": [
  "invoice",
  "kopecks",
  "inPlace"
 ],
 "CancelInvoice": [
  "reason"
 ],
 "CancelTask": [
  "reason"
 ],
 "ChangeClients": [
  "clients",
  "giveTo",
  "fields"
 ],
 "ChangeClients/fields": "^[a-z][a-z0-9_]{0,63}$",
 "ChangeComment": [
  "text",
  "pinned"
 ],
 "ChangeCurrency": [
  "currency",
  "rate",
  "reason",
  "dryRun"
 ],
 "ChangeMany": [
  "tasks",
  "deals",
  "giveTo",
  "dueAt",
  "fields",
  "addTask",
  "reason"
 ],
 "ChangeMany/fields": "^[a-z][a-z0-9_]{0,63}$",
 "ChangeMany/addTask": [
  "do",
  "responsible",
  "by",
  "dueAt",
  "due",
  "howTo",
  "checklist",
  "required",
  "keep"
 ],
 "ChangeOneCPassword": [],
 "ChangeOwner": [
  "owner",
  "reason"
 ],
 "CheckItem": [
  "item",
  "done"
 ],
 "CloseDeal": [
  "reason",
  "comment"
 ],
 "CloseMonth": [
  "closed",
  "reason"
 ],
 "CompleteTask": [
  "comment",
  "fields",
  "reason"
 ],
 "CompleteTask/fields": "^[a-z][a-z0-9_]{0,63}$",
 "ConfirmErasure": [],
 "ConfirmForm": [
  "field",
  "form"
 ],
 "CreateClient": [
  "kind",
  "name",
  "owner",
  "inn",
  "kpp",
  "requisites",
  "fields",
  "phone",
  "email"
 ],
 "CreateClient/requisites": [
  "legalName",
  "ogrn",
  "address",
  "bank",
  "bik",
  "account",
  "correspondentAccount",
  "signer",
  "signerGenitive",
  "signerTitle",
  "signsBy"
 ],
 "CreateClient/fields": "^[a-z][a-z0-9_]{0,63}$",
 "CreateDeal": [
  "title",
  "pipeline",
  "stage",
  "owner",
  "client",
  "currency",
  "fields",
  "externalId"
 ],
 "CreateDeal/client": [
  "name",
  "phone",
  "email"
 ],
 "CreateDeal/fields": "^[a-z][a-z0-9_]{0,63}$",
 "CreateIntegration": [
  "id",
  "adapter",
  "name",
  "settings",
  "lines",
  "logins",
  "secrets"
 ],
 "CreateIntegration/settings": [
  "zone",
  "origins",
  "mailbox",
  "knownOnly",
  "proof",
  "fields",
  "folders",
  "api",
  "thanks"
 ],
 "CreateIntegration/settings/fields": "^.{1,200}$",
 "CreateIntegration/lines": "^.{1,200}$",
 "CreateIntegration/logins": "^.{1,200}$",
 "CreateIntegration/secrets": "^.{1,200}$",
 "CreateOneCBase": [
  "name",
  "seller",
  "from"
 ],
 "DialTalk": [
  "integration"
 ],
 "DismissTalk": [
  "reason"
 ],
 "EndDocument": [
  "reason"
 ],
 "FileArrival": [],
 "FirstPeople": [
  "people"
 ],
 "FirstPeople/people/*": [
  "name",
  "email",
  "roles"
 ],
 "GiveConsent": [
  "consent",
  "version",
  "textSha256",
  "page",
  "ip",
  "at"
 ],
 "HandOver": [
  "to",
  "reason",
  "dryRun"
 ],
 "HearRecording": [
  "no"
 ],
 "InviteEmployee": [],
 "IssueDocument": [],
 "IssueInvoice": [],
 "KeepApart": [
  "other",
  "reason"
 ],
 "LinkClients": [
  "client",
  "title",
  "since",
  "until"
 ],
 "LinkDealClient": [
  "client",
  "role"
 ],
 "LoadRegister": [
  "name",
  "content",
  "upload",
  "kind",
  "dryRun"
 ],
 "LoadStatement": [
  "name",
  "content",
  "upload"
 ],
 "MakeDocument": [
  "kind",
  "lines",
  "replaces"
 ],
 "MakeDocument/lines/*": [
  "name",
  "quantity",
  "unit",
  "priceKopecks",
  "vatPercent"
 ],
 "MakeInvoice": [
  "kind",
  "buyer",
  "lines"
 ],
 "MakeInvoice/buyer": [
  "name",
  "inn",
  "kpp"
 ],
 "MakeInvoice/lines/*": [
  "name",
  "quantity",
  "unit",
  "priceKopecks",
  "vatPercent"
 ],
 "MakeTalkDeal": [
  "title",
  "pipeline"
 ],
 "MarkAllRead": [
  "until"
 ],
 "MarkRead": [
  "read"
 ],
 "MergeClients": [
  "loser",
  "take",
  "loserVersion",
  "dryRun"
 ],
 "MergeClients/take": "^[a-z][A-Za-z0-9_-]{0,80}$",
 "MoveDeal": [
  "toStage",
  "reason",
  "fields",
  "complete",
  "override"
 ],
 "MoveDeal/fields": "^[a-z][a-z0-9_]{0,63}$",
 "MoveDeal/override": [
  "reason"
 ],
 "NameOfIntegration": [
  "what",
  "name",
  "to"
 ],
 "NewApiKey": [
  "name",
  "scopes",
  "days",
  "isOfCompany"
 ],
 "NewApiKey/scopes": [
  "deals_read",
  "deals_edit",
  "plan_read",
  "plan_edit",
  "books_edit",
  "people_edit",
  "rules_edit",
  "import",
  "clients_read",
  "clients_edit",
  "clients_contacts",
  "clients_know",
  "clients_merge",
  "export",
  "audit_read",
  "channels_edit",
  "recordings_hear"
 ],
 "NewSubjectRequest": [
  "kind",
  "way",
  "receivedOn",
  "note"
 ],
 "NotificationSettings": [
  "language",
  "email",
  "telegram",
  "webhook",
  "digest",
  "quiet",
  "myDay",
  "inboxOnly"
 ],
 "OpenAttachment": [
  "no"
 ],
 "PauseIntegration": [
  "paused"
 ],
 "PauseRule": [
  "reason"
 ],
 "PickTalkDeal": [
  "dealId"
 ],
 "PlanRules": [
  "text",
  "rollbackTo",
  "now",
  "files"
 ],
 "PlanRules/files": "^.{1,200}$",
 "PostEvent": [
  "event",
  "fields",
  "reason"
 ],
 "PostEvent/fields": "^[a-z][a-z0-9_]{0,63}$",
 "PublishRules": [
  "text",
  "note",
  "expected",
  "now",
  "files"
 ],
 "PublishRules/files": "^.{1,200}$",
 "ReassignTask": [
  "responsible",
  "reason"
 ],
 "ReattributeDeal": [
  "owner",
  "reason"
 ],
 "RebuildSearch": [
  "after"
 ],
 "RecordReply": [
  "by",
  "channel",
  "comment"
 ],
 "RedriveLetters": [
  "consumer",
  "ids"
 ],
 "Remind": [
  "task",
  "field"
 ],
 "ReopenDeal": [
  "reason",
  "toStage"
 ],
 "ReopenTask": [
  "reason"
 ],
 "ReplayArrivals": [
  "arrival"
 ],
 "ReplayWebhook": [
  "deliveryId",
  "from",
  "to",
  "all"
 ],
 "RescheduleTask": [
  "dueAt",
  "reason"
 ],
 "RestoreRequest": [],
 "ReturnHandover": [],
 "ReturnTalk": [],
 "RevealWay": [
  "way"
 ],
 "RevokeConsent": [
  "reason"
 ],
 "RollbackRules": [
  "to",
  "note",
  "expected"
 ],
 "RotateApiKey": [
  "days"
 ],
 "RotateIntegrationSecret": [
  "secrets"
 ],
 "RotateIntegrationSecret/secrets": "^.{1,200}$",
 "RotateWebhookSecret": [],
 "SaveApiKey": [
  "name",
  "scopes",
  "responsible"
 ],
 "SaveApiKey/scopes": [
  "deals_read",
  "deals_edit",
  "plan_read",
  "plan_edit",
  "books_edit",
  "people_edit",
  "rules_edit",
  "import",
  "clients_read",
  "clients_edit",
  "clients_contacts",
  "clients_know",
  "clients_merge",
  "export",
  "audit_read",
  "channels_edit",
  "recordings_hear"
 ],
 "SaveDepartment": [
  "name",
  "parent",
  "head",
  "active"
 ],
 "SaveEmployee": [
  "name",
  "email",
  "department",
  "roles",
  "active",
  "rights",
  "calendar",
  "absences"
 ],
 "SaveEmployee/rights": [
  "deals_read",
  "deals_edit",
  "plan_read",
  "plan_edit",
  "books_edit",
  "people_edit",
  "rules_edit",
  "import",
  "clients_read",
  "clients_edit",
  "clients_contacts",
  "clients_know",
  "clients_merge",
  "export",
  "audit_read",
  "channels_edit",
  "recordings_hear"
 ],
 "SaveEmployee/absences/*": [
  "from",
  "to",
  "deputy"
 ],
 "SaveIntegration": [
  "name",
  "settings",
  "lines",
  "logins"
 ],
 "SaveIntegration/settings": [
  "zone",
  "origins",
  "mailbox",
  "knownOnly",
  "proof",
  "fields",
  "folders",
  "api",
  "thanks"
 ],
 "SaveIntegration/settings/fields": "^.{1,200}$",
 "SaveIntegration/lines": "^.{1,200}$",
 "SaveIntegration/logins": "^.{1,200}$",
 "SaveView": [
  "list",
  "name",
  "where",
  "q",
  "sort",
  "columns",
  "isShared"
 ],
 "SaveWebhook": [
  "url",
  "events",
  "filter",
  "active"
 ],
 "SaveWebhook/filter": [
  "pipelines",
  "stages",
  "owners",
  "imported"
 ],
 "SchedulePublish": [
  "text",
  "note",
  "expected",
  "now",
  "files",
  "at"
 ],
 "SchedulePublish/files": "^.{1,200}$",
 "SendDocument": [],
 "SendTemplate": [
  "name",
  "content",
  "upload"
 ],
 "SetLines": [
  "items",
  "reason"
 ],
 "SetLines/items/*": [
  "name",
  "priceKopecks",
  "vatPercent",
  "quantity",
  "unit"
 ],
 "SetRecurring": [
  "targets"
 ],
 "SetRecurring/targets/*": [
  "every",
  "from",
  "to",
  "metric",
  "scope",
  "id",
  "value"
 ],
 "SetTargetCells": [
  "cells"
 ],
 "SetTargetCells/cells/*": [
  "period",
  "metric",
  "scope",
  "id",
  "value",
  "was"
 ],
 "SetTargets": [
  "targets"
 ],
 "SetTargets/targets/*": [
  "metric",
  "scope",
  "id",
  "value"
 ],
 "SetUpCompany": [
  "company",
  "currency",
  "zone",
  "language",
  "rules",
  "name",
  "email"
 ],
 "SettingsView": [
  "currency",
  "rates"
 ],
 "SettingsView/rates": "^[A-Z]{3}$",
 "SettleMessage": [
  "left"
 ],
 "SettlePayment": [
  "note"
 ],
 "ShareCalendar": [
  "shared"
 ],
 "SignDocument": [
  "who",
  "file"
 ],
 "StartHandover": [
  "from",
  "to",
  "split",
  "until",
  "what",
  "reason",
  "dryRun"
 ],
 "StartLoad": [
  "what",
  "name",
  "upload",
  "kind",
  "dryRun"
 ],
 "TakeTalk": [],
 "TellCall": [
  "result",
  "at",
  "note"
 ],
 "TestIntegration": [],
 "UnbookPayment": [
  "reason"
 ],
 "UndoMerge": [
  "dryRun"
 ],
 "UpdateClient": [
  "name",
  "owner",
  "inn",
  "kpp",
  "requisites",
  "fields"
 ],
 "UpdateClient/requisites": [
  "legalName",
  "ogrn",
  "address",
  "bank",
  "bik",
  "account",
  "correspondentAccount",
  "signer",
  "signerGenitive",
  "signerTitle",
  "signsBy"
 ],
 "UpdateClient/fields": "^[a-z][a-z0-9_]{0,63}$",
 "UpdateDeal": [
  "title",
  "client",
  "fields",
  "reason"
 ],
 "UpdateDeal/client": [
  "name",
  "phone",
  "email"
 ],
 "UpdateDeal/fields": "^[a-z][a-z0-9_]{0,63}$",
 "WriteMessage": [
  "text",
  "template",
  "places",
  "subject",
  "files",
  "by"
 ],
 "BurnUpQuery": [
  "metric",
  "scope",
  "id"
 ],
 "ClientFileQuery": [
  "where",
  "columns",
  "lang"
 ],
 "ClientQuery": [
  "owner",
  "kind",
  "where",
  "limit",
  "cursor"
 ],
 "DealFileQuery": [
  "where",
  "q",
  "sort",
  "columns",
  "lang"
 ],
 "DealTableQuery": [
  "where",
  "q",
  "sort",
  "limit",
  "cursor"
 ],
 "DealsQuery": [
  "pipeline",
  "stage",
  "owner",
  "q",
  "limit",
  "cursor"
 ],
 "DuplicateQuery": [
  "limit",
  "cursor"
 ],
 "ErasedByRuleQuery": [
  "month"
 ],
 "FileQuery": [
  "as"
 ],
 "LanguageQuery": [
  "lang"
 ],
 "LeakQuery": [
  "from",
  "to"
 ],
 "PageQuery": [
  "limit",
  "cursor"
 ],
 "PayableQuery": [
  "q"
 ],
 "PaymentsQuery": [
  "state",
  "limit",
  "cursor"
 ],
 "ProgressQuery": [
  "metric",
  "by",
  "at"
 ],
 "ReadingQuery": [
  "on"
 ],
 "RegisterQuery": [
  "year",
  "kind",
  "state",
  "q",
  "lang"
 ],
 "ReportItemsQuery": [
  "period",
  "from",
  "to",
  "direction",
  "axis",
  "department",
  "person",
  "where",
  "field",
  "by",
  "metric",
  "lang",
  "cell",
  "limit",
  "cursor"
 ],
 "ReportQuery": [
  "period",
  "from",
  "to",
  "direction",
  "axis",
  "department",
  "person",
  "where",
  "field",
  "by",
  "metric",
  "lang"
 ],
 "SearchQuery": [
  "q",
  "limit"
 ],
 "TasksQuery": [
  "assignee",
  "department",
  "state",
  "month",
  "direction",
  "template",
  "limit",
  "cursor"
 ],
 "UnansweredQuery": [
  "of"
 ]
}
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
function isInstant(text) {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  return parts?.[1] !== void 0 && isDay(parts[1]) && !Number.isNaN(Date.parse(text));
}
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
var init_formats = __esm({
  "schemas/formats.ts"() {
    "use strict";
  }
});
function trimmed(text) {
  const bare = text.replaceAll(ends, "");
  return nothing.test(bare) && oddSignIn(bare, "prose") === void 0 ? "" : bare;
}
function oddSignIn(text, kind) {
  for (const [found] of text.matchAll(odd)) {
    const why = whyOdd(found, kind);
    if (why !== void 0) return { why, sign: codePoint(found) };
  }
  return void 0;
}
function isLine(text) {
  return oddSignIn(text, "line") === void 0;
}
function isProse(text) {
  return oddSignIn(text, "prose") === void 0;
}
function whyOdd(sign, kind) {
  if (kind === "prose" && /[\t\n\r\u2028\u2029]/u.test(sign)) return void 0;
  if (lineBreak.test(sign)) return kind === "line" ? "line_break" : "control";
  if (control.test(sign)) return "control";
  if (direction.test(sign)) return "direction";
  return broken.test(sign) ? "broken" : void 0;
}
function codePoint(sign) {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
var lineBreak, control, direction, broken, odd, blank, ends, nothing;
var init_text = __esm({
  "src/domain/kernel/text.ts"() {
    "use strict";
    lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/u;
    control = /\p{Control}/u;
    direction = /\p{Bidi_Control}/u;
    broken = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
    odd = /[\p{Control}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;
    blank = String.raw`[\s\u00AD\u180E\u200B-\u200D\u2060-\u2064\u2800\uFEFF]`;
    ends = new RegExp(`^${blank}+|${blank}+$`, "gu");
    nothing = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;
  }
});
var norma_formats_exports = {};
__export(norma_formats_exports, {
  date: () => isDay,
  "date-time": () => isInstant,
  line: () => isLine,
  prose: () => isProse,
  trimmed: () => trimmed
});
var init_norma_formats = __esm({
  "norma:norma:formats"() {
    init_formats();
    init_text();
  }
});
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var AddClientWay = validate10;
var schema11 = { "type": "object", "required": ["kind", "text"], "properties": { "kind": { "type": "string", "enum": ["phone", "email"] }, "text": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 254 }, "note": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false };
var formats0 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).line;
var func2 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).trimmed;
var func3 = require_ucs2length().default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "kind" });
      errors++;
    }
    if (data.text === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "text" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "kind" || key0 === "text" || key0 === "note")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "phone" || data0 === "email")) {
        vErrors = put(vErrors, instancePath + "/kind", "enum", { allowedValues: schema11.properties.kind.enum });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data1 = data.text;
      if (typeof data1 === "string") {
        data1 = data["text"] = func2(data1);
        if (func3(data1) > 254) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 254 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/text", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data2 = data.note;
      if (typeof data2 === "string") {
        data2 = data["note"] = func2(data2);
        if (func3(data2) > 200) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/note", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var AddComment = validate11;
var formats4 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).prose;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "text" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "pinned")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        data0 = data["text"] = func2(data0);
        if (func3(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats4(data0)) {
          vErrors = put(vErrors, instancePath + "/text", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.pinned !== void 0) {
      if (typeof data.pinned !== "boolean") {
        vErrors = put(vErrors, instancePath + "/pinned", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var AddFile = validate12;
var pattern0 = new RegExp("^[0-9a-f]{64}$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.size === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "size" });
      errors++;
    }
    if (data.sha256 === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "sha256" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "size" || key0 === "sha256")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 400) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 400 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.size !== void 0) {
      let data1 = data.size;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        vErrors = put(vErrors, instancePath + "/size", "type", { type: "integer" });
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/size", "minimum", { comparison: ">=", limit: 0 });
          errors++;
        }
      }
    }
    if (data.sha256 !== void 0) {
      let data2 = data.sha256;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          vErrors = put(vErrors, instancePath + "/sha256", "pattern", { pattern: "^[0-9a-f]{64}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/sha256", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
var AddTask = validate13;
var schema14 = { "type": "object", "required": ["do"], "properties": { "do": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "responsible": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "by": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "dueAt": { "type": "string", "format": "date-time" }, "due": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "howTo": { "trimmed": true, "type": "string", "format": "prose", "maxLength": 4e3 }, "checklist": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 30 }, "required": { "type": "boolean" }, "keep": { "type": "boolean" } }, "additionalProperties": false };
var func14 = Object.prototype.hasOwnProperty;
var formats14 = (init_norma_formats(), __toCommonJS(norma_formats_exports))["date-time"];
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.do === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "do" });
      errors++;
    }
    for (const key0 in data) {
      if (!func14.call(schema14.properties, key0)) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.do !== void 0) {
      let data0 = data.do;
      if (typeof data0 === "string") {
        data0 = data["do"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/do", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/do", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/do", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/do", "type", { type: "string" });
        errors++;
      }
    }
    if (data.responsible !== void 0) {
      let data1 = data.responsible;
      if (typeof data1 === "string") {
        data1 = data["responsible"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/responsible", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/responsible", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/responsible", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/responsible", "type", { type: "string" });
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data2 = data.by;
      if (typeof data2 === "string") {
        data2 = data["by"] = func2(data2);
        if (func3(data2) > 200) {
          vErrors = put(vErrors, instancePath + "/by", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/by", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/by", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dueAt !== void 0) {
      let data3 = data.dueAt;
      if (typeof data3 === "string") {
        if (!formats14(data3)) {
          vErrors = put(vErrors, instancePath + "/dueAt", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/dueAt", "type", { type: "string" });
        errors++;
      }
    }
    if (data.due !== void 0) {
      let data4 = data.due;
      if (typeof data4 === "string") {
        data4 = data["due"] = func2(data4);
        if (func3(data4) > 100) {
          vErrors = put(vErrors, instancePath + "/due", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data4) < 1) {
          vErrors = put(vErrors, instancePath + "/due", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data4)) {
          vErrors = put(vErrors, instancePath + "/due", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/due", "type", { type: "string" });
        errors++;
      }
    }
    if (data.howTo !== void 0) {
      let data5 = data.howTo;
      if (typeof data5 === "string") {
        data5 = data["howTo"] = func2(data5);
        if (func3(data5) > 4e3) {
          vErrors = put(vErrors, instancePath + "/howTo", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (!formats4(data5)) {
          vErrors = put(vErrors, instancePath + "/howTo", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/howTo", "type", { type: "string" });
        errors++;
      }
    }
    if (data.checklist !== void 0) {
      let data6 = data.checklist;
      if (Array.isArray(data6)) {
        if (data6.length > 30) {
          vErrors = put(vErrors, instancePath + "/checklist", "maxItems", { limit: 30 });
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (typeof data7 === "string") {
            data7 = data6[i0] = func2(data7);
            if (func3(data7) > 200) {
              vErrors = put(vErrors, instancePath + "/checklist/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data7) < 1) {
              vErrors = put(vErrors, instancePath + "/checklist/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/checklist/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/checklist/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/checklist", "type", { type: "array" });
        errors++;
      }
    }
    if (data.required !== void 0) {
      if (typeof data.required !== "boolean") {
        vErrors = put(vErrors, instancePath + "/required", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.keep !== void 0) {
      if (typeof data.keep !== "boolean") {
        vErrors = put(vErrors, instancePath + "/keep", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
var AllowReading = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
var AnnounceUpload = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.size === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "size" });
      errors++;
    }
    if (data.sha256 === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "sha256" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "size" || key0 === "sha256")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.size !== void 0) {
      let data0 = data.size;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/size", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 20971520 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/size", "maximum", { comparison: "<=", limit: 20971520 });
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/size", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.sha256 !== void 0) {
      let data1 = data.sha256;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          vErrors = put(vErrors, instancePath + "/sha256", "pattern", { pattern: "^[0-9a-f]{64}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/sha256", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
var AnswerSubjectRequest = validate16;
var schema17 = { "type": "object", "required": ["state", "answer"], "properties": { "state": { "type": "string", "enum": ["done", "refused"] }, "answer": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.state === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "state" });
      errors++;
    }
    if (data.answer === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "answer" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "answer")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/state", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "done" || data0 === "refused")) {
        vErrors = put(vErrors, instancePath + "/state", "enum", { allowedValues: schema17.properties.state.enum });
        errors++;
      }
    }
    if (data.answer !== void 0) {
      let data1 = data.answer;
      if (typeof data1 === "string") {
        data1 = data["answer"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/answer", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/answer", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/answer", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/answer", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate16.errors = vErrors;
  return errors === 0;
}
var AskErasure = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
var BookPayment = validate18;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.shares === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "shares" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "shares")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.shares !== void 0) {
      let data0 = data.shares;
      if (Array.isArray(data0)) {
        if (data0.length > 20) {
          vErrors = put(vErrors, instancePath + "/shares", "maxItems", { limit: 20 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = put(vErrors, instancePath + "/shares", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.invoice === void 0) {
              vErrors = put(vErrors, instancePath + "/shares/" + i0, "required", { missingProperty: "invoice" });
              errors++;
            }
            if (data1.kopecks === void 0) {
              vErrors = put(vErrors, instancePath + "/shares/" + i0, "required", { missingProperty: "kopecks" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "invoice" || key1 === "kopecks" || key1 === "inPlace")) {
                vErrors = put(vErrors, instancePath + "/shares/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.invoice !== void 0) {
              let data2 = data1.invoice;
              if (typeof data2 === "string") {
                data2 = data1["invoice"] = func2(data2);
                if (func3(data2) > 64) {
                  vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/invoice", "maxLength", { limit: 64 });
                  errors++;
                }
                if (func3(data2) < 1) {
                  vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/invoice", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data2)) {
                  vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/invoice", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/invoice", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.kopecks !== void 0) {
              let data3 = data1.kopecks;
              if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/kopecks", "type", { type: "integer" });
                errors++;
              }
              if (typeof data3 == "number" && isFinite(data3)) {
                if (data3 < 1 || isNaN(data3)) {
                  vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/kopecks", "minimum", { comparison: ">=", limit: 1 });
                  errors++;
                }
              }
            }
            if (data1.inPlace !== void 0) {
              if (typeof data1.inPlace !== "boolean") {
                vErrors = put(vErrors, instancePath + "/shares/" + i0 + "/inPlace", "type", { type: "boolean" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/shares/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/shares", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}
var CancelInvoice = validate19;
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
var CancelTask = validate20;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
var ChangeClients = validate21;
var schema22 = { "type": "object", "required": ["clients"], "properties": { "clients": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 80 }, "minItems": 1, "maxItems": 100 }, "giveTo": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false } }, "additionalProperties": false };
var pattern2 = new RegExp("^[a-z][a-z0-9_]{0,63}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.clients === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "clients" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "clients" || key0 === "giveTo" || key0 === "fields")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.clients !== void 0) {
      let data0 = data.clients;
      if (Array.isArray(data0)) {
        if (data0.length > 100) {
          vErrors = put(vErrors, instancePath + "/clients", "maxItems", { limit: 100 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = put(vErrors, instancePath + "/clients", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            data1 = data0[i0] = func2(data1);
            if (func3(data1) > 80) {
              vErrors = put(vErrors, instancePath + "/clients/" + i0, "maxLength", { limit: 80 });
              errors++;
            }
            if (func3(data1) < 1) {
              vErrors = put(vErrors, instancePath + "/clients/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data1)) {
              vErrors = put(vErrors, instancePath + "/clients/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/clients/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/clients", "type", { type: "array" });
        errors++;
      }
    }
    if (data.giveTo !== void 0) {
      let data2 = data.giveTo;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/giveTo", "type", { type: schema22.properties.giveTo.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["giveTo"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/giveTo", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/giveTo", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/giveTo", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.fields !== void 0) {
      let data3 = data.fields;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (Object.keys(data3).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data3) {
          if (!pattern2.test(key1)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data3) {
          if (pattern2.test(key2)) {
            let data4 = data3[key2];
            if (typeof data4 !== "string" && !(typeof data4 == "number" && isFinite(data4)) && typeof data4 !== "boolean" && data4 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema22.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data4 === "string") {
              data4 = data3[key2] = func2(data4);
              if (func3(data4) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data4)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var ChangeComment = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "pinned")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        data0 = data["text"] = func2(data0);
        if (func3(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats4(data0)) {
          vErrors = put(vErrors, instancePath + "/text", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.pinned !== void 0) {
      if (typeof data.pinned !== "boolean") {
        vErrors = put(vErrors, instancePath + "/pinned", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var ChangeCurrency = validate23;
var pattern4 = new RegExp("^[A-Z]{3}$", "u");
var pattern5 = new RegExp("^\\d{1,12}(\\.\\d{1,10})?$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.currency === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "currency" });
      errors++;
    }
    if (data.rate === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "rate" });
      errors++;
    }
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "currency" || key0 === "rate" || key0 === "reason" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data0 = data.currency;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          vErrors = put(vErrors, instancePath + "/currency", "pattern", { pattern: "^[A-Z]{3}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/currency", "type", { type: "string" });
        errors++;
      }
    }
    if (data.rate !== void 0) {
      let data1 = data.rate;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          vErrors = put(vErrors, instancePath + "/rate", "pattern", { pattern: "^\\d{1,12}(\\.\\d{1,10})?$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/rate", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        data2 = data["reason"] = func2(data2);
        if (func3(data2) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (!formats4(data2)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
var ChangeMany = validate24;
var schema25 = { "type": "object", "required": ["reason"], "properties": { "tasks": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 100 }, "deals": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 100 }, "giveTo": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "dueAt": { "type": "string", "format": "date-time" }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "addTask": { "type": "object", "required": ["do"], "properties": { "do": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "responsible": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "by": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "dueAt": { "type": "string", "format": "date-time" }, "due": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "howTo": { "trimmed": true, "type": "string", "format": "prose", "maxLength": 4e3 }, "checklist": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 30 }, "required": { "type": "boolean" }, "keep": { "type": "boolean" } }, "additionalProperties": false }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "tasks" || key0 === "deals" || key0 === "giveTo" || key0 === "dueAt" || key0 === "fields" || key0 === "addTask" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.tasks !== void 0) {
      let data0 = data.tasks;
      if (Array.isArray(data0)) {
        if (data0.length > 100) {
          vErrors = put(vErrors, instancePath + "/tasks", "maxItems", { limit: 100 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            data1 = data0[i0] = func2(data1);
            if (func3(data1) > 200) {
              vErrors = put(vErrors, instancePath + "/tasks/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data1) < 1) {
              vErrors = put(vErrors, instancePath + "/tasks/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data1)) {
              vErrors = put(vErrors, instancePath + "/tasks/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/tasks/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/tasks", "type", { type: "array" });
        errors++;
      }
    }
    if (data.deals !== void 0) {
      let data2 = data.deals;
      if (Array.isArray(data2)) {
        if (data2.length > 100) {
          vErrors = put(vErrors, instancePath + "/deals", "maxItems", { limit: 100 });
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === "string") {
            data3 = data2[i1] = func2(data3);
            if (func3(data3) > 200) {
              vErrors = put(vErrors, instancePath + "/deals/" + i1, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data3) < 1) {
              vErrors = put(vErrors, instancePath + "/deals/" + i1, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data3)) {
              vErrors = put(vErrors, instancePath + "/deals/" + i1, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/deals/" + i1, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/deals", "type", { type: "array" });
        errors++;
      }
    }
    if (data.giveTo !== void 0) {
      let data4 = data.giveTo;
      if (typeof data4 === "string") {
        data4 = data["giveTo"] = func2(data4);
        if (func3(data4) > 200) {
          vErrors = put(vErrors, instancePath + "/giveTo", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data4) < 1) {
          vErrors = put(vErrors, instancePath + "/giveTo", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data4)) {
          vErrors = put(vErrors, instancePath + "/giveTo", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/giveTo", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dueAt !== void 0) {
      let data5 = data.dueAt;
      if (typeof data5 === "string") {
        if (!formats14(data5)) {
          vErrors = put(vErrors, instancePath + "/dueAt", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/dueAt", "type", { type: "string" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data6 = data.fields;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data6) {
          if (!pattern2.test(key1)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data6) {
          if (pattern2.test(key2)) {
            let data7 = data6[key2];
            if (typeof data7 !== "string" && !(typeof data7 == "number" && isFinite(data7)) && typeof data7 !== "boolean" && data7 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema25.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data7 === "string") {
              data7 = data6[key2] = func2(data7);
              if (func3(data7) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data7)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.addTask !== void 0) {
      let data8 = data.addTask;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.do === void 0) {
          vErrors = put(vErrors, instancePath + "/addTask", "required", { missingProperty: "do" });
          errors++;
        }
        for (const key3 in data8) {
          if (!func14.call(schema25.properties.addTask.properties, key3)) {
            vErrors = put(vErrors, instancePath + "/addTask", "additionalProperties", { additionalProperty: key3 });
            errors++;
          }
        }
        if (data8.do !== void 0) {
          let data9 = data8.do;
          if (typeof data9 === "string") {
            data9 = data8["do"] = func2(data9);
            if (func3(data9) > 500) {
              vErrors = put(vErrors, instancePath + "/addTask/do", "maxLength", { limit: 500 });
              errors++;
            }
            if (func3(data9) < 1) {
              vErrors = put(vErrors, instancePath + "/addTask/do", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data9)) {
              vErrors = put(vErrors, instancePath + "/addTask/do", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/do", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.responsible !== void 0) {
          let data10 = data8.responsible;
          if (typeof data10 === "string") {
            data10 = data8["responsible"] = func2(data10);
            if (func3(data10) > 64) {
              vErrors = put(vErrors, instancePath + "/addTask/responsible", "maxLength", { limit: 64 });
              errors++;
            }
            if (func3(data10) < 1) {
              vErrors = put(vErrors, instancePath + "/addTask/responsible", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data10)) {
              vErrors = put(vErrors, instancePath + "/addTask/responsible", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/responsible", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.by !== void 0) {
          let data11 = data8.by;
          if (typeof data11 === "string") {
            data11 = data8["by"] = func2(data11);
            if (func3(data11) > 200) {
              vErrors = put(vErrors, instancePath + "/addTask/by", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data11) < 1) {
              vErrors = put(vErrors, instancePath + "/addTask/by", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data11)) {
              vErrors = put(vErrors, instancePath + "/addTask/by", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/by", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.dueAt !== void 0) {
          let data12 = data8.dueAt;
          if (typeof data12 === "string") {
            if (!formats14(data12)) {
              vErrors = put(vErrors, instancePath + "/addTask/dueAt", "format", { format: "date-time" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/dueAt", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.due !== void 0) {
          let data13 = data8.due;
          if (typeof data13 === "string") {
            data13 = data8["due"] = func2(data13);
            if (func3(data13) > 100) {
              vErrors = put(vErrors, instancePath + "/addTask/due", "maxLength", { limit: 100 });
              errors++;
            }
            if (func3(data13) < 1) {
              vErrors = put(vErrors, instancePath + "/addTask/due", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data13)) {
              vErrors = put(vErrors, instancePath + "/addTask/due", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/due", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.howTo !== void 0) {
          let data14 = data8.howTo;
          if (typeof data14 === "string") {
            data14 = data8["howTo"] = func2(data14);
            if (func3(data14) > 4e3) {
              vErrors = put(vErrors, instancePath + "/addTask/howTo", "maxLength", { limit: 4e3 });
              errors++;
            }
            if (!formats4(data14)) {
              vErrors = put(vErrors, instancePath + "/addTask/howTo", "format", { format: "prose" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/howTo", "type", { type: "string" });
            errors++;
          }
        }
        if (data8.checklist !== void 0) {
          let data15 = data8.checklist;
          if (Array.isArray(data15)) {
            if (data15.length > 30) {
              vErrors = put(vErrors, instancePath + "/addTask/checklist", "maxItems", { limit: 30 });
              errors++;
            }
            const len2 = data15.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data16 = data15[i2];
              if (typeof data16 === "string") {
                data16 = data15[i2] = func2(data16);
                if (func3(data16) > 200) {
                  vErrors = put(vErrors, instancePath + "/addTask/checklist/" + i2, "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data16) < 1) {
                  vErrors = put(vErrors, instancePath + "/addTask/checklist/" + i2, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data16)) {
                  vErrors = put(vErrors, instancePath + "/addTask/checklist/" + i2, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/addTask/checklist/" + i2, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/addTask/checklist", "type", { type: "array" });
            errors++;
          }
        }
        if (data8.required !== void 0) {
          if (typeof data8.required !== "boolean") {
            vErrors = put(vErrors, instancePath + "/addTask/required", "type", { type: "boolean" });
            errors++;
          }
        }
        if (data8.keep !== void 0) {
          if (typeof data8.keep !== "boolean") {
            vErrors = put(vErrors, instancePath + "/addTask/keep", "type", { type: "boolean" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/addTask", "type", { type: "object" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data19 = data.reason;
      if (typeof data19 === "string") {
        data19 = data["reason"] = func2(data19);
        if (func3(data19) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data19) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data19)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
var ChangeOneCPassword = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
var ChangeOwner = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.owner === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "owner" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "owner" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data0 = data.owner;
      if (typeof data0 === "string") {
        data0 = data["owner"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/owner", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
var CheckItem = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.item === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "item" });
      errors++;
    }
    if (data.done === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "done" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "item" || key0 === "done")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.item !== void 0) {
      let data0 = data.item;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/item", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/item", "minimum", { comparison: ">=", limit: 0 });
          errors++;
        }
      }
    }
    if (data.done !== void 0) {
      if (typeof data.done !== "boolean") {
        vErrors = put(vErrors, instancePath + "/done", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
var CloseDeal = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason" || key0 === "comment")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.comment !== void 0) {
      let data1 = data.comment;
      if (typeof data1 === "string") {
        data1 = data["comment"] = func2(data1);
        if (func3(data1) > 2e3) {
          vErrors = put(vErrors, instancePath + "/comment", "maxLength", { limit: 2e3 });
          errors++;
        }
        if (!formats4(data1)) {
          vErrors = put(vErrors, instancePath + "/comment", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/comment", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
var CloseMonth = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.closed === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "closed" });
      errors++;
    }
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "closed" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.closed !== void 0) {
      if (typeof data.closed !== "boolean") {
        vErrors = put(vErrors, instancePath + "/closed", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
var CompleteTask = validate30;
var schema31 = { "type": "object", "properties": { "comment": { "trimmed": true, "type": "string", "format": "prose", "maxLength": 2e3 }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "comment" || key0 === "fields" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.comment !== void 0) {
      let data0 = data.comment;
      if (typeof data0 === "string") {
        data0 = data["comment"] = func2(data0);
        if (func3(data0) > 2e3) {
          vErrors = put(vErrors, instancePath + "/comment", "maxLength", { limit: 2e3 });
          errors++;
        }
        if (!formats4(data0)) {
          vErrors = put(vErrors, instancePath + "/comment", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/comment", "type", { type: "string" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data1 = data.fields;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data1) {
          if (!pattern2.test(key1)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data1) {
          if (pattern2.test(key2)) {
            let data2 = data1[key2];
            if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean" && data2 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema31.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data2 === "string") {
              data2 = data1[key2] = func2(data2);
              if (func3(data2) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data2)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data3 = data.reason;
      if (typeof data3 === "string") {
        data3 = data["reason"] = func2(data3);
        if (func3(data3) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
var ConfirmErasure = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
var ConfirmForm = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.field === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "field" });
      errors++;
    }
    if (data.form === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "form" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "field" || key0 === "form")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.field !== void 0) {
      let data0 = data.field;
      if (typeof data0 === "string") {
        data0 = data["field"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/field", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/field", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/field", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/field", "type", { type: "string" });
        errors++;
      }
    }
    if (data.form !== void 0) {
      let data1 = data.form;
      if (typeof data1 === "string") {
        data1 = data["form"] = func2(data1);
        if (func3(data1) > 400) {
          vErrors = put(vErrors, instancePath + "/form", "maxLength", { limit: 400 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/form", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/form", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/form", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
var CreateClient = validate33;
var schema34 = { "type": "object", "required": ["kind", "name"], "properties": { "kind": { "type": "string", "enum": ["company", "person"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "owner": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "inn": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "kpp": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "requisites": { "type": "object", "properties": { "legalName": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 400 }, "ogrn": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "address": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 400 }, "bank": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "bik": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "account": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 30 }, "correspondentAccount": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 30 }, "signer": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signerGenitive": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signerTitle": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signsBy": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "phone": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 80 }, "email": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 254 } }, "additionalProperties": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "kind" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!func14.call(schema34.properties, key0)) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "company" || data0 === "person")) {
        vErrors = put(vErrors, instancePath + "/kind", "enum", { allowedValues: schema34.properties.kind.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        data1 = data["name"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data2 = data.owner;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/owner", "type", { type: schema34.properties.owner.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["owner"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.inn !== void 0) {
      let data3 = data.inn;
      if (typeof data3 === "string") {
        data3 = data["inn"] = func2(data3);
        if (func3(data3) > 20) {
          vErrors = put(vErrors, instancePath + "/inn", "maxLength", { limit: 20 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/inn", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/inn", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/inn", "type", { type: "string" });
        errors++;
      }
    }
    if (data.kpp !== void 0) {
      let data4 = data.kpp;
      if (typeof data4 === "string") {
        data4 = data["kpp"] = func2(data4);
        if (func3(data4) > 20) {
          vErrors = put(vErrors, instancePath + "/kpp", "maxLength", { limit: 20 });
          errors++;
        }
        if (func3(data4) < 1) {
          vErrors = put(vErrors, instancePath + "/kpp", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data4)) {
          vErrors = put(vErrors, instancePath + "/kpp", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/kpp", "type", { type: "string" });
        errors++;
      }
    }
    if (data.requisites !== void 0) {
      let data5 = data.requisites;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!func14.call(schema34.properties.requisites.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/requisites", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data5.legalName !== void 0) {
          let data6 = data5.legalName;
          if (typeof data6 === "string") {
            data6 = data5["legalName"] = func2(data6);
            if (func3(data6) > 400) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "maxLength", { limit: 400 });
              errors++;
            }
            if (func3(data6) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data6)) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/legalName", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.ogrn !== void 0) {
          let data7 = data5.ogrn;
          if (typeof data7 === "string") {
            data7 = data5["ogrn"] = func2(data7);
            if (func3(data7) > 20) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data7) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/ogrn", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.address !== void 0) {
          let data8 = data5.address;
          if (typeof data8 === "string") {
            data8 = data5["address"] = func2(data8);
            if (func3(data8) > 400) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "maxLength", { limit: 400 });
              errors++;
            }
            if (func3(data8) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data8)) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/address", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.bank !== void 0) {
          let data9 = data5.bank;
          if (typeof data9 === "string") {
            data9 = data5["bank"] = func2(data9);
            if (func3(data9) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data9) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data9)) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/bank", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.bik !== void 0) {
          let data10 = data5.bik;
          if (typeof data10 === "string") {
            data10 = data5["bik"] = func2(data10);
            if (func3(data10) > 20) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data10) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data10)) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/bik", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.account !== void 0) {
          let data11 = data5.account;
          if (typeof data11 === "string") {
            data11 = data5["account"] = func2(data11);
            if (func3(data11) > 30) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "maxLength", { limit: 30 });
              errors++;
            }
            if (func3(data11) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data11)) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/account", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.correspondentAccount !== void 0) {
          let data12 = data5.correspondentAccount;
          if (typeof data12 === "string") {
            data12 = data5["correspondentAccount"] = func2(data12);
            if (func3(data12) > 30) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "maxLength", { limit: 30 });
              errors++;
            }
            if (func3(data12) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data12)) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.signer !== void 0) {
          let data13 = data5.signer;
          if (typeof data13 === "string") {
            data13 = data5["signer"] = func2(data13);
            if (func3(data13) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data13) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data13)) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signer", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.signerGenitive !== void 0) {
          let data14 = data5.signerGenitive;
          if (typeof data14 === "string") {
            data14 = data5["signerGenitive"] = func2(data14);
            if (func3(data14) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data14) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data14)) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.signerTitle !== void 0) {
          let data15 = data5.signerTitle;
          if (typeof data15 === "string") {
            data15 = data5["signerTitle"] = func2(data15);
            if (func3(data15) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data15) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data15)) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "type", { type: "string" });
            errors++;
          }
        }
        if (data5.signsBy !== void 0) {
          let data16 = data5.signsBy;
          if (typeof data16 === "string") {
            data16 = data5["signsBy"] = func2(data16);
            if (func3(data16) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data16) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data16)) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signsBy", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/requisites", "type", { type: "object" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data17 = data.fields;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        if (Object.keys(data17).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key2 in data17) {
          if (!pattern2.test(key2)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key2 });
            errors++;
          }
        }
        for (const key3 in data17) {
          if (pattern2.test(key3)) {
            let data18 = data17[key3];
            if (typeof data18 !== "string" && !(typeof data18 == "number" && isFinite(data18)) && typeof data18 !== "boolean" && data18 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema34.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data18 === "string") {
              data18 = data17[key3] = func2(data18);
              if (func3(data18) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data18)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data19 = data.phone;
      if (typeof data19 === "string") {
        data19 = data["phone"] = func2(data19);
        if (func3(data19) > 80) {
          vErrors = put(vErrors, instancePath + "/phone", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data19) < 1) {
          vErrors = put(vErrors, instancePath + "/phone", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data19)) {
          vErrors = put(vErrors, instancePath + "/phone", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/phone", "type", { type: "string" });
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data20 = data.email;
      if (typeof data20 === "string") {
        data20 = data["email"] = func2(data20);
        if (func3(data20) > 254) {
          vErrors = put(vErrors, instancePath + "/email", "maxLength", { limit: 254 });
          errors++;
        }
        if (func3(data20) < 1) {
          vErrors = put(vErrors, instancePath + "/email", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data20)) {
          vErrors = put(vErrors, instancePath + "/email", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/email", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
var CreateDeal = validate34;
var schema35 = { "type": "object", "required": ["title"], "properties": { "title": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "pipeline": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "stage": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "owner": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "client": { "type": "object", "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 200 }, "phone": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 40 }, "email": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 254 } }, "additionalProperties": false }, "currency": { "type": "string", "pattern": "^[A-Z]{3}$" }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "externalId": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "title" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "title" || key0 === "pipeline" || key0 === "stage" || key0 === "owner" || key0 === "client" || key0 === "currency" || key0 === "fields" || key0 === "externalId")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        data0 = data["title"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/title", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/title", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/title", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/title", "type", { type: "string" });
        errors++;
      }
    }
    if (data.pipeline !== void 0) {
      let data1 = data.pipeline;
      if (typeof data1 === "string") {
        data1 = data["pipeline"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/pipeline", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/pipeline", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/pipeline", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/pipeline", "type", { type: "string" });
        errors++;
      }
    }
    if (data.stage !== void 0) {
      let data2 = data.stage;
      if (typeof data2 === "string") {
        data2 = data["stage"] = func2(data2);
        if (func3(data2) > 200) {
          vErrors = put(vErrors, instancePath + "/stage", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/stage", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/stage", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/stage", "type", { type: "string" });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data3 = data.owner;
      if (typeof data3 === "string") {
        data3 = data["owner"] = func2(data3);
        if (func3(data3) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/owner", "type", { type: "string" });
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data4 = data.client;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          if (!(key1 === "name" || key1 === "phone" || key1 === "email")) {
            vErrors = put(vErrors, instancePath + "/client", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data4.name !== void 0) {
          let data5 = data4.name;
          if (typeof data5 === "string") {
            data5 = data4["name"] = func2(data5);
            if (func3(data5) > 200) {
              vErrors = put(vErrors, instancePath + "/client/name", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data5) < 0) {
              vErrors = put(vErrors, instancePath + "/client/name", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data5)) {
              vErrors = put(vErrors, instancePath + "/client/name", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/name", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.phone !== void 0) {
          let data6 = data4.phone;
          if (typeof data6 === "string") {
            data6 = data4["phone"] = func2(data6);
            if (func3(data6) > 40) {
              vErrors = put(vErrors, instancePath + "/client/phone", "maxLength", { limit: 40 });
              errors++;
            }
            if (func3(data6) < 0) {
              vErrors = put(vErrors, instancePath + "/client/phone", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data6)) {
              vErrors = put(vErrors, instancePath + "/client/phone", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/phone", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.email !== void 0) {
          let data7 = data4.email;
          if (typeof data7 === "string") {
            data7 = data4["email"] = func2(data7);
            if (func3(data7) > 254) {
              vErrors = put(vErrors, instancePath + "/client/email", "maxLength", { limit: 254 });
              errors++;
            }
            if (func3(data7) < 0) {
              vErrors = put(vErrors, instancePath + "/client/email", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/client/email", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/email", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/client", "type", { type: "object" });
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data8 = data.currency;
      if (typeof data8 === "string") {
        if (!pattern4.test(data8)) {
          vErrors = put(vErrors, instancePath + "/currency", "pattern", { pattern: "^[A-Z]{3}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/currency", "type", { type: "string" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data9 = data.fields;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (Object.keys(data9).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key2 in data9) {
          if (!pattern2.test(key2)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key2 });
            errors++;
          }
        }
        for (const key3 in data9) {
          if (pattern2.test(key3)) {
            let data10 = data9[key3];
            if (typeof data10 !== "string" && !(typeof data10 == "number" && isFinite(data10)) && typeof data10 !== "boolean" && data10 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema35.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data10 === "string") {
              data10 = data9[key3] = func2(data10);
              if (func3(data10) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data10)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.externalId !== void 0) {
      let data11 = data.externalId;
      if (typeof data11 === "string") {
        data11 = data["externalId"] = func2(data11);
        if (func3(data11) > 200) {
          vErrors = put(vErrors, instancePath + "/externalId", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data11) < 1) {
          vErrors = put(vErrors, instancePath + "/externalId", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data11)) {
          vErrors = put(vErrors, instancePath + "/externalId", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/externalId", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
var CreateIntegration = validate35;
var schema36 = { "type": "object", "required": ["id", "adapter", "name"], "properties": { "id": { "type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$" }, "adapter": { "type": "string", "enum": ["vats", "mango", "uis", "zadarma", "sipuni", "asterisk", "generic", "telegram", "max", "wazzup", "whatsapp", "mail", "imap", "graph", "site", "tilda", "vk", "meta_leads"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "settings": { "type": "object", "properties": { "zone": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 60 }, "origins": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 50 }, "mailbox": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 320 }, "knownOnly": { "type": "boolean" }, "proof": { "type": "string", "enum": ["attack", "always", "never"] }, "fields": { "type": "object", "patternProperties": { "^.{1,200}$": { "type": "string", "enum": ["name", "phone", "email", "message"] } }, "maxProperties": 100, "additionalProperties": false }, "folders": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 10 }, "api": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 300 }, "thanks": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 1e3 } }, "additionalProperties": false }, "lines": { "type": "object", "patternProperties": { "^.{1,200}$": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "maxProperties": 200, "additionalProperties": false }, "logins": { "type": "object", "patternProperties": { "^.{1,200}$": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "maxProperties": 200, "additionalProperties": false }, "secrets": { "type": "object", "patternProperties": { "^.{1,200}$": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "maxProperties": 200, "additionalProperties": false } }, "additionalProperties": false };
var pattern15 = new RegExp("^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$", "u");
var pattern16 = new RegExp("^.{1,200}$", "u");
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "id" });
      errors++;
    }
    if (data.adapter === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "adapter" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "adapter" || key0 === "name" || key0 === "settings" || key0 === "lines" || key0 === "logins" || key0 === "secrets")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern15.test(data0)) {
          vErrors = put(vErrors, instancePath + "/id", "pattern", { pattern: "^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/id", "type", { type: "string" });
        errors++;
      }
    }
    if (data.adapter !== void 0) {
      let data1 = data.adapter;
      if (typeof data1 !== "string") {
        vErrors = put(vErrors, instancePath + "/adapter", "type", { type: "string" });
        errors++;
      }
      if (!(data1 === "vats" || data1 === "mango" || data1 === "uis" || data1 === "zadarma" || data1 === "sipuni" || data1 === "asterisk" || data1 === "generic" || data1 === "telegram" || data1 === "max" || data1 === "wazzup" || data1 === "whatsapp" || data1 === "mail" || data1 === "imap" || data1 === "graph" || data1 === "site" || data1 === "tilda" || data1 === "vk" || data1 === "meta_leads")) {
        vErrors = put(vErrors, instancePath + "/adapter", "enum", { allowedValues: schema36.properties.adapter.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      if (typeof data2 === "string") {
        data2 = data["name"] = func2(data2);
        if (func3(data2) > 100) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.settings !== void 0) {
      let data3 = data.settings;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!func14.call(schema36.properties.settings.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/settings", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data3.zone !== void 0) {
          let data4 = data3.zone;
          if (typeof data4 === "string") {
            data4 = data3["zone"] = func2(data4);
            if (func3(data4) > 60) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "maxLength", { limit: 60 });
              errors++;
            }
            if (func3(data4) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data4)) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/zone", "type", { type: "string" });
            errors++;
          }
        }
        if (data3.origins !== void 0) {
          let data5 = data3.origins;
          if (Array.isArray(data5)) {
            if (data5.length > 50) {
              vErrors = put(vErrors, instancePath + "/settings/origins", "maxItems", { limit: 50 });
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === "string") {
                data6 = data5[i0] = func2(data6);
                if (func3(data6) > 200) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data6) < 1) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data6)) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/origins", "type", { type: "array" });
            errors++;
          }
        }
        if (data3.mailbox !== void 0) {
          let data7 = data3.mailbox;
          if (typeof data7 === "string") {
            data7 = data3["mailbox"] = func2(data7);
            if (func3(data7) > 320) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "maxLength", { limit: 320 });
              errors++;
            }
            if (func3(data7) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/mailbox", "type", { type: "string" });
            errors++;
          }
        }
        if (data3.knownOnly !== void 0) {
          if (typeof data3.knownOnly !== "boolean") {
            vErrors = put(vErrors, instancePath + "/settings/knownOnly", "type", { type: "boolean" });
            errors++;
          }
        }
        if (data3.proof !== void 0) {
          let data9 = data3.proof;
          if (typeof data9 !== "string") {
            vErrors = put(vErrors, instancePath + "/settings/proof", "type", { type: "string" });
            errors++;
          }
          if (!(data9 === "attack" || data9 === "always" || data9 === "never")) {
            vErrors = put(vErrors, instancePath + "/settings/proof", "enum", { allowedValues: schema36.properties.settings.properties.proof.enum });
            errors++;
          }
        }
        if (data3.fields !== void 0) {
          let data10 = data3.fields;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (Object.keys(data10).length > 100) {
              vErrors = put(vErrors, instancePath + "/settings/fields", "maxProperties", { limit: 100 });
              errors++;
            }
            for (const key2 in data10) {
              if (!pattern16.test(key2)) {
                vErrors = put(vErrors, instancePath + "/settings/fields", "additionalProperties", { additionalProperty: key2 });
                errors++;
              }
            }
            for (const key3 in data10) {
              if (pattern16.test(key3)) {
                let data11 = data10[key3];
                if (typeof data11 !== "string") {
                  vErrors = put(vErrors, instancePath + "/settings/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
                  errors++;
                }
                if (!(data11 === "name" || data11 === "phone" || data11 === "email" || data11 === "message")) {
                  vErrors = put(vErrors, instancePath + "/settings/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "enum", { allowedValues: schema36.properties.settings.properties.fields.patternProperties["^.{1,200}$"].enum });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/fields", "type", { type: "object" });
            errors++;
          }
        }
        if (data3.folders !== void 0) {
          let data12 = data3.folders;
          if (Array.isArray(data12)) {
            if (data12.length > 10) {
              vErrors = put(vErrors, instancePath + "/settings/folders", "maxItems", { limit: 10 });
              errors++;
            }
            const len1 = data12.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data13 = data12[i1];
              if (typeof data13 === "string") {
                data13 = data12[i1] = func2(data13);
                if (func3(data13) > 200) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data13) < 1) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data13)) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/folders", "type", { type: "array" });
            errors++;
          }
        }
        if (data3.api !== void 0) {
          let data14 = data3.api;
          if (typeof data14 === "string") {
            data14 = data3["api"] = func2(data14);
            if (func3(data14) > 300) {
              vErrors = put(vErrors, instancePath + "/settings/api", "maxLength", { limit: 300 });
              errors++;
            }
            if (func3(data14) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/api", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data14)) {
              vErrors = put(vErrors, instancePath + "/settings/api", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/api", "type", { type: "string" });
            errors++;
          }
        }
        if (data3.thanks !== void 0) {
          let data15 = data3.thanks;
          if (typeof data15 === "string") {
            data15 = data3["thanks"] = func2(data15);
            if (func3(data15) > 1e3) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "maxLength", { limit: 1e3 });
              errors++;
            }
            if (func3(data15) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data15)) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/thanks", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/settings", "type", { type: "object" });
        errors++;
      }
    }
    if (data.lines !== void 0) {
      let data16 = data.lines;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 200) {
          vErrors = put(vErrors, instancePath + "/lines", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key4 in data16) {
          if (!pattern16.test(key4)) {
            vErrors = put(vErrors, instancePath + "/lines", "additionalProperties", { additionalProperty: key4 });
            errors++;
          }
        }
        for (const key5 in data16) {
          if (pattern16.test(key5)) {
            let data17 = data16[key5];
            if (typeof data17 === "string") {
              data17 = data16[key5] = func2(data17);
              if (func3(data17) > 200) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data17) < 1) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data17)) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/lines", "type", { type: "object" });
        errors++;
      }
    }
    if (data.logins !== void 0) {
      let data18 = data.logins;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        if (Object.keys(data18).length > 200) {
          vErrors = put(vErrors, instancePath + "/logins", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key6 in data18) {
          if (!pattern16.test(key6)) {
            vErrors = put(vErrors, instancePath + "/logins", "additionalProperties", { additionalProperty: key6 });
            errors++;
          }
        }
        for (const key7 in data18) {
          if (pattern16.test(key7)) {
            let data19 = data18[key7];
            if (typeof data19 === "string") {
              data19 = data18[key7] = func2(data19);
              if (func3(data19) > 200) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data19) < 1) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data19)) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/logins", "type", { type: "object" });
        errors++;
      }
    }
    if (data.secrets !== void 0) {
      let data20 = data.secrets;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        if (Object.keys(data20).length > 200) {
          vErrors = put(vErrors, instancePath + "/secrets", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key8 in data20) {
          if (!pattern16.test(key8)) {
            vErrors = put(vErrors, instancePath + "/secrets", "additionalProperties", { additionalProperty: key8 });
            errors++;
          }
        }
        for (const key9 in data20) {
          if (pattern16.test(key9)) {
            let data21 = data20[key9];
            if (typeof data21 === "string") {
              data21 = data20[key9] = func2(data21);
              if (func3(data21) > 200) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data21) < 1) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data21)) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/secrets/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/secrets", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
var CreateOneCBase = validate36;
var formats168 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).date;
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "seller" || key0 === "from")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.seller !== void 0) {
      let data1 = data.seller;
      if (typeof data1 === "string") {
        data1 = data["seller"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/seller", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/seller", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/seller", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/seller", "type", { type: "string" });
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data2 = data.from;
      if (typeof data2 === "string") {
        if (!formats168(data2)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "date" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
var DialTalk = validate37;
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "integration")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.integration !== void 0) {
      let data0 = data.integration;
      if (typeof data0 === "string") {
        data0 = data["integration"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/integration", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/integration", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/integration", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/integration", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
var DismissTalk = validate38;
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 300) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 300 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
var EndDocument = validate39;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
var FileArrival = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
var FirstPeople = validate41;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "people")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.people !== void 0) {
      let data0 = data.people;
      if (Array.isArray(data0)) {
        if (data0.length > 50) {
          vErrors = put(vErrors, instancePath + "/people", "maxItems", { limit: 50 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.name === void 0) {
              vErrors = put(vErrors, instancePath + "/people/" + i0, "required", { missingProperty: "name" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "name" || key1 === "email" || key1 === "roles")) {
                vErrors = put(vErrors, instancePath + "/people/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.name !== void 0) {
              let data2 = data1.name;
              if (typeof data2 === "string") {
                data2 = data1["name"] = func2(data2);
                if (func3(data2) > 200) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/name", "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data2) < 1) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/name", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data2)) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/name", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/people/" + i0 + "/name", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.email !== void 0) {
              let data3 = data1.email;
              if (typeof data3 === "string") {
                data3 = data1["email"] = func2(data3);
                if (func3(data3) > 254) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/email", "maxLength", { limit: 254 });
                  errors++;
                }
                if (func3(data3) < 0) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/email", "minLength", { limit: 0 });
                  errors++;
                }
                if (!formats0(data3)) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/email", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/people/" + i0 + "/email", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.roles !== void 0) {
              let data4 = data1.roles;
              if (Array.isArray(data4)) {
                if (data4.length > 50) {
                  vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles", "maxItems", { limit: 50 });
                  errors++;
                }
                const len1 = data4.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data5 = data4[i1];
                  if (typeof data5 === "string") {
                    data5 = data4[i1] = func2(data5);
                    if (func3(data5) > 60) {
                      vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles/" + i1, "maxLength", { limit: 60 });
                      errors++;
                    }
                    if (func3(data5) < 1) {
                      vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles/" + i1, "minLength", { limit: 1 });
                      errors++;
                    }
                    if (!formats0(data5)) {
                      vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles/" + i1, "format", { format: "line" });
                      errors++;
                    }
                  } else {
                    vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles/" + i1, "type", { type: "string" });
                    errors++;
                  }
                }
              } else {
                vErrors = put(vErrors, instancePath + "/people/" + i0 + "/roles", "type", { type: "array" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/people/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/people", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
var GiveConsent = validate42;
var pattern25 = new RegExp("^[0-9A-Fa-f.:]{2,45}$", "u");
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.consent === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "consent" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "consent" || key0 === "version" || key0 === "textSha256" || key0 === "page" || key0 === "ip" || key0 === "at")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.consent !== void 0) {
      let data0 = data.consent;
      if (typeof data0 === "string") {
        data0 = data["consent"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/consent", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/consent", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/consent", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/consent", "type", { type: "string" });
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        data1 = data["version"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/version", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/version", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/version", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/version", "type", { type: "string" });
        errors++;
      }
    }
    if (data.textSha256 !== void 0) {
      let data2 = data.textSha256;
      if (typeof data2 === "string") {
        if (!pattern0.test(data2)) {
          vErrors = put(vErrors, instancePath + "/textSha256", "pattern", { pattern: "^[0-9a-f]{64}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/textSha256", "type", { type: "string" });
        errors++;
      }
    }
    if (data.page !== void 0) {
      let data3 = data.page;
      if (typeof data3 === "string") {
        data3 = data["page"] = func2(data3);
        if (func3(data3) > 500) {
          vErrors = put(vErrors, instancePath + "/page", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/page", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/page", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/page", "type", { type: "string" });
        errors++;
      }
    }
    if (data.ip !== void 0) {
      let data4 = data.ip;
      if (typeof data4 === "string") {
        if (!pattern25.test(data4)) {
          vErrors = put(vErrors, instancePath + "/ip", "pattern", { pattern: "^[0-9A-Fa-f.:]{2,45}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/ip", "type", { type: "string" });
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data5 = data.at;
      if (typeof data5 === "string") {
        if (!formats14(data5)) {
          vErrors = put(vErrors, instancePath + "/at", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/at", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
var HandOver = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.to === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "to" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "to" || key0 === "reason" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data0 = data.to;
      if (typeof data0 === "string") {
        data0 = data["to"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/to", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/to", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/to", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
var HearRecording = validate44;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "no")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.no !== void 0) {
      let data0 = data.no;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/no", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 99 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/no", "maximum", { comparison: "<=", limit: 99 });
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/no", "minimum", { comparison: ">=", limit: 0 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
var InviteEmployee = validate45;
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate45.errors = vErrors;
  return errors === 0;
}
var IssueDocument = validate46;
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate46.errors = vErrors;
  return errors === 0;
}
var IssueInvoice = validate47;
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate47.errors = vErrors;
  return errors === 0;
}
var KeepApart = validate48;
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.other === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "other" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "other" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.other !== void 0) {
      let data0 = data.other;
      if (typeof data0 === "string") {
        data0 = data["other"] = func2(data0);
        if (func3(data0) > 80) {
          vErrors = put(vErrors, instancePath + "/other", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/other", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/other", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/other", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
var LinkClients = validate49;
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.client === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "client" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "client" || key0 === "title" || key0 === "since" || key0 === "until")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data0 = data.client;
      if (typeof data0 === "string") {
        data0 = data["client"] = func2(data0);
        if (func3(data0) > 80) {
          vErrors = put(vErrors, instancePath + "/client", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/client", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/client", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/client", "type", { type: "string" });
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data1 = data.title;
      if (typeof data1 === "string") {
        data1 = data["title"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/title", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/title", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/title", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/title", "type", { type: "string" });
        errors++;
      }
    }
    if (data.since !== void 0) {
      let data2 = data.since;
      if (typeof data2 === "string") {
        if (!formats168(data2)) {
          vErrors = put(vErrors, instancePath + "/since", "format", { format: "date" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/since", "type", { type: "string" });
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data3 = data.until;
      if (typeof data3 === "string") {
        if (!formats168(data3)) {
          vErrors = put(vErrors, instancePath + "/until", "format", { format: "date" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/until", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
var LinkDealClient = validate50;
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.client === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "client" });
      errors++;
    }
    if (data.role === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "role" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "client" || key0 === "role")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data0 = data.client;
      if (typeof data0 === "string") {
        data0 = data["client"] = func2(data0);
        if (func3(data0) > 80) {
          vErrors = put(vErrors, instancePath + "/client", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/client", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/client", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/client", "type", { type: "string" });
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data1 = data.role;
      if (typeof data1 === "string") {
        data1 = data["role"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/role", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/role", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/role", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/role", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
var LoadRegister = validate51;
var pattern26 = new RegExp("^[A-Za-z0-9+/]+={0,2}$", "u");
var pattern27 = new RegExp("^up_[A-Z0-9]{1,40}$", "u");
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.dryRun === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "dryRun" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "content" || key0 === "upload" || key0 === "kind" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.content !== void 0) {
      let data1 = data.content;
      if (typeof data1 === "string") {
        if (func3(data1) > 1e6) {
          vErrors = put(vErrors, instancePath + "/content", "maxLength", { limit: 1e6 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/content", "minLength", { limit: 1 });
          errors++;
        }
        if (!pattern26.test(data1)) {
          vErrors = put(vErrors, instancePath + "/content", "pattern", { pattern: "^[A-Za-z0-9+/]+={0,2}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/content", "type", { type: "string" });
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data2 = data.upload;
      if (typeof data2 === "string") {
        if (!pattern27.test(data2)) {
          vErrors = put(vErrors, instancePath + "/upload", "pattern", { pattern: "^up_[A-Z0-9]{1,40}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/upload", "type", { type: "string" });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data3 = data.kind;
      if (typeof data3 === "string") {
        data3 = data["kind"] = func2(data3);
        if (func3(data3) > 100) {
          vErrors = put(vErrors, instancePath + "/kind", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/kind", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/kind", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
var LoadStatement = validate52;
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "content" || key0 === "upload")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.content !== void 0) {
      let data1 = data.content;
      if (typeof data1 === "string") {
        if (func3(data1) > 1e6) {
          vErrors = put(vErrors, instancePath + "/content", "maxLength", { limit: 1e6 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/content", "minLength", { limit: 1 });
          errors++;
        }
        if (!pattern26.test(data1)) {
          vErrors = put(vErrors, instancePath + "/content", "pattern", { pattern: "^[A-Za-z0-9+/]+={0,2}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/content", "type", { type: "string" });
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data2 = data.upload;
      if (typeof data2 === "string") {
        if (!pattern27.test(data2)) {
          vErrors = put(vErrors, instancePath + "/upload", "pattern", { pattern: "^up_[A-Z0-9]{1,40}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/upload", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
var MakeDocument = validate53;
var schema54 = { "type": "object", "required": ["kind"], "properties": { "kind": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "lines": { "type": "array", "items": { "type": "object", "required": ["name", "quantity", "unit", "priceKopecks"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "quantity": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e9 }, "unit": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "priceKopecks": { "type": "integer", "minimum": 0, "maximum": 1e13 }, "vatPercent": { "type": ["number", "null"], "minimum": 0, "maximum": 100 } }, "additionalProperties": false }, "minItems": 1, "maxItems": 500 }, "replaces": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "kind" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "kind" || key0 === "lines" || key0 === "replaces")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 === "string") {
        data0 = data["kind"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/kind", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/kind", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/kind", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
    }
    if (data.lines !== void 0) {
      let data1 = data.lines;
      if (Array.isArray(data1)) {
        if (data1.length > 500) {
          vErrors = put(vErrors, instancePath + "/lines", "maxItems", { limit: 500 });
          errors++;
        }
        if (data1.length < 1) {
          vErrors = put(vErrors, instancePath + "/lines", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.name === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "name" });
              errors++;
            }
            if (data2.quantity === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "quantity" });
              errors++;
            }
            if (data2.unit === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "unit" });
              errors++;
            }
            if (data2.priceKopecks === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "priceKopecks" });
              errors++;
            }
            for (const key1 in data2) {
              if (!(key1 === "name" || key1 === "quantity" || key1 === "unit" || key1 === "priceKopecks" || key1 === "vatPercent")) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data2.name !== void 0) {
              let data3 = data2.name;
              if (typeof data3 === "string") {
                data3 = data2["name"] = func2(data3);
                if (func3(data3) > 500) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "maxLength", { limit: 500 });
                  errors++;
                }
                if (func3(data3) < 1) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data3)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "type", { type: "string" });
                errors++;
              }
            }
            if (data2.quantity !== void 0) {
              let data4 = data2.quantity;
              if (typeof data4 == "number" && isFinite(data4)) {
                if (data4 > 1e9 || isNaN(data4)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "maximum", { comparison: "<=", limit: 1e9 });
                  errors++;
                }
                if (data4 <= 0 || isNaN(data4)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "exclusiveMinimum", { comparison: ">", limit: 0 });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "type", { type: "number" });
                errors++;
              }
            }
            if (data2.unit !== void 0) {
              let data5 = data2.unit;
              if (typeof data5 === "string") {
                data5 = data2["unit"] = func2(data5);
                if (func3(data5) > 20) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "maxLength", { limit: 20 });
                  errors++;
                }
                if (func3(data5) < 1) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data5)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "type", { type: "string" });
                errors++;
              }
            }
            if (data2.priceKopecks !== void 0) {
              let data6 = data2.priceKopecks;
              if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "type", { type: "integer" });
                errors++;
              }
              if (typeof data6 == "number" && isFinite(data6)) {
                if (data6 > 1e13 || isNaN(data6)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "maximum", { comparison: "<=", limit: 1e13 });
                  errors++;
                }
                if (data6 < 0 || isNaN(data6)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
            if (data2.vatPercent !== void 0) {
              let data7 = data2.vatPercent;
              if (!(typeof data7 == "number" && isFinite(data7)) && data7 !== null) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "type", { type: schema54.properties.lines.items.properties.vatPercent.type });
                errors++;
              }
              if (typeof data7 == "number" && isFinite(data7)) {
                if (data7 > 100 || isNaN(data7)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "maximum", { comparison: "<=", limit: 100 });
                  errors++;
                }
                if (data7 < 0 || isNaN(data7)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/lines/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/lines", "type", { type: "array" });
        errors++;
      }
    }
    if (data.replaces !== void 0) {
      let data8 = data.replaces;
      if (typeof data8 === "string") {
        data8 = data["replaces"] = func2(data8);
        if (func3(data8) > 200) {
          vErrors = put(vErrors, instancePath + "/replaces", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data8) < 1) {
          vErrors = put(vErrors, instancePath + "/replaces", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data8)) {
          vErrors = put(vErrors, instancePath + "/replaces", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/replaces", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
var MakeInvoice = validate54;
var schema55 = { "type": "object", "required": ["kind"], "properties": { "kind": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "buyer": { "type": "object", "required": ["name"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "inn": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "kpp": { "type": "string", "pattern": "^\\d{4}[\\dA-Z]{2}\\d{3}$" } }, "additionalProperties": false }, "lines": { "type": "array", "items": { "type": "object", "required": ["name", "quantity", "unit", "priceKopecks"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "quantity": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e9 }, "unit": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "priceKopecks": { "type": "integer", "minimum": 0, "maximum": 1e13 }, "vatPercent": { "type": ["number", "null"], "minimum": 0, "maximum": 100 } }, "additionalProperties": false }, "minItems": 1, "maxItems": 500 } }, "additionalProperties": false };
var pattern30 = new RegExp("^\\d{4}[\\dA-Z]{2}\\d{3}$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "kind" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "kind" || key0 === "buyer" || key0 === "lines")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 === "string") {
        data0 = data["kind"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/kind", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/kind", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/kind", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
    }
    if (data.buyer !== void 0) {
      let data1 = data.buyer;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.name === void 0) {
          vErrors = put(vErrors, instancePath + "/buyer", "required", { missingProperty: "name" });
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "name" || key1 === "inn" || key1 === "kpp")) {
            vErrors = put(vErrors, instancePath + "/buyer", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.name !== void 0) {
          let data2 = data1.name;
          if (typeof data2 === "string") {
            data2 = data1["name"] = func2(data2);
            if (func3(data2) > 500) {
              vErrors = put(vErrors, instancePath + "/buyer/name", "maxLength", { limit: 500 });
              errors++;
            }
            if (func3(data2) < 1) {
              vErrors = put(vErrors, instancePath + "/buyer/name", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data2)) {
              vErrors = put(vErrors, instancePath + "/buyer/name", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/buyer/name", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.inn !== void 0) {
          let data3 = data1.inn;
          if (typeof data3 === "string") {
            data3 = data1["inn"] = func2(data3);
            if (func3(data3) > 20) {
              vErrors = put(vErrors, instancePath + "/buyer/inn", "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data3) < 1) {
              vErrors = put(vErrors, instancePath + "/buyer/inn", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data3)) {
              vErrors = put(vErrors, instancePath + "/buyer/inn", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/buyer/inn", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.kpp !== void 0) {
          let data4 = data1.kpp;
          if (typeof data4 === "string") {
            if (!pattern30.test(data4)) {
              vErrors = put(vErrors, instancePath + "/buyer/kpp", "pattern", { pattern: "^\\d{4}[\\dA-Z]{2}\\d{3}$" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/buyer/kpp", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/buyer", "type", { type: "object" });
        errors++;
      }
    }
    if (data.lines !== void 0) {
      let data5 = data.lines;
      if (Array.isArray(data5)) {
        if (data5.length > 500) {
          vErrors = put(vErrors, instancePath + "/lines", "maxItems", { limit: 500 });
          errors++;
        }
        if (data5.length < 1) {
          vErrors = put(vErrors, instancePath + "/lines", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            if (data6.name === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "name" });
              errors++;
            }
            if (data6.quantity === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "quantity" });
              errors++;
            }
            if (data6.unit === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "unit" });
              errors++;
            }
            if (data6.priceKopecks === void 0) {
              vErrors = put(vErrors, instancePath + "/lines/" + i0, "required", { missingProperty: "priceKopecks" });
              errors++;
            }
            for (const key2 in data6) {
              if (!(key2 === "name" || key2 === "quantity" || key2 === "unit" || key2 === "priceKopecks" || key2 === "vatPercent")) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0, "additionalProperties", { additionalProperty: key2 });
                errors++;
              }
            }
            if (data6.name !== void 0) {
              let data7 = data6.name;
              if (typeof data7 === "string") {
                data7 = data6["name"] = func2(data7);
                if (func3(data7) > 500) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "maxLength", { limit: 500 });
                  errors++;
                }
                if (func3(data7) < 1) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data7)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/name", "type", { type: "string" });
                errors++;
              }
            }
            if (data6.quantity !== void 0) {
              let data8 = data6.quantity;
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 > 1e9 || isNaN(data8)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "maximum", { comparison: "<=", limit: 1e9 });
                  errors++;
                }
                if (data8 <= 0 || isNaN(data8)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "exclusiveMinimum", { comparison: ">", limit: 0 });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/quantity", "type", { type: "number" });
                errors++;
              }
            }
            if (data6.unit !== void 0) {
              let data9 = data6.unit;
              if (typeof data9 === "string") {
                data9 = data6["unit"] = func2(data9);
                if (func3(data9) > 20) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "maxLength", { limit: 20 });
                  errors++;
                }
                if (func3(data9) < 1) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data9)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/unit", "type", { type: "string" });
                errors++;
              }
            }
            if (data6.priceKopecks !== void 0) {
              let data10 = data6.priceKopecks;
              if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "type", { type: "integer" });
                errors++;
              }
              if (typeof data10 == "number" && isFinite(data10)) {
                if (data10 > 1e13 || isNaN(data10)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "maximum", { comparison: "<=", limit: 1e13 });
                  errors++;
                }
                if (data10 < 0 || isNaN(data10)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/priceKopecks", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
            if (data6.vatPercent !== void 0) {
              let data11 = data6.vatPercent;
              if (!(typeof data11 == "number" && isFinite(data11)) && data11 !== null) {
                vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "type", { type: schema55.properties.lines.items.properties.vatPercent.type });
                errors++;
              }
              if (typeof data11 == "number" && isFinite(data11)) {
                if (data11 > 100 || isNaN(data11)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "maximum", { comparison: "<=", limit: 100 });
                  errors++;
                }
                if (data11 < 0 || isNaN(data11)) {
                  vErrors = put(vErrors, instancePath + "/lines/" + i0 + "/vatPercent", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/lines/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/lines", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
var MakeTalkDeal = validate55;
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "title" || key0 === "pipeline")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        data0 = data["title"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/title", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/title", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/title", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/title", "type", { type: "string" });
        errors++;
      }
    }
    if (data.pipeline !== void 0) {
      let data1 = data.pipeline;
      if (typeof data1 === "string") {
        data1 = data["pipeline"] = func2(data1);
        if (func3(data1) > 60) {
          vErrors = put(vErrors, instancePath + "/pipeline", "maxLength", { limit: 60 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/pipeline", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/pipeline", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/pipeline", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
var MarkAllRead = validate56;
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "until")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data0 = data.until;
      if (typeof data0 === "string") {
        if (!formats14(data0)) {
          vErrors = put(vErrors, instancePath + "/until", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/until", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
var MarkRead = validate57;
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "read")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.read !== void 0) {
      if (typeof data.read !== "boolean") {
        vErrors = put(vErrors, instancePath + "/read", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
var MergeClients = validate58;
var schema59 = { "type": "object", "required": ["loser"], "properties": { "loser": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 80 }, "take": { "type": "object", "patternProperties": { "^[a-z][A-Za-z0-9_-]{0,80}$": { "type": "string", "enum": ["winner", "loser"] } }, "maxProperties": 200, "additionalProperties": false }, "loserVersion": { "type": "integer", "minimum": 1 }, "dryRun": { "type": "boolean" } }, "additionalProperties": false };
var pattern31 = new RegExp("^[a-z][A-Za-z0-9_-]{0,80}$", "u");
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.loser === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "loser" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "loser" || key0 === "take" || key0 === "loserVersion" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.loser !== void 0) {
      let data0 = data.loser;
      if (typeof data0 === "string") {
        data0 = data["loser"] = func2(data0);
        if (func3(data0) > 80) {
          vErrors = put(vErrors, instancePath + "/loser", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/loser", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/loser", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/loser", "type", { type: "string" });
        errors++;
      }
    }
    if (data.take !== void 0) {
      let data1 = data.take;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 200) {
          vErrors = put(vErrors, instancePath + "/take", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data1) {
          if (!pattern31.test(key1)) {
            vErrors = put(vErrors, instancePath + "/take", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data1) {
          if (pattern31.test(key2)) {
            let data2 = data1[key2];
            if (typeof data2 !== "string") {
              vErrors = put(vErrors, instancePath + "/take/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
            if (!(data2 === "winner" || data2 === "loser")) {
              vErrors = put(vErrors, instancePath + "/take/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "enum", { allowedValues: schema59.properties.take.patternProperties["^[a-z][A-Za-z0-9_-]{0,80}$"].enum });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/take", "type", { type: "object" });
        errors++;
      }
    }
    if (data.loserVersion !== void 0) {
      let data3 = data.loserVersion;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        vErrors = put(vErrors, instancePath + "/loserVersion", "type", { type: "integer" });
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 1 || isNaN(data3)) {
          vErrors = put(vErrors, instancePath + "/loserVersion", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
var MoveDeal = validate59;
var schema60 = { "type": "object", "required": ["toStage"], "properties": { "toStage": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "complete": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 50 }, "override": { "type": "object", "required": ["reason"], "properties": { "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false } }, "additionalProperties": false };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.toStage === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "toStage" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "toStage" || key0 === "reason" || key0 === "fields" || key0 === "complete" || key0 === "override")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.toStage !== void 0) {
      let data0 = data.toStage;
      if (typeof data0 === "string") {
        data0 = data["toStage"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/toStage", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/toStage", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/toStage", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/toStage", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data2 = data.fields;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data2) {
          if (!pattern2.test(key1)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data2) {
          if (pattern2.test(key2)) {
            let data3 = data2[key2];
            if (typeof data3 !== "string" && !(typeof data3 == "number" && isFinite(data3)) && typeof data3 !== "boolean" && data3 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema60.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data3 === "string") {
              data3 = data2[key2] = func2(data3);
              if (func3(data3) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data3)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.complete !== void 0) {
      let data4 = data.complete;
      if (Array.isArray(data4)) {
        if (data4.length > 50) {
          vErrors = put(vErrors, instancePath + "/complete", "maxItems", { limit: 50 });
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            data5 = data4[i0] = func2(data5);
            if (func3(data5) > 200) {
              vErrors = put(vErrors, instancePath + "/complete/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data5) < 1) {
              vErrors = put(vErrors, instancePath + "/complete/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data5)) {
              vErrors = put(vErrors, instancePath + "/complete/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/complete/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/complete", "type", { type: "array" });
        errors++;
      }
    }
    if (data.override !== void 0) {
      let data6 = data.override;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.reason === void 0) {
          vErrors = put(vErrors, instancePath + "/override", "required", { missingProperty: "reason" });
          errors++;
        }
        for (const key3 in data6) {
          if (!(key3 === "reason")) {
            vErrors = put(vErrors, instancePath + "/override", "additionalProperties", { additionalProperty: key3 });
            errors++;
          }
        }
        if (data6.reason !== void 0) {
          let data7 = data6.reason;
          if (typeof data7 === "string") {
            data7 = data6["reason"] = func2(data7);
            if (func3(data7) > 500) {
              vErrors = put(vErrors, instancePath + "/override/reason", "maxLength", { limit: 500 });
              errors++;
            }
            if (func3(data7) < 1) {
              vErrors = put(vErrors, instancePath + "/override/reason", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/override/reason", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/override/reason", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/override", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
var NameOfIntegration = validate60;
var schema61 = { "type": "object", "required": ["what", "name", "to"], "properties": { "what": { "type": "string", "enum": ["line", "login", "field"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "to": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.what === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "what" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.to === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "to" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "what" || key0 === "name" || key0 === "to")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.what !== void 0) {
      let data0 = data.what;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/what", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "line" || data0 === "login" || data0 === "field")) {
        vErrors = put(vErrors, instancePath + "/what", "enum", { allowedValues: schema61.properties.what.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        data1 = data["name"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data2 = data.to;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/to", "type", { type: schema61.properties.to.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["to"] = func2(data2);
        if (func3(data2) > 200) {
          vErrors = put(vErrors, instancePath + "/to", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/to", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "line" });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate60.errors = vErrors;
  return errors === 0;
}
var NewApiKey = validate61;
var schema62 = { "type": "object", "required": ["name", "scopes"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "scopes": { "type": "object", "properties": { "deals_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "deals_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "books_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "people_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "rules_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "import": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_contacts": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_know": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_merge": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "export": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "audit_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "channels_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "recordings_hear": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] } }, "additionalProperties": false }, "days": { "type": "integer", "minimum": 1, "maximum": 365 }, "isOfCompany": { "type": "boolean" } }, "additionalProperties": false };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.scopes === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "scopes" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "scopes" || key0 === "days" || key0 === "isOfCompany")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.scopes !== void 0) {
      let data1 = data.scopes;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!func14.call(schema62.properties.scopes.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/scopes", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.deals_read !== void 0) {
          let data2 = data1.deals_read;
          if (typeof data2 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/deals_read", "type", { type: "string" });
            errors++;
          }
          if (!(data2 === "none" || data2 === "own" || data2 === "department" || data2 === "department_below" || data2 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/deals_read", "enum", { allowedValues: schema62.properties.scopes.properties.deals_read.enum });
            errors++;
          }
        }
        if (data1.deals_edit !== void 0) {
          let data3 = data1.deals_edit;
          if (typeof data3 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/deals_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data3 === "none" || data3 === "own" || data3 === "department" || data3 === "department_below" || data3 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/deals_edit", "enum", { allowedValues: schema62.properties.scopes.properties.deals_edit.enum });
            errors++;
          }
        }
        if (data1.plan_read !== void 0) {
          let data4 = data1.plan_read;
          if (typeof data4 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/plan_read", "type", { type: "string" });
            errors++;
          }
          if (!(data4 === "none" || data4 === "own" || data4 === "department" || data4 === "department_below" || data4 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/plan_read", "enum", { allowedValues: schema62.properties.scopes.properties.plan_read.enum });
            errors++;
          }
        }
        if (data1.plan_edit !== void 0) {
          let data5 = data1.plan_edit;
          if (typeof data5 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/plan_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data5 === "none" || data5 === "own" || data5 === "department" || data5 === "department_below" || data5 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/plan_edit", "enum", { allowedValues: schema62.properties.scopes.properties.plan_edit.enum });
            errors++;
          }
        }
        if (data1.books_edit !== void 0) {
          let data6 = data1.books_edit;
          if (typeof data6 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/books_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data6 === "none" || data6 === "own" || data6 === "department" || data6 === "department_below" || data6 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/books_edit", "enum", { allowedValues: schema62.properties.scopes.properties.books_edit.enum });
            errors++;
          }
        }
        if (data1.people_edit !== void 0) {
          let data7 = data1.people_edit;
          if (typeof data7 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/people_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data7 === "none" || data7 === "own" || data7 === "department" || data7 === "department_below" || data7 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/people_edit", "enum", { allowedValues: schema62.properties.scopes.properties.people_edit.enum });
            errors++;
          }
        }
        if (data1.rules_edit !== void 0) {
          let data8 = data1.rules_edit;
          if (typeof data8 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/rules_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data8 === "none" || data8 === "own" || data8 === "department" || data8 === "department_below" || data8 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/rules_edit", "enum", { allowedValues: schema62.properties.scopes.properties.rules_edit.enum });
            errors++;
          }
        }
        if (data1.import !== void 0) {
          let data9 = data1.import;
          if (typeof data9 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/import", "type", { type: "string" });
            errors++;
          }
          if (!(data9 === "none" || data9 === "own" || data9 === "department" || data9 === "department_below" || data9 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/import", "enum", { allowedValues: schema62.properties.scopes.properties.import.enum });
            errors++;
          }
        }
        if (data1.clients_read !== void 0) {
          let data10 = data1.clients_read;
          if (typeof data10 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_read", "type", { type: "string" });
            errors++;
          }
          if (!(data10 === "none" || data10 === "own" || data10 === "department" || data10 === "department_below" || data10 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_read", "enum", { allowedValues: schema62.properties.scopes.properties.clients_read.enum });
            errors++;
          }
        }
        if (data1.clients_edit !== void 0) {
          let data11 = data1.clients_edit;
          if (typeof data11 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data11 === "none" || data11 === "own" || data11 === "department" || data11 === "department_below" || data11 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_edit", "enum", { allowedValues: schema62.properties.scopes.properties.clients_edit.enum });
            errors++;
          }
        }
        if (data1.clients_contacts !== void 0) {
          let data12 = data1.clients_contacts;
          if (typeof data12 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_contacts", "type", { type: "string" });
            errors++;
          }
          if (!(data12 === "none" || data12 === "own" || data12 === "department" || data12 === "department_below" || data12 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_contacts", "enum", { allowedValues: schema62.properties.scopes.properties.clients_contacts.enum });
            errors++;
          }
        }
        if (data1.clients_know !== void 0) {
          let data13 = data1.clients_know;
          if (typeof data13 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_know", "type", { type: "string" });
            errors++;
          }
          if (!(data13 === "none" || data13 === "own" || data13 === "department" || data13 === "department_below" || data13 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_know", "enum", { allowedValues: schema62.properties.scopes.properties.clients_know.enum });
            errors++;
          }
        }
        if (data1.clients_merge !== void 0) {
          let data14 = data1.clients_merge;
          if (typeof data14 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_merge", "type", { type: "string" });
            errors++;
          }
          if (!(data14 === "none" || data14 === "own" || data14 === "department" || data14 === "department_below" || data14 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_merge", "enum", { allowedValues: schema62.properties.scopes.properties.clients_merge.enum });
            errors++;
          }
        }
        if (data1.export !== void 0) {
          let data15 = data1.export;
          if (typeof data15 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/export", "type", { type: "string" });
            errors++;
          }
          if (!(data15 === "none" || data15 === "own" || data15 === "department" || data15 === "department_below" || data15 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/export", "enum", { allowedValues: schema62.properties.scopes.properties.export.enum });
            errors++;
          }
        }
        if (data1.audit_read !== void 0) {
          let data16 = data1.audit_read;
          if (typeof data16 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/audit_read", "type", { type: "string" });
            errors++;
          }
          if (!(data16 === "none" || data16 === "own" || data16 === "department" || data16 === "department_below" || data16 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/audit_read", "enum", { allowedValues: schema62.properties.scopes.properties.audit_read.enum });
            errors++;
          }
        }
        if (data1.channels_edit !== void 0) {
          let data17 = data1.channels_edit;
          if (typeof data17 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/channels_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data17 === "none" || data17 === "own" || data17 === "department" || data17 === "department_below" || data17 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/channels_edit", "enum", { allowedValues: schema62.properties.scopes.properties.channels_edit.enum });
            errors++;
          }
        }
        if (data1.recordings_hear !== void 0) {
          let data18 = data1.recordings_hear;
          if (typeof data18 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/recordings_hear", "type", { type: "string" });
            errors++;
          }
          if (!(data18 === "none" || data18 === "own" || data18 === "department" || data18 === "department_below" || data18 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/recordings_hear", "enum", { allowedValues: schema62.properties.scopes.properties.recordings_hear.enum });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/scopes", "type", { type: "object" });
        errors++;
      }
    }
    if (data.days !== void 0) {
      let data19 = data.days;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
        vErrors = put(vErrors, instancePath + "/days", "type", { type: "integer" });
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 > 365 || isNaN(data19)) {
          vErrors = put(vErrors, instancePath + "/days", "maximum", { comparison: "<=", limit: 365 });
          errors++;
        }
        if (data19 < 1 || isNaN(data19)) {
          vErrors = put(vErrors, instancePath + "/days", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.isOfCompany !== void 0) {
      if (typeof data.isOfCompany !== "boolean") {
        vErrors = put(vErrors, instancePath + "/isOfCompany", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
var NewSubjectRequest = validate62;
var schema63 = { "type": "object", "required": ["kind", "way"], "properties": { "kind": { "type": "string", "enum": ["access", "correction", "erasure", "objection"] }, "way": { "type": "string", "enum": ["letter", "mail", "call", "in_person", "other"] }, "receivedOn": { "type": "string", "format": "date" }, "note": { "trimmed": true, "type": "string", "format": "prose", "maxLength": 500 } }, "additionalProperties": false };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "kind" });
      errors++;
    }
    if (data.way === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "way" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "kind" || key0 === "way" || key0 === "receivedOn" || key0 === "note")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "access" || data0 === "correction" || data0 === "erasure" || data0 === "objection")) {
        vErrors = put(vErrors, instancePath + "/kind", "enum", { allowedValues: schema63.properties.kind.enum });
        errors++;
      }
    }
    if (data.way !== void 0) {
      let data1 = data.way;
      if (typeof data1 !== "string") {
        vErrors = put(vErrors, instancePath + "/way", "type", { type: "string" });
        errors++;
      }
      if (!(data1 === "letter" || data1 === "mail" || data1 === "call" || data1 === "in_person" || data1 === "other")) {
        vErrors = put(vErrors, instancePath + "/way", "enum", { allowedValues: schema63.properties.way.enum });
        errors++;
      }
    }
    if (data.receivedOn !== void 0) {
      let data2 = data.receivedOn;
      if (typeof data2 === "string") {
        if (!formats168(data2)) {
          vErrors = put(vErrors, instancePath + "/receivedOn", "format", { format: "date" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/receivedOn", "type", { type: "string" });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data3 = data.note;
      if (typeof data3 === "string") {
        data3 = data["note"] = func2(data3);
        if (func3(data3) > 500) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 500 });
          errors++;
        }
        if (!formats4(data3)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate62.errors = vErrors;
  return errors === 0;
}
var NotificationSettings = validate63;
var schema64 = { "type": "object", "required": ["language", "email", "telegram", "webhook", "digest", "quiet", "myDay"], "properties": { "language": { "type": "string", "enum": ["en", "ru"] }, "email": { "type": "boolean" }, "telegram": { "type": ["string", "null"], "pattern": "^-?\\d{1,20}$" }, "webhook": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 1e3 }, "digest": { "type": "boolean" }, "quiet": { "type": "boolean" }, "myDay": { "type": "boolean" }, "inboxOnly": { "type": "array", "items": { "type": "string", "enum": ["task_overdue", "task_escalated", "task_given", "deal_stuck", "deal_idle", "reply_late", "deal_given", "lead_untaken", "automation", "plan_behind", "my_day", "team_week", "channel_failed", "webhook_disabled", "publish_failed", "mentioned", "reminded", "read_much", "clients_over", "key_ends", "key_unused", "key_left", "integration_silent", "exchange_silent", "file_loaded", "hidden_calls", "message_failed"] }, "uniqueItems": true, "maxItems": 27 } }, "additionalProperties": false };
var pattern35 = new RegExp("^-?\\d{1,20}$", "u");
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.language === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "language" });
      errors++;
    }
    if (data.email === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "email" });
      errors++;
    }
    if (data.telegram === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "telegram" });
      errors++;
    }
    if (data.webhook === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "webhook" });
      errors++;
    }
    if (data.digest === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "digest" });
      errors++;
    }
    if (data.quiet === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "quiet" });
      errors++;
    }
    if (data.myDay === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "myDay" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "language" || key0 === "email" || key0 === "telegram" || key0 === "webhook" || key0 === "digest" || key0 === "quiet" || key0 === "myDay" || key0 === "inboxOnly")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data0 = data.language;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/language", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "en" || data0 === "ru")) {
        vErrors = put(vErrors, instancePath + "/language", "enum", { allowedValues: schema64.properties.language.enum });
        errors++;
      }
    }
    if (data.email !== void 0) {
      if (typeof data.email !== "boolean") {
        vErrors = put(vErrors, instancePath + "/email", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.telegram !== void 0) {
      let data2 = data.telegram;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/telegram", "type", { type: schema64.properties.telegram.type });
        errors++;
      }
      if (typeof data2 === "string") {
        if (!pattern35.test(data2)) {
          vErrors = put(vErrors, instancePath + "/telegram", "pattern", { pattern: "^-?\\d{1,20}$" });
          errors++;
        }
      }
    }
    if (data.webhook !== void 0) {
      let data3 = data.webhook;
      if (typeof data3 !== "string" && data3 !== null) {
        vErrors = put(vErrors, instancePath + "/webhook", "type", { type: schema64.properties.webhook.type });
        errors++;
      }
      if (typeof data3 === "string") {
        data3 = data["webhook"] = func2(data3);
        if (func3(data3) > 1e3) {
          vErrors = put(vErrors, instancePath + "/webhook", "maxLength", { limit: 1e3 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/webhook", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/webhook", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.digest !== void 0) {
      if (typeof data.digest !== "boolean") {
        vErrors = put(vErrors, instancePath + "/digest", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.quiet !== void 0) {
      if (typeof data.quiet !== "boolean") {
        vErrors = put(vErrors, instancePath + "/quiet", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.myDay !== void 0) {
      if (typeof data.myDay !== "boolean") {
        vErrors = put(vErrors, instancePath + "/myDay", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.inboxOnly !== void 0) {
      let data7 = data.inboxOnly;
      if (Array.isArray(data7)) {
        if (data7.length > 27) {
          vErrors = put(vErrors, instancePath + "/inboxOnly", "maxItems", { limit: 27 });
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (typeof data8 !== "string") {
            vErrors = put(vErrors, instancePath + "/inboxOnly/" + i0, "type", { type: "string" });
            errors++;
          }
          if (!(data8 === "task_overdue" || data8 === "task_escalated" || data8 === "task_given" || data8 === "deal_stuck" || data8 === "deal_idle" || data8 === "reply_late" || data8 === "deal_given" || data8 === "lead_untaken" || data8 === "automation" || data8 === "plan_behind" || data8 === "my_day" || data8 === "team_week" || data8 === "channel_failed" || data8 === "webhook_disabled" || data8 === "publish_failed" || data8 === "mentioned" || data8 === "reminded" || data8 === "read_much" || data8 === "clients_over" || data8 === "key_ends" || data8 === "key_unused" || data8 === "key_left" || data8 === "integration_silent" || data8 === "exchange_silent" || data8 === "file_loaded" || data8 === "hidden_calls" || data8 === "message_failed")) {
            vErrors = put(vErrors, instancePath + "/inboxOnly/" + i0, "enum", { allowedValues: schema64.properties.inboxOnly.items.enum });
            errors++;
          }
        }
        let i1 = data7.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data7[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              vErrors = put(vErrors, instancePath + "/inboxOnly", "uniqueItems", { i: i1, j: j0 });
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/inboxOnly", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
var OpenAttachment = validate64;
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.no === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "no" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "no")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.no !== void 0) {
      let data0 = data.no;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/no", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 99 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/no", "maximum", { comparison: "<=", limit: 99 });
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/no", "minimum", { comparison: ">=", limit: 0 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
var PauseIntegration = validate65;
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paused === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "paused" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "paused")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.paused !== void 0) {
      if (typeof data.paused !== "boolean") {
        vErrors = put(vErrors, instancePath + "/paused", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
var PauseRule = validate66;
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
var PickTalkDeal = validate67;
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.dealId === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "dealId" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "dealId")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.dealId !== void 0) {
      let data0 = data.dealId;
      if (typeof data0 === "string") {
        data0 = data["dealId"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/dealId", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/dealId", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/dealId", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/dealId", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
var PlanRules = validate68;
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "rollbackTo" || key0 === "now" || key0 === "files")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        if (func3(data0) > 1048576) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 1048576 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.rollbackTo !== void 0) {
      let data1 = data.rollbackTo;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        vErrors = put(vErrors, instancePath + "/rollbackTo", "type", { type: "integer" });
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 1 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/rollbackTo", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.now !== void 0) {
      let data2 = data.now;
      if (Array.isArray(data2)) {
        if (data2.length > 200) {
          vErrors = put(vErrors, instancePath + "/now", "maxItems", { limit: 200 });
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            data3 = data2[i0] = func2(data3);
            if (func3(data3) > 200) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data3) < 1) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data3)) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/now/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/now", "type", { type: "array" });
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data4 = data.files;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (Object.keys(data4).length > 200) {
          vErrors = put(vErrors, instancePath + "/files", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data4) {
          if (!pattern16.test(key1)) {
            vErrors = put(vErrors, instancePath + "/files", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data4) {
          if (pattern16.test(key2)) {
            let data5 = data4[key2];
            if (typeof data5 === "string") {
              if (!pattern0.test(data5)) {
                vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", { pattern: "^[0-9a-f]{64}$" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/files", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
var PostEvent = validate69;
var schema70 = { "type": "object", "required": ["event"], "properties": { "event": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.event === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "event" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "event" || key0 === "fields" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.event !== void 0) {
      let data0 = data.event;
      if (typeof data0 === "string") {
        data0 = data["event"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/event", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/event", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/event", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/event", "type", { type: "string" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data1 = data.fields;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data1) {
          if (!pattern2.test(key1)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data1) {
          if (pattern2.test(key2)) {
            let data2 = data1[key2];
            if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean" && data2 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema70.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data2 === "string") {
              data2 = data1[key2] = func2(data2);
              if (func3(data2) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data2)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data3 = data.reason;
      if (typeof data3 === "string") {
        data3 = data["reason"] = func2(data3);
        if (func3(data3) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
var PublishRules = validate70;
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "text" });
      errors++;
    }
    if (data.note === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "note" });
      errors++;
    }
    if (data.expected === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "expected" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "note" || key0 === "expected" || key0 === "now" || key0 === "files")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        if (func3(data0) > 1048576) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 1048576 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data1 = data.note;
      if (typeof data1 === "string") {
        data1 = data["note"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 500 });
          errors++;
        }
        if (!formats4(data1)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
    if (data.expected !== void 0) {
      let data2 = data.expected;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        vErrors = put(vErrors, instancePath + "/expected", "type", { type: "integer" });
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          vErrors = put(vErrors, instancePath + "/expected", "minimum", { comparison: ">=", limit: 0 });
          errors++;
        }
      }
    }
    if (data.now !== void 0) {
      let data3 = data.now;
      if (Array.isArray(data3)) {
        if (data3.length > 200) {
          vErrors = put(vErrors, instancePath + "/now", "maxItems", { limit: 200 });
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            data4 = data3[i0] = func2(data4);
            if (func3(data4) > 200) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data4) < 1) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data4)) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/now/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/now", "type", { type: "array" });
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data5 = data.files;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length > 200) {
          vErrors = put(vErrors, instancePath + "/files", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data5) {
          if (!pattern16.test(key1)) {
            vErrors = put(vErrors, instancePath + "/files", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data5) {
          if (pattern16.test(key2)) {
            let data6 = data5[key2];
            if (typeof data6 === "string") {
              if (!pattern0.test(data6)) {
                vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", { pattern: "^[0-9a-f]{64}$" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/files", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
var ReassignTask = validate71;
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.responsible === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "responsible" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "responsible" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.responsible !== void 0) {
      let data0 = data.responsible;
      if (typeof data0 === "string") {
        data0 = data["responsible"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/responsible", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/responsible", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/responsible", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/responsible", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
var ReattributeDeal = validate72;
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.owner === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "owner" });
      errors++;
    }
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "owner" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data0 = data.owner;
      if (typeof data0 === "string") {
        data0 = data["owner"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/owner", "type", { type: "string" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
var RebuildSearch = validate73;
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "after")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.after !== void 0) {
      let data0 = data.after;
      if (typeof data0 === "string") {
        data0 = data["after"] = func2(data0);
        if (func3(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/after", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/after", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/after", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/after", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
var RecordReply = validate74;
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "by" || key0 === "channel" || key0 === "comment")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data0 = data.by;
      if (typeof data0 === "string") {
        data0 = data["by"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/by", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/by", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/by", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
        errors++;
      }
    }
    if (data.channel !== void 0) {
      let data1 = data.channel;
      if (typeof data1 === "string") {
        data1 = data["channel"] = func2(data1);
        if (func3(data1) > 40) {
          vErrors = put(vErrors, instancePath + "/channel", "maxLength", { limit: 40 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/channel", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/channel", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/channel", "type", { type: "string" });
        errors++;
      }
    }
    if (data.comment !== void 0) {
      let data2 = data.comment;
      if (typeof data2 === "string") {
        data2 = data["comment"] = func2(data2);
        if (func3(data2) > 2e3) {
          vErrors = put(vErrors, instancePath + "/comment", "maxLength", { limit: 2e3 });
          errors++;
        }
        if (!formats4(data2)) {
          vErrors = put(vErrors, instancePath + "/comment", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/comment", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
var RedriveLetters = validate75;
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "consumer" || key0 === "ids")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.consumer !== void 0) {
      let data0 = data.consumer;
      if (typeof data0 === "string") {
        data0 = data["consumer"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/consumer", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/consumer", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/consumer", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/consumer", "type", { type: "string" });
        errors++;
      }
    }
    if (data.ids !== void 0) {
      let data1 = data.ids;
      if (Array.isArray(data1)) {
        if (data1.length > 1e3) {
          vErrors = put(vErrors, instancePath + "/ids", "maxItems", { limit: 1e3 });
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            data2 = data1[i0] = func2(data2);
            if (func3(data2) > 20) {
              vErrors = put(vErrors, instancePath + "/ids/" + i0, "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data2) < 1) {
              vErrors = put(vErrors, instancePath + "/ids/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data2)) {
              vErrors = put(vErrors, instancePath + "/ids/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/ids/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/ids", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
var Remind = validate76;
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "task" || key0 === "field")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.task !== void 0) {
      let data0 = data.task;
      if (typeof data0 === "string") {
        data0 = data["task"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/task", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/task", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/task", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/task", "type", { type: "string" });
        errors++;
      }
    }
    if (data.field !== void 0) {
      let data1 = data.field;
      if (typeof data1 === "string") {
        data1 = data["field"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/field", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/field", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/field", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/field", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate76.errors = vErrors;
  return errors === 0;
}
var ReopenDeal = validate77;
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason" || key0 === "toStage")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.toStage !== void 0) {
      let data1 = data.toStage;
      if (typeof data1 === "string") {
        data1 = data["toStage"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/toStage", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/toStage", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/toStage", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/toStage", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
var ReopenTask = validate78;
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate78.errors = vErrors;
  return errors === 0;
}
var ReplayArrivals = validate79;
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "arrival")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.arrival !== void 0) {
      let data0 = data.arrival;
      if (typeof data0 === "string") {
        data0 = data["arrival"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/arrival", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/arrival", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/arrival", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/arrival", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
var ReplayWebhook = validate80;
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "deliveryId" || key0 === "from" || key0 === "to" || key0 === "all")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.deliveryId !== void 0) {
      let data0 = data.deliveryId;
      if (typeof data0 === "string") {
        data0 = data["deliveryId"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/deliveryId", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/deliveryId", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/deliveryId", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/deliveryId", "type", { type: "string" });
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data1 = data.from;
      if (typeof data1 === "string") {
        if (!formats14(data1)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data2 = data.to;
      if (typeof data2 === "string") {
        if (!formats14(data2)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/to", "type", { type: "string" });
        errors++;
      }
    }
    if (data.all !== void 0) {
      if (typeof data.all !== "boolean") {
        vErrors = put(vErrors, instancePath + "/all", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate80.errors = vErrors;
  return errors === 0;
}
var RescheduleTask = validate81;
var schema82 = { "type": "object", "required": ["dueAt"], "properties": { "dueAt": { "type": ["string", "null"], "format": "date-time" }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.dueAt === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "dueAt" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "dueAt" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.dueAt !== void 0) {
      let data0 = data.dueAt;
      if (typeof data0 !== "string" && data0 !== null) {
        vErrors = put(vErrors, instancePath + "/dueAt", "type", { type: schema82.properties.dueAt.type });
        errors++;
      }
      if (typeof data0 === "string") {
        if (!formats14(data0)) {
          vErrors = put(vErrors, instancePath + "/dueAt", "format", { format: "date-time" });
          errors++;
        }
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        data1 = data["reason"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate81.errors = vErrors;
  return errors === 0;
}
var RestoreRequest = validate82;
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate82.errors = vErrors;
  return errors === 0;
}
var ReturnHandover = validate83;
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
var ReturnTalk = validate84;
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate84.errors = vErrors;
  return errors === 0;
}
var RevealWay = validate85;
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.way === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "way" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "way")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.way !== void 0) {
      let data0 = data.way;
      if (typeof data0 === "string") {
        data0 = data["way"] = func2(data0);
        if (func3(data0) > 10) {
          vErrors = put(vErrors, instancePath + "/way", "maxLength", { limit: 10 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/way", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/way", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/way", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate85.errors = vErrors;
  return errors === 0;
}
var RevokeConsent = validate86;
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate86.errors = vErrors;
  return errors === 0;
}
var RollbackRules = validate87;
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.to === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "to" });
      errors++;
    }
    if (data.note === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "note" });
      errors++;
    }
    if (data.expected === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "expected" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "to" || key0 === "note" || key0 === "expected")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data0 = data.to;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/to", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 1 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/to", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.note !== void 0) {
      let data1 = data.note;
      if (typeof data1 === "string") {
        data1 = data["note"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 500 });
          errors++;
        }
        if (!formats4(data1)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
    if (data.expected !== void 0) {
      let data2 = data.expected;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        vErrors = put(vErrors, instancePath + "/expected", "type", { type: "integer" });
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          vErrors = put(vErrors, instancePath + "/expected", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate87.errors = vErrors;
  return errors === 0;
}
var RotateApiKey = validate88;
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "days")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.days !== void 0) {
      let data0 = data.days;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        vErrors = put(vErrors, instancePath + "/days", "type", { type: "integer" });
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 365 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/days", "maximum", { comparison: "<=", limit: 365 });
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/days", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
var RotateIntegrationSecret = validate89;
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "secrets")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.secrets !== void 0) {
      let data0 = data.secrets;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (Object.keys(data0).length > 200) {
          vErrors = put(vErrors, instancePath + "/secrets", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data0) {
          if (!pattern16.test(key1)) {
            vErrors = put(vErrors, instancePath + "/secrets", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data0) {
          if (pattern16.test(key2)) {
            let data1 = data0[key2];
            if (typeof data1 === "string") {
              data1 = data0[key2] = func2(data1);
              if (func3(data1) > 200) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data1) < 1) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data1)) {
                vErrors = put(vErrors, instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/secrets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/secrets", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate89.errors = vErrors;
  return errors === 0;
}
var RotateWebhookSecret = validate90;
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate90.errors = vErrors;
  return errors === 0;
}
var SaveApiKey = validate91;
var schema92 = { "type": "object", "required": ["name", "scopes"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "scopes": { "type": "object", "properties": { "deals_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "deals_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "books_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "people_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "rules_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "import": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_contacts": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_know": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_merge": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "export": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "audit_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "channels_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "recordings_hear": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] } }, "additionalProperties": false }, "responsible": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 } }, "additionalProperties": false };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.scopes === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "scopes" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "scopes" || key0 === "responsible")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.scopes !== void 0) {
      let data1 = data.scopes;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!func14.call(schema92.properties.scopes.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/scopes", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.deals_read !== void 0) {
          let data2 = data1.deals_read;
          if (typeof data2 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/deals_read", "type", { type: "string" });
            errors++;
          }
          if (!(data2 === "none" || data2 === "own" || data2 === "department" || data2 === "department_below" || data2 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/deals_read", "enum", { allowedValues: schema92.properties.scopes.properties.deals_read.enum });
            errors++;
          }
        }
        if (data1.deals_edit !== void 0) {
          let data3 = data1.deals_edit;
          if (typeof data3 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/deals_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data3 === "none" || data3 === "own" || data3 === "department" || data3 === "department_below" || data3 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/deals_edit", "enum", { allowedValues: schema92.properties.scopes.properties.deals_edit.enum });
            errors++;
          }
        }
        if (data1.plan_read !== void 0) {
          let data4 = data1.plan_read;
          if (typeof data4 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/plan_read", "type", { type: "string" });
            errors++;
          }
          if (!(data4 === "none" || data4 === "own" || data4 === "department" || data4 === "department_below" || data4 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/plan_read", "enum", { allowedValues: schema92.properties.scopes.properties.plan_read.enum });
            errors++;
          }
        }
        if (data1.plan_edit !== void 0) {
          let data5 = data1.plan_edit;
          if (typeof data5 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/plan_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data5 === "none" || data5 === "own" || data5 === "department" || data5 === "department_below" || data5 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/plan_edit", "enum", { allowedValues: schema92.properties.scopes.properties.plan_edit.enum });
            errors++;
          }
        }
        if (data1.books_edit !== void 0) {
          let data6 = data1.books_edit;
          if (typeof data6 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/books_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data6 === "none" || data6 === "own" || data6 === "department" || data6 === "department_below" || data6 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/books_edit", "enum", { allowedValues: schema92.properties.scopes.properties.books_edit.enum });
            errors++;
          }
        }
        if (data1.people_edit !== void 0) {
          let data7 = data1.people_edit;
          if (typeof data7 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/people_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data7 === "none" || data7 === "own" || data7 === "department" || data7 === "department_below" || data7 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/people_edit", "enum", { allowedValues: schema92.properties.scopes.properties.people_edit.enum });
            errors++;
          }
        }
        if (data1.rules_edit !== void 0) {
          let data8 = data1.rules_edit;
          if (typeof data8 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/rules_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data8 === "none" || data8 === "own" || data8 === "department" || data8 === "department_below" || data8 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/rules_edit", "enum", { allowedValues: schema92.properties.scopes.properties.rules_edit.enum });
            errors++;
          }
        }
        if (data1.import !== void 0) {
          let data9 = data1.import;
          if (typeof data9 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/import", "type", { type: "string" });
            errors++;
          }
          if (!(data9 === "none" || data9 === "own" || data9 === "department" || data9 === "department_below" || data9 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/import", "enum", { allowedValues: schema92.properties.scopes.properties.import.enum });
            errors++;
          }
        }
        if (data1.clients_read !== void 0) {
          let data10 = data1.clients_read;
          if (typeof data10 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_read", "type", { type: "string" });
            errors++;
          }
          if (!(data10 === "none" || data10 === "own" || data10 === "department" || data10 === "department_below" || data10 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_read", "enum", { allowedValues: schema92.properties.scopes.properties.clients_read.enum });
            errors++;
          }
        }
        if (data1.clients_edit !== void 0) {
          let data11 = data1.clients_edit;
          if (typeof data11 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data11 === "none" || data11 === "own" || data11 === "department" || data11 === "department_below" || data11 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_edit", "enum", { allowedValues: schema92.properties.scopes.properties.clients_edit.enum });
            errors++;
          }
        }
        if (data1.clients_contacts !== void 0) {
          let data12 = data1.clients_contacts;
          if (typeof data12 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_contacts", "type", { type: "string" });
            errors++;
          }
          if (!(data12 === "none" || data12 === "own" || data12 === "department" || data12 === "department_below" || data12 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_contacts", "enum", { allowedValues: schema92.properties.scopes.properties.clients_contacts.enum });
            errors++;
          }
        }
        if (data1.clients_know !== void 0) {
          let data13 = data1.clients_know;
          if (typeof data13 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_know", "type", { type: "string" });
            errors++;
          }
          if (!(data13 === "none" || data13 === "own" || data13 === "department" || data13 === "department_below" || data13 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_know", "enum", { allowedValues: schema92.properties.scopes.properties.clients_know.enum });
            errors++;
          }
        }
        if (data1.clients_merge !== void 0) {
          let data14 = data1.clients_merge;
          if (typeof data14 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/clients_merge", "type", { type: "string" });
            errors++;
          }
          if (!(data14 === "none" || data14 === "own" || data14 === "department" || data14 === "department_below" || data14 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/clients_merge", "enum", { allowedValues: schema92.properties.scopes.properties.clients_merge.enum });
            errors++;
          }
        }
        if (data1.export !== void 0) {
          let data15 = data1.export;
          if (typeof data15 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/export", "type", { type: "string" });
            errors++;
          }
          if (!(data15 === "none" || data15 === "own" || data15 === "department" || data15 === "department_below" || data15 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/export", "enum", { allowedValues: schema92.properties.scopes.properties.export.enum });
            errors++;
          }
        }
        if (data1.audit_read !== void 0) {
          let data16 = data1.audit_read;
          if (typeof data16 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/audit_read", "type", { type: "string" });
            errors++;
          }
          if (!(data16 === "none" || data16 === "own" || data16 === "department" || data16 === "department_below" || data16 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/audit_read", "enum", { allowedValues: schema92.properties.scopes.properties.audit_read.enum });
            errors++;
          }
        }
        if (data1.channels_edit !== void 0) {
          let data17 = data1.channels_edit;
          if (typeof data17 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/channels_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data17 === "none" || data17 === "own" || data17 === "department" || data17 === "department_below" || data17 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/channels_edit", "enum", { allowedValues: schema92.properties.scopes.properties.channels_edit.enum });
            errors++;
          }
        }
        if (data1.recordings_hear !== void 0) {
          let data18 = data1.recordings_hear;
          if (typeof data18 !== "string") {
            vErrors = put(vErrors, instancePath + "/scopes/recordings_hear", "type", { type: "string" });
            errors++;
          }
          if (!(data18 === "none" || data18 === "own" || data18 === "department" || data18 === "department_below" || data18 === "all")) {
            vErrors = put(vErrors, instancePath + "/scopes/recordings_hear", "enum", { allowedValues: schema92.properties.scopes.properties.recordings_hear.enum });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/scopes", "type", { type: "object" });
        errors++;
      }
    }
    if (data.responsible !== void 0) {
      let data19 = data.responsible;
      if (typeof data19 === "string") {
        data19 = data["responsible"] = func2(data19);
        if (func3(data19) > 64) {
          vErrors = put(vErrors, instancePath + "/responsible", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data19) < 1) {
          vErrors = put(vErrors, instancePath + "/responsible", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data19)) {
          vErrors = put(vErrors, instancePath + "/responsible", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/responsible", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
var SaveDepartment = validate92;
var schema93 = { "type": "object", "required": ["name", "parent", "head"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "parent": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "head": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "active": { "type": "boolean" } }, "additionalProperties": false };
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.parent === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "parent" });
      errors++;
    }
    if (data.head === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "head" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "parent" || key0 === "head" || key0 === "active")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.parent !== void 0) {
      let data1 = data.parent;
      if (typeof data1 !== "string" && data1 !== null) {
        vErrors = put(vErrors, instancePath + "/parent", "type", { type: schema93.properties.parent.type });
        errors++;
      }
      if (typeof data1 === "string") {
        data1 = data["parent"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/parent", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/parent", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/parent", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.head !== void 0) {
      let data2 = data.head;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/head", "type", { type: schema93.properties.head.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["head"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/head", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/head", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/head", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.active !== void 0) {
      if (typeof data.active !== "boolean") {
        vErrors = put(vErrors, instancePath + "/active", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate92.errors = vErrors;
  return errors === 0;
}
var SaveEmployee = validate93;
var schema94 = { "type": "object", "required": ["name", "department", "roles", "active"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "email": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 254 }, "department": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "roles": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "maxItems": 50 }, "active": { "type": "boolean" }, "rights": { "type": "object", "properties": { "deals_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "deals_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "plan_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "books_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "people_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "rules_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "import": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_contacts": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_know": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "clients_merge": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "export": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "audit_read": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "channels_edit": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] }, "recordings_hear": { "type": "string", "enum": ["none", "own", "department", "department_below", "all"] } }, "additionalProperties": false }, "calendar": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "absences": { "type": "array", "items": { "type": "object", "required": ["from", "to"], "properties": { "from": { "type": "string", "format": "date" }, "to": { "type": "string", "format": "date" }, "deputy": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 } }, "additionalProperties": false }, "maxItems": 100 } }, "additionalProperties": false };
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.department === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "department" });
      errors++;
    }
    if (data.roles === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "roles" });
      errors++;
    }
    if (data.active === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "active" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "email" || key0 === "department" || key0 === "roles" || key0 === "active" || key0 === "rights" || key0 === "calendar" || key0 === "absences")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data1 = data.email;
      if (typeof data1 === "string") {
        data1 = data["email"] = func2(data1);
        if (func3(data1) > 254) {
          vErrors = put(vErrors, instancePath + "/email", "maxLength", { limit: 254 });
          errors++;
        }
        if (func3(data1) < 0) {
          vErrors = put(vErrors, instancePath + "/email", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/email", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/email", "type", { type: "string" });
        errors++;
      }
    }
    if (data.department !== void 0) {
      let data2 = data.department;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/department", "type", { type: schema94.properties.department.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["department"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/department", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/department", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/department", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.roles !== void 0) {
      let data3 = data.roles;
      if (Array.isArray(data3)) {
        if (data3.length > 50) {
          vErrors = put(vErrors, instancePath + "/roles", "maxItems", { limit: 50 });
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            data4 = data3[i0] = func2(data4);
            if (func3(data4) > 64) {
              vErrors = put(vErrors, instancePath + "/roles/" + i0, "maxLength", { limit: 64 });
              errors++;
            }
            if (func3(data4) < 1) {
              vErrors = put(vErrors, instancePath + "/roles/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data4)) {
              vErrors = put(vErrors, instancePath + "/roles/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/roles/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/roles", "type", { type: "array" });
        errors++;
      }
    }
    if (data.active !== void 0) {
      if (typeof data.active !== "boolean") {
        vErrors = put(vErrors, instancePath + "/active", "type", { type: "boolean" });
        errors++;
      }
    }
    if (data.rights !== void 0) {
      let data6 = data.rights;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 in data6) {
          if (!func14.call(schema94.properties.rights.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/rights", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data6.deals_read !== void 0) {
          let data7 = data6.deals_read;
          if (typeof data7 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/deals_read", "type", { type: "string" });
            errors++;
          }
          if (!(data7 === "none" || data7 === "own" || data7 === "department" || data7 === "department_below" || data7 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/deals_read", "enum", { allowedValues: schema94.properties.rights.properties.deals_read.enum });
            errors++;
          }
        }
        if (data6.deals_edit !== void 0) {
          let data8 = data6.deals_edit;
          if (typeof data8 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/deals_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data8 === "none" || data8 === "own" || data8 === "department" || data8 === "department_below" || data8 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/deals_edit", "enum", { allowedValues: schema94.properties.rights.properties.deals_edit.enum });
            errors++;
          }
        }
        if (data6.plan_read !== void 0) {
          let data9 = data6.plan_read;
          if (typeof data9 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/plan_read", "type", { type: "string" });
            errors++;
          }
          if (!(data9 === "none" || data9 === "own" || data9 === "department" || data9 === "department_below" || data9 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/plan_read", "enum", { allowedValues: schema94.properties.rights.properties.plan_read.enum });
            errors++;
          }
        }
        if (data6.plan_edit !== void 0) {
          let data10 = data6.plan_edit;
          if (typeof data10 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/plan_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data10 === "none" || data10 === "own" || data10 === "department" || data10 === "department_below" || data10 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/plan_edit", "enum", { allowedValues: schema94.properties.rights.properties.plan_edit.enum });
            errors++;
          }
        }
        if (data6.books_edit !== void 0) {
          let data11 = data6.books_edit;
          if (typeof data11 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/books_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data11 === "none" || data11 === "own" || data11 === "department" || data11 === "department_below" || data11 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/books_edit", "enum", { allowedValues: schema94.properties.rights.properties.books_edit.enum });
            errors++;
          }
        }
        if (data6.people_edit !== void 0) {
          let data12 = data6.people_edit;
          if (typeof data12 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/people_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data12 === "none" || data12 === "own" || data12 === "department" || data12 === "department_below" || data12 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/people_edit", "enum", { allowedValues: schema94.properties.rights.properties.people_edit.enum });
            errors++;
          }
        }
        if (data6.rules_edit !== void 0) {
          let data13 = data6.rules_edit;
          if (typeof data13 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/rules_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data13 === "none" || data13 === "own" || data13 === "department" || data13 === "department_below" || data13 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/rules_edit", "enum", { allowedValues: schema94.properties.rights.properties.rules_edit.enum });
            errors++;
          }
        }
        if (data6.import !== void 0) {
          let data14 = data6.import;
          if (typeof data14 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/import", "type", { type: "string" });
            errors++;
          }
          if (!(data14 === "none" || data14 === "own" || data14 === "department" || data14 === "department_below" || data14 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/import", "enum", { allowedValues: schema94.properties.rights.properties.import.enum });
            errors++;
          }
        }
        if (data6.clients_read !== void 0) {
          let data15 = data6.clients_read;
          if (typeof data15 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/clients_read", "type", { type: "string" });
            errors++;
          }
          if (!(data15 === "none" || data15 === "own" || data15 === "department" || data15 === "department_below" || data15 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/clients_read", "enum", { allowedValues: schema94.properties.rights.properties.clients_read.enum });
            errors++;
          }
        }
        if (data6.clients_edit !== void 0) {
          let data16 = data6.clients_edit;
          if (typeof data16 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/clients_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data16 === "none" || data16 === "own" || data16 === "department" || data16 === "department_below" || data16 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/clients_edit", "enum", { allowedValues: schema94.properties.rights.properties.clients_edit.enum });
            errors++;
          }
        }
        if (data6.clients_contacts !== void 0) {
          let data17 = data6.clients_contacts;
          if (typeof data17 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/clients_contacts", "type", { type: "string" });
            errors++;
          }
          if (!(data17 === "none" || data17 === "own" || data17 === "department" || data17 === "department_below" || data17 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/clients_contacts", "enum", { allowedValues: schema94.properties.rights.properties.clients_contacts.enum });
            errors++;
          }
        }
        if (data6.clients_know !== void 0) {
          let data18 = data6.clients_know;
          if (typeof data18 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/clients_know", "type", { type: "string" });
            errors++;
          }
          if (!(data18 === "none" || data18 === "own" || data18 === "department" || data18 === "department_below" || data18 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/clients_know", "enum", { allowedValues: schema94.properties.rights.properties.clients_know.enum });
            errors++;
          }
        }
        if (data6.clients_merge !== void 0) {
          let data19 = data6.clients_merge;
          if (typeof data19 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/clients_merge", "type", { type: "string" });
            errors++;
          }
          if (!(data19 === "none" || data19 === "own" || data19 === "department" || data19 === "department_below" || data19 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/clients_merge", "enum", { allowedValues: schema94.properties.rights.properties.clients_merge.enum });
            errors++;
          }
        }
        if (data6.export !== void 0) {
          let data20 = data6.export;
          if (typeof data20 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/export", "type", { type: "string" });
            errors++;
          }
          if (!(data20 === "none" || data20 === "own" || data20 === "department" || data20 === "department_below" || data20 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/export", "enum", { allowedValues: schema94.properties.rights.properties.export.enum });
            errors++;
          }
        }
        if (data6.audit_read !== void 0) {
          let data21 = data6.audit_read;
          if (typeof data21 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/audit_read", "type", { type: "string" });
            errors++;
          }
          if (!(data21 === "none" || data21 === "own" || data21 === "department" || data21 === "department_below" || data21 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/audit_read", "enum", { allowedValues: schema94.properties.rights.properties.audit_read.enum });
            errors++;
          }
        }
        if (data6.channels_edit !== void 0) {
          let data22 = data6.channels_edit;
          if (typeof data22 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/channels_edit", "type", { type: "string" });
            errors++;
          }
          if (!(data22 === "none" || data22 === "own" || data22 === "department" || data22 === "department_below" || data22 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/channels_edit", "enum", { allowedValues: schema94.properties.rights.properties.channels_edit.enum });
            errors++;
          }
        }
        if (data6.recordings_hear !== void 0) {
          let data23 = data6.recordings_hear;
          if (typeof data23 !== "string") {
            vErrors = put(vErrors, instancePath + "/rights/recordings_hear", "type", { type: "string" });
            errors++;
          }
          if (!(data23 === "none" || data23 === "own" || data23 === "department" || data23 === "department_below" || data23 === "all")) {
            vErrors = put(vErrors, instancePath + "/rights/recordings_hear", "enum", { allowedValues: schema94.properties.rights.properties.recordings_hear.enum });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/rights", "type", { type: "object" });
        errors++;
      }
    }
    if (data.calendar !== void 0) {
      let data24 = data.calendar;
      if (typeof data24 === "string") {
        data24 = data["calendar"] = func2(data24);
        if (func3(data24) > 64) {
          vErrors = put(vErrors, instancePath + "/calendar", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data24) < 1) {
          vErrors = put(vErrors, instancePath + "/calendar", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data24)) {
          vErrors = put(vErrors, instancePath + "/calendar", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/calendar", "type", { type: "string" });
        errors++;
      }
    }
    if (data.absences !== void 0) {
      let data25 = data.absences;
      if (Array.isArray(data25)) {
        if (data25.length > 100) {
          vErrors = put(vErrors, instancePath + "/absences", "maxItems", { limit: 100 });
          errors++;
        }
        const len1 = data25.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data26 = data25[i1];
          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            if (data26.from === void 0) {
              vErrors = put(vErrors, instancePath + "/absences/" + i1, "required", { missingProperty: "from" });
              errors++;
            }
            if (data26.to === void 0) {
              vErrors = put(vErrors, instancePath + "/absences/" + i1, "required", { missingProperty: "to" });
              errors++;
            }
            for (const key2 in data26) {
              if (!(key2 === "from" || key2 === "to" || key2 === "deputy")) {
                vErrors = put(vErrors, instancePath + "/absences/" + i1, "additionalProperties", { additionalProperty: key2 });
                errors++;
              }
            }
            if (data26.from !== void 0) {
              let data27 = data26.from;
              if (typeof data27 === "string") {
                if (!formats168(data27)) {
                  vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/from", "format", { format: "date" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/from", "type", { type: "string" });
                errors++;
              }
            }
            if (data26.to !== void 0) {
              let data28 = data26.to;
              if (typeof data28 === "string") {
                if (!formats168(data28)) {
                  vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/to", "format", { format: "date" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/to", "type", { type: "string" });
                errors++;
              }
            }
            if (data26.deputy !== void 0) {
              let data29 = data26.deputy;
              if (typeof data29 === "string") {
                data29 = data26["deputy"] = func2(data29);
                if (func3(data29) > 64) {
                  vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/deputy", "maxLength", { limit: 64 });
                  errors++;
                }
                if (func3(data29) < 1) {
                  vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/deputy", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data29)) {
                  vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/deputy", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/absences/" + i1 + "/deputy", "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/absences/" + i1, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/absences", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate93.errors = vErrors;
  return errors === 0;
}
var SaveIntegration = validate94;
var schema95 = { "type": "object", "required": ["name"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "settings": { "type": "object", "properties": { "zone": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 60 }, "origins": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 50 }, "mailbox": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 320 }, "knownOnly": { "type": "boolean" }, "proof": { "type": "string", "enum": ["attack", "always", "never"] }, "fields": { "type": "object", "patternProperties": { "^.{1,200}$": { "type": "string", "enum": ["name", "phone", "email", "message"] } }, "maxProperties": 100, "additionalProperties": false }, "folders": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "maxItems": 10 }, "api": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 300 }, "thanks": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 1e3 } }, "additionalProperties": false }, "lines": { "type": "object", "patternProperties": { "^.{1,200}$": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "maxProperties": 200, "additionalProperties": false }, "logins": { "type": "object", "patternProperties": { "^.{1,200}$": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "maxProperties": 200, "additionalProperties": false } }, "additionalProperties": false };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "settings" || key0 === "lines" || key0 === "logins")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.settings !== void 0) {
      let data1 = data.settings;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!func14.call(schema95.properties.settings.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/settings", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.zone !== void 0) {
          let data2 = data1.zone;
          if (typeof data2 === "string") {
            data2 = data1["zone"] = func2(data2);
            if (func3(data2) > 60) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "maxLength", { limit: 60 });
              errors++;
            }
            if (func3(data2) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data2)) {
              vErrors = put(vErrors, instancePath + "/settings/zone", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/zone", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.origins !== void 0) {
          let data3 = data1.origins;
          if (Array.isArray(data3)) {
            if (data3.length > 50) {
              vErrors = put(vErrors, instancePath + "/settings/origins", "maxItems", { limit: 50 });
              errors++;
            }
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (typeof data4 === "string") {
                data4 = data3[i0] = func2(data4);
                if (func3(data4) > 200) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data4) < 1) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data4)) {
                  vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/settings/origins/" + i0, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/origins", "type", { type: "array" });
            errors++;
          }
        }
        if (data1.mailbox !== void 0) {
          let data5 = data1.mailbox;
          if (typeof data5 === "string") {
            data5 = data1["mailbox"] = func2(data5);
            if (func3(data5) > 320) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "maxLength", { limit: 320 });
              errors++;
            }
            if (func3(data5) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data5)) {
              vErrors = put(vErrors, instancePath + "/settings/mailbox", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/mailbox", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.knownOnly !== void 0) {
          if (typeof data1.knownOnly !== "boolean") {
            vErrors = put(vErrors, instancePath + "/settings/knownOnly", "type", { type: "boolean" });
            errors++;
          }
        }
        if (data1.proof !== void 0) {
          let data7 = data1.proof;
          if (typeof data7 !== "string") {
            vErrors = put(vErrors, instancePath + "/settings/proof", "type", { type: "string" });
            errors++;
          }
          if (!(data7 === "attack" || data7 === "always" || data7 === "never")) {
            vErrors = put(vErrors, instancePath + "/settings/proof", "enum", { allowedValues: schema95.properties.settings.properties.proof.enum });
            errors++;
          }
        }
        if (data1.fields !== void 0) {
          let data8 = data1.fields;
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (Object.keys(data8).length > 100) {
              vErrors = put(vErrors, instancePath + "/settings/fields", "maxProperties", { limit: 100 });
              errors++;
            }
            for (const key2 in data8) {
              if (!pattern16.test(key2)) {
                vErrors = put(vErrors, instancePath + "/settings/fields", "additionalProperties", { additionalProperty: key2 });
                errors++;
              }
            }
            for (const key3 in data8) {
              if (pattern16.test(key3)) {
                let data9 = data8[key3];
                if (typeof data9 !== "string") {
                  vErrors = put(vErrors, instancePath + "/settings/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
                  errors++;
                }
                if (!(data9 === "name" || data9 === "phone" || data9 === "email" || data9 === "message")) {
                  vErrors = put(vErrors, instancePath + "/settings/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "enum", { allowedValues: schema95.properties.settings.properties.fields.patternProperties["^.{1,200}$"].enum });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/fields", "type", { type: "object" });
            errors++;
          }
        }
        if (data1.folders !== void 0) {
          let data10 = data1.folders;
          if (Array.isArray(data10)) {
            if (data10.length > 10) {
              vErrors = put(vErrors, instancePath + "/settings/folders", "maxItems", { limit: 10 });
              errors++;
            }
            const len1 = data10.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data11 = data10[i1];
              if (typeof data11 === "string") {
                data11 = data10[i1] = func2(data11);
                if (func3(data11) > 200) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data11) < 1) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data11)) {
                  vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/settings/folders/" + i1, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/folders", "type", { type: "array" });
            errors++;
          }
        }
        if (data1.api !== void 0) {
          let data12 = data1.api;
          if (typeof data12 === "string") {
            data12 = data1["api"] = func2(data12);
            if (func3(data12) > 300) {
              vErrors = put(vErrors, instancePath + "/settings/api", "maxLength", { limit: 300 });
              errors++;
            }
            if (func3(data12) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/api", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data12)) {
              vErrors = put(vErrors, instancePath + "/settings/api", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/api", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.thanks !== void 0) {
          let data13 = data1.thanks;
          if (typeof data13 === "string") {
            data13 = data1["thanks"] = func2(data13);
            if (func3(data13) > 1e3) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "maxLength", { limit: 1e3 });
              errors++;
            }
            if (func3(data13) < 1) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data13)) {
              vErrors = put(vErrors, instancePath + "/settings/thanks", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/settings/thanks", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/settings", "type", { type: "object" });
        errors++;
      }
    }
    if (data.lines !== void 0) {
      let data14 = data.lines;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        if (Object.keys(data14).length > 200) {
          vErrors = put(vErrors, instancePath + "/lines", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key4 in data14) {
          if (!pattern16.test(key4)) {
            vErrors = put(vErrors, instancePath + "/lines", "additionalProperties", { additionalProperty: key4 });
            errors++;
          }
        }
        for (const key5 in data14) {
          if (pattern16.test(key5)) {
            let data15 = data14[key5];
            if (typeof data15 === "string") {
              data15 = data14[key5] = func2(data15);
              if (func3(data15) > 200) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data15) < 1) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data15)) {
                vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/lines/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/lines", "type", { type: "object" });
        errors++;
      }
    }
    if (data.logins !== void 0) {
      let data16 = data.logins;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 200) {
          vErrors = put(vErrors, instancePath + "/logins", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key6 in data16) {
          if (!pattern16.test(key6)) {
            vErrors = put(vErrors, instancePath + "/logins", "additionalProperties", { additionalProperty: key6 });
            errors++;
          }
        }
        for (const key7 in data16) {
          if (pattern16.test(key7)) {
            let data17 = data16[key7];
            if (typeof data17 === "string") {
              data17 = data16[key7] = func2(data17);
              if (func3(data17) > 200) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 200 });
                errors++;
              }
              if (func3(data17) < 1) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "minLength", { limit: 1 });
                errors++;
              }
              if (!formats0(data17)) {
                vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "line" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/logins/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/logins", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate94.errors = vErrors;
  return errors === 0;
}
var SaveView = validate95;
var schema96 = { "type": "object", "required": ["list", "name"], "properties": { "list": { "type": "string", "enum": ["deals", "clients"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 80 }, "where": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 4e3 }, "q": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 100 }, "sort": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 80 }, "columns": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 80 }, "maxItems": 60 }, "isShared": { "type": "boolean" } }, "additionalProperties": false };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.list === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "list" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "list" || key0 === "name" || key0 === "where" || key0 === "q" || key0 === "sort" || key0 === "columns" || key0 === "isShared")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.list !== void 0) {
      let data0 = data.list;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/list", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "deals" || data0 === "clients")) {
        vErrors = put(vErrors, instancePath + "/list", "enum", { allowedValues: schema96.properties.list.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        data1 = data["name"] = func2(data1);
        if (func3(data1) > 80) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.where !== void 0) {
      let data2 = data.where;
      if (typeof data2 === "string") {
        data2 = data["where"] = func2(data2);
        if (func3(data2) > 4e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func3(data2) < 0) {
          vErrors = put(vErrors, instancePath + "/where", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/where", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
        errors++;
      }
    }
    if (data.q !== void 0) {
      let data3 = data.q;
      if (typeof data3 === "string") {
        data3 = data["q"] = func2(data3);
        if (func3(data3) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data3) < 0) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/q", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
        errors++;
      }
    }
    if (data.sort !== void 0) {
      let data4 = data.sort;
      if (typeof data4 === "string") {
        data4 = data["sort"] = func2(data4);
        if (func3(data4) > 80) {
          vErrors = put(vErrors, instancePath + "/sort", "maxLength", { limit: 80 });
          errors++;
        }
        if (func3(data4) < 0) {
          vErrors = put(vErrors, instancePath + "/sort", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats0(data4)) {
          vErrors = put(vErrors, instancePath + "/sort", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/sort", "type", { type: "string" });
        errors++;
      }
    }
    if (data.columns !== void 0) {
      let data5 = data.columns;
      if (Array.isArray(data5)) {
        if (data5.length > 60) {
          vErrors = put(vErrors, instancePath + "/columns", "maxItems", { limit: 60 });
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === "string") {
            data6 = data5[i0] = func2(data6);
            if (func3(data6) > 80) {
              vErrors = put(vErrors, instancePath + "/columns/" + i0, "maxLength", { limit: 80 });
              errors++;
            }
            if (func3(data6) < 1) {
              vErrors = put(vErrors, instancePath + "/columns/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data6)) {
              vErrors = put(vErrors, instancePath + "/columns/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/columns/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/columns", "type", { type: "array" });
        errors++;
      }
    }
    if (data.isShared !== void 0) {
      if (typeof data.isShared !== "boolean") {
        vErrors = put(vErrors, instancePath + "/isShared", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate95.errors = vErrors;
  return errors === 0;
}
var SaveWebhook = validate96;
var schema97 = { "type": "object", "required": ["url"], "properties": { "url": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 1e3 }, "events": { "type": "array", "items": { "type": "string", "enum": ["deal.created", "deal.updated", "deal.moved", "deal.lost", "deal.cancelled", "deal.reopened", "deal.owner_changed", "deal.event_posted", "deal.reattributed", "deal.replied", "deal.reseated", "task.added", "task.done", "task.reopened", "task.reassigned", "task.rescheduled", "task.checked", "task.cancelled", "task.overdue", "task.escalated", "deal.stuck", "deal.idle", "deal.reply_late", "automation.run", "deal.commented", "deal.file_added"] }, "maxItems": 100, "uniqueItems": true }, "filter": { "type": "object", "properties": { "pipelines": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "minItems": 1, "maxItems": 100 }, "stages": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "minItems": 1, "maxItems": 100 }, "owners": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "minItems": 1, "maxItems": 100 }, "imported": { "type": "boolean" } }, "additionalProperties": false }, "active": { "type": "boolean" } }, "additionalProperties": false };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "url" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "events" || key0 === "filter" || key0 === "active")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        data0 = data["url"] = func2(data0);
        if (func3(data0) > 1e3) {
          vErrors = put(vErrors, instancePath + "/url", "maxLength", { limit: 1e3 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/url", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/url", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/url", "type", { type: "string" });
        errors++;
      }
    }
    if (data.events !== void 0) {
      let data1 = data.events;
      if (Array.isArray(data1)) {
        if (data1.length > 100) {
          vErrors = put(vErrors, instancePath + "/events", "maxItems", { limit: 100 });
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            vErrors = put(vErrors, instancePath + "/events/" + i0, "type", { type: "string" });
            errors++;
          }
          if (!(data2 === "deal.created" || data2 === "deal.updated" || data2 === "deal.moved" || data2 === "deal.lost" || data2 === "deal.cancelled" || data2 === "deal.reopened" || data2 === "deal.owner_changed" || data2 === "deal.event_posted" || data2 === "deal.reattributed" || data2 === "deal.replied" || data2 === "deal.reseated" || data2 === "task.added" || data2 === "task.done" || data2 === "task.reopened" || data2 === "task.reassigned" || data2 === "task.rescheduled" || data2 === "task.checked" || data2 === "task.cancelled" || data2 === "task.overdue" || data2 === "task.escalated" || data2 === "deal.stuck" || data2 === "deal.idle" || data2 === "deal.reply_late" || data2 === "automation.run" || data2 === "deal.commented" || data2 === "deal.file_added")) {
            vErrors = put(vErrors, instancePath + "/events/" + i0, "enum", { allowedValues: schema97.properties.events.items.enum });
            errors++;
          }
        }
        let i1 = data1.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data1[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              vErrors = put(vErrors, instancePath + "/events", "uniqueItems", { i: i1, j: j0 });
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/events", "type", { type: "array" });
        errors++;
      }
    }
    if (data.filter !== void 0) {
      let data3 = data.filter;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "pipelines" || key1 === "stages" || key1 === "owners" || key1 === "imported")) {
            vErrors = put(vErrors, instancePath + "/filter", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data3.pipelines !== void 0) {
          let data4 = data3.pipelines;
          if (Array.isArray(data4)) {
            if (data4.length > 100) {
              vErrors = put(vErrors, instancePath + "/filter/pipelines", "maxItems", { limit: 100 });
              errors++;
            }
            if (data4.length < 1) {
              vErrors = put(vErrors, instancePath + "/filter/pipelines", "minItems", { limit: 1 });
              errors++;
            }
            const len1 = data4.length;
            for (let i2 = 0; i2 < len1; i2++) {
              let data5 = data4[i2];
              if (typeof data5 === "string") {
                data5 = data4[i2] = func2(data5);
                if (func3(data5) > 64) {
                  vErrors = put(vErrors, instancePath + "/filter/pipelines/" + i2, "maxLength", { limit: 64 });
                  errors++;
                }
                if (func3(data5) < 1) {
                  vErrors = put(vErrors, instancePath + "/filter/pipelines/" + i2, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data5)) {
                  vErrors = put(vErrors, instancePath + "/filter/pipelines/" + i2, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/filter/pipelines/" + i2, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/filter/pipelines", "type", { type: "array" });
            errors++;
          }
        }
        if (data3.stages !== void 0) {
          let data6 = data3.stages;
          if (Array.isArray(data6)) {
            if (data6.length > 100) {
              vErrors = put(vErrors, instancePath + "/filter/stages", "maxItems", { limit: 100 });
              errors++;
            }
            if (data6.length < 1) {
              vErrors = put(vErrors, instancePath + "/filter/stages", "minItems", { limit: 1 });
              errors++;
            }
            const len2 = data6.length;
            for (let i3 = 0; i3 < len2; i3++) {
              let data7 = data6[i3];
              if (typeof data7 === "string") {
                data7 = data6[i3] = func2(data7);
                if (func3(data7) > 64) {
                  vErrors = put(vErrors, instancePath + "/filter/stages/" + i3, "maxLength", { limit: 64 });
                  errors++;
                }
                if (func3(data7) < 1) {
                  vErrors = put(vErrors, instancePath + "/filter/stages/" + i3, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data7)) {
                  vErrors = put(vErrors, instancePath + "/filter/stages/" + i3, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/filter/stages/" + i3, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/filter/stages", "type", { type: "array" });
            errors++;
          }
        }
        if (data3.owners !== void 0) {
          let data8 = data3.owners;
          if (Array.isArray(data8)) {
            if (data8.length > 100) {
              vErrors = put(vErrors, instancePath + "/filter/owners", "maxItems", { limit: 100 });
              errors++;
            }
            if (data8.length < 1) {
              vErrors = put(vErrors, instancePath + "/filter/owners", "minItems", { limit: 1 });
              errors++;
            }
            const len3 = data8.length;
            for (let i4 = 0; i4 < len3; i4++) {
              let data9 = data8[i4];
              if (typeof data9 === "string") {
                data9 = data8[i4] = func2(data9);
                if (func3(data9) > 64) {
                  vErrors = put(vErrors, instancePath + "/filter/owners/" + i4, "maxLength", { limit: 64 });
                  errors++;
                }
                if (func3(data9) < 1) {
                  vErrors = put(vErrors, instancePath + "/filter/owners/" + i4, "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data9)) {
                  vErrors = put(vErrors, instancePath + "/filter/owners/" + i4, "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/filter/owners/" + i4, "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/filter/owners", "type", { type: "array" });
            errors++;
          }
        }
        if (data3.imported !== void 0) {
          if (typeof data3.imported !== "boolean") {
            vErrors = put(vErrors, instancePath + "/filter/imported", "type", { type: "boolean" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/filter", "type", { type: "object" });
        errors++;
      }
    }
    if (data.active !== void 0) {
      if (typeof data.active !== "boolean") {
        vErrors = put(vErrors, instancePath + "/active", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate96.errors = vErrors;
  return errors === 0;
}
var SchedulePublish = validate97;
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "text" });
      errors++;
    }
    if (data.note === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "note" });
      errors++;
    }
    if (data.expected === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "expected" });
      errors++;
    }
    if (data.at === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "at" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "note" || key0 === "expected" || key0 === "now" || key0 === "files" || key0 === "at")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        if (func3(data0) > 1048576) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 1048576 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data1 = data.note;
      if (typeof data1 === "string") {
        data1 = data["note"] = func2(data1);
        if (func3(data1) > 500) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 500 });
          errors++;
        }
        if (!formats4(data1)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
    if (data.expected !== void 0) {
      let data2 = data.expected;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        vErrors = put(vErrors, instancePath + "/expected", "type", { type: "integer" });
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          vErrors = put(vErrors, instancePath + "/expected", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.now !== void 0) {
      let data3 = data.now;
      if (Array.isArray(data3)) {
        if (data3.length > 200) {
          vErrors = put(vErrors, instancePath + "/now", "maxItems", { limit: 200 });
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            data4 = data3[i0] = func2(data4);
            if (func3(data4) > 200) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data4) < 1) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data4)) {
              vErrors = put(vErrors, instancePath + "/now/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/now/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/now", "type", { type: "array" });
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data5 = data.files;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length > 200) {
          vErrors = put(vErrors, instancePath + "/files", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data5) {
          if (!pattern16.test(key1)) {
            vErrors = put(vErrors, instancePath + "/files", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data5) {
          if (pattern16.test(key2)) {
            let data6 = data5[key2];
            if (typeof data6 === "string") {
              if (!pattern0.test(data6)) {
                vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", { pattern: "^[0-9a-f]{64}$" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/files/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/files", "type", { type: "object" });
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data7 = data.at;
      if (typeof data7 === "string") {
        if (!formats14(data7)) {
          vErrors = put(vErrors, instancePath + "/at", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/at", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate97.errors = vErrors;
  return errors === 0;
}
var SendDocument = validate98;
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate98.errors = vErrors;
  return errors === 0;
}
var SendTemplate = validate99;
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "content" || key0 === "upload")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.content !== void 0) {
      let data1 = data.content;
      if (typeof data1 === "string") {
        if (func3(data1) > 1e6) {
          vErrors = put(vErrors, instancePath + "/content", "maxLength", { limit: 1e6 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/content", "minLength", { limit: 1 });
          errors++;
        }
        if (!pattern26.test(data1)) {
          vErrors = put(vErrors, instancePath + "/content", "pattern", { pattern: "^[A-Za-z0-9+/]+={0,2}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/content", "type", { type: "string" });
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data2 = data.upload;
      if (typeof data2 === "string") {
        if (!pattern27.test(data2)) {
          vErrors = put(vErrors, instancePath + "/upload", "pattern", { pattern: "^up_[A-Z0-9]{1,40}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/upload", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate99.errors = vErrors;
  return errors === 0;
}
var SetLines = validate100;
var schema101 = { "type": "object", "required": ["items"], "properties": { "items": { "type": "array", "items": { "type": "object", "required": ["name", "priceKopecks"], "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "priceKopecks": { "type": "integer", "minimum": 0, "maximum": 1e13 }, "vatPercent": { "type": ["number", "null"], "minimum": 0, "maximum": 100 }, "quantity": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e9 }, "unit": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 } }, "additionalProperties": false }, "maxItems": 500 }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "items" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "items" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.items !== void 0) {
      let data0 = data.items;
      if (Array.isArray(data0)) {
        if (data0.length > 500) {
          vErrors = put(vErrors, instancePath + "/items", "maxItems", { limit: 500 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.name === void 0) {
              vErrors = put(vErrors, instancePath + "/items/" + i0, "required", { missingProperty: "name" });
              errors++;
            }
            if (data1.priceKopecks === void 0) {
              vErrors = put(vErrors, instancePath + "/items/" + i0, "required", { missingProperty: "priceKopecks" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "name" || key1 === "priceKopecks" || key1 === "vatPercent" || key1 === "quantity" || key1 === "unit")) {
                vErrors = put(vErrors, instancePath + "/items/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.name !== void 0) {
              let data2 = data1.name;
              if (typeof data2 === "string") {
                data2 = data1["name"] = func2(data2);
                if (func3(data2) > 500) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/name", "maxLength", { limit: 500 });
                  errors++;
                }
                if (func3(data2) < 1) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/name", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data2)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/name", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/items/" + i0 + "/name", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.priceKopecks !== void 0) {
              let data3 = data1.priceKopecks;
              if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                vErrors = put(vErrors, instancePath + "/items/" + i0 + "/priceKopecks", "type", { type: "integer" });
                errors++;
              }
              if (typeof data3 == "number" && isFinite(data3)) {
                if (data3 > 1e13 || isNaN(data3)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/priceKopecks", "maximum", { comparison: "<=", limit: 1e13 });
                  errors++;
                }
                if (data3 < 0 || isNaN(data3)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/priceKopecks", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
            if (data1.vatPercent !== void 0) {
              let data4 = data1.vatPercent;
              if (!(typeof data4 == "number" && isFinite(data4)) && data4 !== null) {
                vErrors = put(vErrors, instancePath + "/items/" + i0 + "/vatPercent", "type", { type: schema101.properties.items.items.properties.vatPercent.type });
                errors++;
              }
              if (typeof data4 == "number" && isFinite(data4)) {
                if (data4 > 100 || isNaN(data4)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/vatPercent", "maximum", { comparison: "<=", limit: 100 });
                  errors++;
                }
                if (data4 < 0 || isNaN(data4)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/vatPercent", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
            if (data1.quantity !== void 0) {
              let data5 = data1.quantity;
              if (typeof data5 == "number" && isFinite(data5)) {
                if (data5 > 1e9 || isNaN(data5)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/quantity", "maximum", { comparison: "<=", limit: 1e9 });
                  errors++;
                }
                if (data5 <= 0 || isNaN(data5)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/quantity", "exclusiveMinimum", { comparison: ">", limit: 0 });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/items/" + i0 + "/quantity", "type", { type: "number" });
                errors++;
              }
            }
            if (data1.unit !== void 0) {
              let data6 = data1.unit;
              if (typeof data6 === "string") {
                data6 = data1["unit"] = func2(data6);
                if (func3(data6) > 20) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/unit", "maxLength", { limit: 20 });
                  errors++;
                }
                if (func3(data6) < 1) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/unit", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data6)) {
                  vErrors = put(vErrors, instancePath + "/items/" + i0 + "/unit", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/items/" + i0 + "/unit", "type", { type: "string" });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/items/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/items", "type", { type: "array" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data7 = data.reason;
      if (typeof data7 === "string") {
        data7 = data["reason"] = func2(data7);
        if (func3(data7) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data7) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data7)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}
var SetRecurring = validate101;
var schema102 = { "type": "object", "required": ["targets"], "properties": { "targets": { "type": "array", "items": { "type": "object", "required": ["every", "from", "metric", "scope", "id", "value"], "properties": { "every": { "type": "string", "enum": ["month", "quarter", "half", "year"] }, "from": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 10 }, "to": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 10 }, "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "scope": { "type": "string", "enum": ["company", "department", "employee", "pipeline", "axis", "employee_pipeline"] }, "id": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 200 }, "value": { "type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991 } }, "additionalProperties": false }, "minItems": 1, "maxItems": 1e3 } }, "additionalProperties": false };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.targets === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "targets" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "targets")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.targets !== void 0) {
      let data0 = data.targets;
      if (Array.isArray(data0)) {
        if (data0.length > 1e3) {
          vErrors = put(vErrors, instancePath + "/targets", "maxItems", { limit: 1e3 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = put(vErrors, instancePath + "/targets", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.every === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "every" });
              errors++;
            }
            if (data1.from === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "from" });
              errors++;
            }
            if (data1.metric === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "metric" });
              errors++;
            }
            if (data1.scope === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "scope" });
              errors++;
            }
            if (data1.id === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "id" });
              errors++;
            }
            if (data1.value === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "value" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "every" || key1 === "from" || key1 === "to" || key1 === "metric" || key1 === "scope" || key1 === "id" || key1 === "value")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.every !== void 0) {
              let data2 = data1.every;
              if (typeof data2 !== "string") {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/every", "type", { type: "string" });
                errors++;
              }
              if (!(data2 === "month" || data2 === "quarter" || data2 === "half" || data2 === "year")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/every", "enum", { allowedValues: schema102.properties.targets.items.properties.every.enum });
                errors++;
              }
            }
            if (data1.from !== void 0) {
              let data3 = data1.from;
              if (typeof data3 === "string") {
                data3 = data1["from"] = func2(data3);
                if (func3(data3) > 10) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/from", "maxLength", { limit: 10 });
                  errors++;
                }
                if (func3(data3) < 1) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/from", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data3)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/from", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/from", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.to !== void 0) {
              let data4 = data1.to;
              if (typeof data4 === "string") {
                data4 = data1["to"] = func2(data4);
                if (func3(data4) > 10) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/to", "maxLength", { limit: 10 });
                  errors++;
                }
                if (func3(data4) < 1) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/to", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data4)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/to", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/to", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.metric !== void 0) {
              let data5 = data1.metric;
              if (typeof data5 !== "string") {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/metric", "type", { type: "string" });
                errors++;
              }
              if (!(data5 === "sum" || data5 === "count" || data5 === "tasks_done")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/metric", "enum", { allowedValues: schema102.properties.targets.items.properties.metric.enum });
                errors++;
              }
            }
            if (data1.scope !== void 0) {
              let data6 = data1.scope;
              if (typeof data6 !== "string") {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/scope", "type", { type: "string" });
                errors++;
              }
              if (!(data6 === "company" || data6 === "department" || data6 === "employee" || data6 === "pipeline" || data6 === "axis" || data6 === "employee_pipeline")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/scope", "enum", { allowedValues: schema102.properties.targets.items.properties.scope.enum });
                errors++;
              }
            }
            if (data1.id !== void 0) {
              let data7 = data1.id;
              if (typeof data7 === "string") {
                data7 = data1["id"] = func2(data7);
                if (func3(data7) > 200) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data7) < 0) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "minLength", { limit: 0 });
                  errors++;
                }
                if (!formats0(data7)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.value !== void 0) {
              let data8 = data1.value;
              if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8)) && data8 !== null) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "type", { type: schema102.properties.targets.items.properties.value.type });
                errors++;
              }
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 > 9007199254740991 || isNaN(data8)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "maximum", { comparison: "<=", limit: 9007199254740991 });
                  errors++;
                }
                if (data8 < 0 || isNaN(data8)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/targets/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/targets", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate101.errors = vErrors;
  return errors === 0;
}
var SetTargetCells = validate102;
var schema103 = { "type": "object", "required": ["cells"], "properties": { "cells": { "type": "array", "items": { "type": "object", "required": ["period", "metric", "scope", "id", "value", "was"], "properties": { "period": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 10 }, "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "scope": { "type": "string", "enum": ["company", "department", "employee", "pipeline", "axis", "employee_pipeline"] }, "id": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 200 }, "value": { "type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991 }, "was": { "type": ["integer", "null"] } }, "additionalProperties": false }, "minItems": 1, "maxItems": 1e3 } }, "additionalProperties": false };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.cells === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "cells" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "cells")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.cells !== void 0) {
      let data0 = data.cells;
      if (Array.isArray(data0)) {
        if (data0.length > 1e3) {
          vErrors = put(vErrors, instancePath + "/cells", "maxItems", { limit: 1e3 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = put(vErrors, instancePath + "/cells", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.period === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "period" });
              errors++;
            }
            if (data1.metric === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "metric" });
              errors++;
            }
            if (data1.scope === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "scope" });
              errors++;
            }
            if (data1.id === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "id" });
              errors++;
            }
            if (data1.value === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "value" });
              errors++;
            }
            if (data1.was === void 0) {
              vErrors = put(vErrors, instancePath + "/cells/" + i0, "required", { missingProperty: "was" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "period" || key1 === "metric" || key1 === "scope" || key1 === "id" || key1 === "value" || key1 === "was")) {
                vErrors = put(vErrors, instancePath + "/cells/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.period !== void 0) {
              let data2 = data1.period;
              if (typeof data2 === "string") {
                data2 = data1["period"] = func2(data2);
                if (func3(data2) > 10) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/period", "maxLength", { limit: 10 });
                  errors++;
                }
                if (func3(data2) < 1) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/period", "minLength", { limit: 1 });
                  errors++;
                }
                if (!formats0(data2)) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/period", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/period", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.metric !== void 0) {
              let data3 = data1.metric;
              if (typeof data3 !== "string") {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/metric", "type", { type: "string" });
                errors++;
              }
              if (!(data3 === "sum" || data3 === "count" || data3 === "tasks_done")) {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/metric", "enum", { allowedValues: schema103.properties.cells.items.properties.metric.enum });
                errors++;
              }
            }
            if (data1.scope !== void 0) {
              let data4 = data1.scope;
              if (typeof data4 !== "string") {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/scope", "type", { type: "string" });
                errors++;
              }
              if (!(data4 === "company" || data4 === "department" || data4 === "employee" || data4 === "pipeline" || data4 === "axis" || data4 === "employee_pipeline")) {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/scope", "enum", { allowedValues: schema103.properties.cells.items.properties.scope.enum });
                errors++;
              }
            }
            if (data1.id !== void 0) {
              let data5 = data1.id;
              if (typeof data5 === "string") {
                data5 = data1["id"] = func2(data5);
                if (func3(data5) > 200) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/id", "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data5) < 0) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/id", "minLength", { limit: 0 });
                  errors++;
                }
                if (!formats0(data5)) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/id", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/id", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.value !== void 0) {
              let data6 = data1.value;
              if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6)) && data6 !== null) {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/value", "type", { type: schema103.properties.cells.items.properties.value.type });
                errors++;
              }
              if (typeof data6 == "number" && isFinite(data6)) {
                if (data6 > 9007199254740991 || isNaN(data6)) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/value", "maximum", { comparison: "<=", limit: 9007199254740991 });
                  errors++;
                }
                if (data6 < 0 || isNaN(data6)) {
                  vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/value", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
            if (data1.was !== void 0) {
              let data7 = data1.was;
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7)) && data7 !== null) {
                vErrors = put(vErrors, instancePath + "/cells/" + i0 + "/was", "type", { type: schema103.properties.cells.items.properties.was.type });
                errors++;
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/cells/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/cells", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate102.errors = vErrors;
  return errors === 0;
}
var SetTargets = validate103;
var schema104 = { "type": "object", "required": ["targets"], "properties": { "targets": { "type": "array", "items": { "type": "object", "required": ["metric", "scope", "id", "value"], "properties": { "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "scope": { "type": "string", "enum": ["company", "department", "employee", "pipeline", "axis", "employee_pipeline"] }, "id": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 200 }, "value": { "type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991 } }, "additionalProperties": false }, "minItems": 1, "maxItems": 1e3 } }, "additionalProperties": false };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.targets === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "targets" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "targets")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.targets !== void 0) {
      let data0 = data.targets;
      if (Array.isArray(data0)) {
        if (data0.length > 1e3) {
          vErrors = put(vErrors, instancePath + "/targets", "maxItems", { limit: 1e3 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = put(vErrors, instancePath + "/targets", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.metric === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "metric" });
              errors++;
            }
            if (data1.scope === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "scope" });
              errors++;
            }
            if (data1.id === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "id" });
              errors++;
            }
            if (data1.value === void 0) {
              vErrors = put(vErrors, instancePath + "/targets/" + i0, "required", { missingProperty: "value" });
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "metric" || key1 === "scope" || key1 === "id" || key1 === "value")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0, "additionalProperties", { additionalProperty: key1 });
                errors++;
              }
            }
            if (data1.metric !== void 0) {
              let data2 = data1.metric;
              if (typeof data2 !== "string") {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/metric", "type", { type: "string" });
                errors++;
              }
              if (!(data2 === "sum" || data2 === "count" || data2 === "tasks_done")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/metric", "enum", { allowedValues: schema104.properties.targets.items.properties.metric.enum });
                errors++;
              }
            }
            if (data1.scope !== void 0) {
              let data3 = data1.scope;
              if (typeof data3 !== "string") {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/scope", "type", { type: "string" });
                errors++;
              }
              if (!(data3 === "company" || data3 === "department" || data3 === "employee" || data3 === "pipeline" || data3 === "axis" || data3 === "employee_pipeline")) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/scope", "enum", { allowedValues: schema104.properties.targets.items.properties.scope.enum });
                errors++;
              }
            }
            if (data1.id !== void 0) {
              let data4 = data1.id;
              if (typeof data4 === "string") {
                data4 = data1["id"] = func2(data4);
                if (func3(data4) > 200) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "maxLength", { limit: 200 });
                  errors++;
                }
                if (func3(data4) < 0) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "minLength", { limit: 0 });
                  errors++;
                }
                if (!formats0(data4)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "format", { format: "line" });
                  errors++;
                }
              } else {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/id", "type", { type: "string" });
                errors++;
              }
            }
            if (data1.value !== void 0) {
              let data5 = data1.value;
              if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5)) && data5 !== null) {
                vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "type", { type: schema104.properties.targets.items.properties.value.type });
                errors++;
              }
              if (typeof data5 == "number" && isFinite(data5)) {
                if (data5 > 9007199254740991 || isNaN(data5)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "maximum", { comparison: "<=", limit: 9007199254740991 });
                  errors++;
                }
                if (data5 < 0 || isNaN(data5)) {
                  vErrors = put(vErrors, instancePath + "/targets/" + i0 + "/value", "minimum", { comparison: ">=", limit: 0 });
                  errors++;
                }
              }
            }
          } else {
            vErrors = put(vErrors, instancePath + "/targets/" + i0, "type", { type: "object" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/targets", "type", { type: "array" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
var SetUpCompany = validate104;
var schema105 = { "type": "object", "required": ["company", "currency", "zone", "language", "rules", "name"], "properties": { "company": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "currency": { "type": "string", "pattern": "^[A-Z]{3}$" }, "zone": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "language": { "type": "string", "enum": ["en", "ru"] }, "rules": { "type": "string", "enum": ["kept", "first"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "email": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 254 } }, "additionalProperties": false };
function validate104(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.company === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "company" });
      errors++;
    }
    if (data.currency === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "currency" });
      errors++;
    }
    if (data.zone === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "zone" });
      errors++;
    }
    if (data.language === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "language" });
      errors++;
    }
    if (data.rules === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "rules" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "company" || key0 === "currency" || key0 === "zone" || key0 === "language" || key0 === "rules" || key0 === "name" || key0 === "email")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.company !== void 0) {
      let data0 = data.company;
      if (typeof data0 === "string") {
        data0 = data["company"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/company", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/company", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/company", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/company", "type", { type: "string" });
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data1 = data.currency;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          vErrors = put(vErrors, instancePath + "/currency", "pattern", { pattern: "^[A-Z]{3}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/currency", "type", { type: "string" });
        errors++;
      }
    }
    if (data.zone !== void 0) {
      let data2 = data.zone;
      if (typeof data2 === "string") {
        data2 = data["zone"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/zone", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/zone", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/zone", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/zone", "type", { type: "string" });
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data3 = data.language;
      if (typeof data3 !== "string") {
        vErrors = put(vErrors, instancePath + "/language", "type", { type: "string" });
        errors++;
      }
      if (!(data3 === "en" || data3 === "ru")) {
        vErrors = put(vErrors, instancePath + "/language", "enum", { allowedValues: schema105.properties.language.enum });
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data4 = data.rules;
      if (typeof data4 !== "string") {
        vErrors = put(vErrors, instancePath + "/rules", "type", { type: "string" });
        errors++;
      }
      if (!(data4 === "kept" || data4 === "first")) {
        vErrors = put(vErrors, instancePath + "/rules", "enum", { allowedValues: schema105.properties.rules.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data5 = data.name;
      if (typeof data5 === "string") {
        data5 = data["name"] = func2(data5);
        if (func3(data5) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data5) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data5)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data6 = data.email;
      if (typeof data6 === "string") {
        data6 = data["email"] = func2(data6);
        if (func3(data6) > 254) {
          vErrors = put(vErrors, instancePath + "/email", "maxLength", { limit: 254 });
          errors++;
        }
        if (func3(data6) < 0) {
          vErrors = put(vErrors, instancePath + "/email", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats0(data6)) {
          vErrors = put(vErrors, instancePath + "/email", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/email", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate104.errors = vErrors;
  return errors === 0;
}
var SettingsView = validate105;
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.currency === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "currency" });
      errors++;
    }
    if (data.rates === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "rates" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "currency" || key0 === "rates")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data0 = data.currency;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          vErrors = put(vErrors, instancePath + "/currency", "pattern", { pattern: "^[A-Z]{3}$" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/currency", "type", { type: "string" });
        errors++;
      }
    }
    if (data.rates !== void 0) {
      let data1 = data.rates;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 200) {
          vErrors = put(vErrors, instancePath + "/rates", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key1 in data1) {
          if (!pattern4.test(key1)) {
            vErrors = put(vErrors, instancePath + "/rates", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        for (const key2 in data1) {
          if (pattern4.test(key2)) {
            let data2 = data1[key2];
            if (typeof data2 === "string") {
              if (!pattern5.test(data2)) {
                vErrors = put(vErrors, instancePath + "/rates/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "pattern", { pattern: "^\\d{1,12}(\\.\\d{1,10})?$" });
                errors++;
              }
            } else {
              vErrors = put(vErrors, instancePath + "/rates/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: "string" });
              errors++;
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/rates", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}
var SettleMessage = validate106;
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.left === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "left" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "left")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.left !== void 0) {
      if (typeof data.left !== "boolean") {
        vErrors = put(vErrors, instancePath + "/left", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
var SettlePayment = validate107;
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.note === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "note" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "note")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data0 = data.note;
      if (typeof data0 === "string") {
        data0 = data["note"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/note", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate107.errors = vErrors;
  return errors === 0;
}
var ShareCalendar = validate108;
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.shared === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "shared" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "shared")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.shared !== void 0) {
      if (typeof data.shared !== "boolean") {
        vErrors = put(vErrors, instancePath + "/shared", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate108.errors = vErrors;
  return errors === 0;
}
var SignDocument = validate109;
var schema110 = { "type": "object", "required": ["who"], "properties": { "who": { "type": "string", "enum": ["us", "client"] }, "file": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 } }, "additionalProperties": false };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.who === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "who" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "who" || key0 === "file")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.who !== void 0) {
      let data0 = data.who;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/who", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "us" || data0 === "client")) {
        vErrors = put(vErrors, instancePath + "/who", "enum", { allowedValues: schema110.properties.who.enum });
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data1 = data.file;
      if (typeof data1 === "string") {
        data1 = data["file"] = func2(data1);
        if (func3(data1) > 100) {
          vErrors = put(vErrors, instancePath + "/file", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/file", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/file", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/file", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate109.errors = vErrors;
  return errors === 0;
}
var StartHandover = validate110;
var schema111 = { "type": "object", "required": ["from", "to"], "properties": { "from": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "to": { "type": "array", "items": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "minItems": 1, "maxItems": 20, "uniqueItems": true }, "split": { "type": "string", "enum": ["turns", "fewest", "by_pipeline"] }, "until": { "type": "string", "format": "date" }, "what": { "type": "array", "items": { "type": "string", "enum": ["deal", "task", "client", "key"] }, "minItems": 1, "maxItems": 4, "uniqueItems": true }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 }, "dryRun": { "type": "boolean" } }, "additionalProperties": false };
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "from" });
      errors++;
    }
    if (data.to === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "to" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "from" || key0 === "to" || key0 === "split" || key0 === "until" || key0 === "what" || key0 === "reason" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data0 = data.from;
      if (typeof data0 === "string") {
        data0 = data["from"] = func2(data0);
        if (func3(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/from", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/from", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (Array.isArray(data1)) {
        if (data1.length > 20) {
          vErrors = put(vErrors, instancePath + "/to", "maxItems", { limit: 20 });
          errors++;
        }
        if (data1.length < 1) {
          vErrors = put(vErrors, instancePath + "/to", "minItems", { limit: 1 });
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            data2 = data1[i0] = func2(data2);
            if (func3(data2) > 64) {
              vErrors = put(vErrors, instancePath + "/to/" + i0, "maxLength", { limit: 64 });
              errors++;
            }
            if (func3(data2) < 1) {
              vErrors = put(vErrors, instancePath + "/to/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data2)) {
              vErrors = put(vErrors, instancePath + "/to/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/to/" + i0, "type", { type: "string" });
            errors++;
          }
        }
        let i1 = data1.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data1[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              vErrors = put(vErrors, instancePath + "/to", "uniqueItems", { i: i1, j: j0 });
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/to", "type", { type: "array" });
        errors++;
      }
    }
    if (data.split !== void 0) {
      let data3 = data.split;
      if (typeof data3 !== "string") {
        vErrors = put(vErrors, instancePath + "/split", "type", { type: "string" });
        errors++;
      }
      if (!(data3 === "turns" || data3 === "fewest" || data3 === "by_pipeline")) {
        vErrors = put(vErrors, instancePath + "/split", "enum", { allowedValues: schema111.properties.split.enum });
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data4 = data.until;
      if (typeof data4 === "string") {
        if (!formats168(data4)) {
          vErrors = put(vErrors, instancePath + "/until", "format", { format: "date" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/until", "type", { type: "string" });
        errors++;
      }
    }
    if (data.what !== void 0) {
      let data5 = data.what;
      if (Array.isArray(data5)) {
        if (data5.length > 4) {
          vErrors = put(vErrors, instancePath + "/what", "maxItems", { limit: 4 });
          errors++;
        }
        if (data5.length < 1) {
          vErrors = put(vErrors, instancePath + "/what", "minItems", { limit: 1 });
          errors++;
        }
        const len1 = data5.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data6 = data5[i2];
          if (typeof data6 !== "string") {
            vErrors = put(vErrors, instancePath + "/what/" + i2, "type", { type: "string" });
            errors++;
          }
          if (!(data6 === "deal" || data6 === "task" || data6 === "client" || data6 === "key")) {
            vErrors = put(vErrors, instancePath + "/what/" + i2, "enum", { allowedValues: schema111.properties.what.items.enum });
            errors++;
          }
        }
        let i3 = data5.length;
        let j1;
        if (i3 > 1) {
          const indices1 = {};
          for (; i3--; ) {
            let item1 = data5[i3];
            if (typeof item1 !== "string") {
              continue;
            }
            if (typeof indices1[item1] == "number") {
              j1 = indices1[item1];
              vErrors = put(vErrors, instancePath + "/what", "uniqueItems", { i: i3, j: j1 });
              errors++;
              break;
            }
            indices1[item1] = i3;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/what", "type", { type: "array" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data7 = data.reason;
      if (typeof data7 === "string") {
        data7 = data["reason"] = func2(data7);
        if (func3(data7) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data7) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data7)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate110.errors = vErrors;
  return errors === 0;
}
var StartLoad = validate111;
var schema112 = { "type": "object", "required": ["what", "name", "upload"], "properties": { "what": { "type": "string", "enum": ["register", "statement"] }, "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "upload": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "kind": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "dryRun": { "type": "boolean" } }, "additionalProperties": false };
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.what === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "what" });
      errors++;
    }
    if (data.name === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "name" });
      errors++;
    }
    if (data.upload === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "upload" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "what" || key0 === "name" || key0 === "upload" || key0 === "kind" || key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.what !== void 0) {
      let data0 = data.what;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/what", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "register" || data0 === "statement")) {
        vErrors = put(vErrors, instancePath + "/what", "enum", { allowedValues: schema112.properties.what.enum });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        data1 = data["name"] = func2(data1);
        if (func3(data1) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data2 = data.upload;
      if (typeof data2 === "string") {
        data2 = data["upload"] = func2(data2);
        if (func3(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/upload", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/upload", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/upload", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/upload", "type", { type: "string" });
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data3 = data.kind;
      if (typeof data3 === "string") {
        data3 = data["kind"] = func2(data3);
        if (func3(data3) > 100) {
          vErrors = put(vErrors, instancePath + "/kind", "maxLength", { limit: 100 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/kind", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/kind", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate111.errors = vErrors;
  return errors === 0;
}
var TakeTalk = validate112;
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate112.errors = vErrors;
  return errors === 0;
}
var TellCall = validate113;
var schema114 = { "type": "object", "required": ["result"], "properties": { "result": { "type": "string", "enum": ["answered", "missed"] }, "at": { "type": "string", "format": "date-time" }, "note": { "trimmed": true, "type": "string", "format": "prose", "maxLength": 2e3 } }, "additionalProperties": false };
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.result === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "result" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "result" || key0 === "at" || key0 === "note")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.result !== void 0) {
      let data0 = data.result;
      if (typeof data0 !== "string") {
        vErrors = put(vErrors, instancePath + "/result", "type", { type: "string" });
        errors++;
      }
      if (!(data0 === "answered" || data0 === "missed")) {
        vErrors = put(vErrors, instancePath + "/result", "enum", { allowedValues: schema114.properties.result.enum });
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data1 = data.at;
      if (typeof data1 === "string") {
        if (!formats14(data1)) {
          vErrors = put(vErrors, instancePath + "/at", "format", { format: "date-time" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/at", "type", { type: "string" });
        errors++;
      }
    }
    if (data.note !== void 0) {
      let data2 = data.note;
      if (typeof data2 === "string") {
        data2 = data["note"] = func2(data2);
        if (func3(data2) > 2e3) {
          vErrors = put(vErrors, instancePath + "/note", "maxLength", { limit: 2e3 });
          errors++;
        }
        if (!formats4(data2)) {
          vErrors = put(vErrors, instancePath + "/note", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/note", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate113.errors = vErrors;
  return errors === 0;
}
var TestIntegration = validate114;
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
      errors++;
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
var UnbookPayment = validate115;
function validate115(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "reason" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        data0 = data["reason"] = func2(data0);
        if (func3(data0) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate115.errors = vErrors;
  return errors === 0;
}
var UndoMerge = validate116;
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "dryRun")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.dryRun !== void 0) {
      if (typeof data.dryRun !== "boolean") {
        vErrors = put(vErrors, instancePath + "/dryRun", "type", { type: "boolean" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate116.errors = vErrors;
  return errors === 0;
}
var UpdateClient = validate117;
var schema118 = { "type": "object", "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "owner": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 64 }, "inn": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 20 }, "kpp": { "trimmed": true, "type": ["string", "null"], "format": "line", "minLength": 1, "maxLength": 20 }, "requisites": { "type": "object", "properties": { "legalName": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 400 }, "ogrn": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "address": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 400 }, "bank": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "bik": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "account": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 30 }, "correspondentAccount": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 30 }, "signer": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signerGenitive": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signerTitle": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "signsBy": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false } }, "additionalProperties": false };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "owner" || key0 === "inn" || key0 === "kpp" || key0 === "requisites" || key0 === "fields")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        data0 = data["name"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/name", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/name", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/name", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/name", "type", { type: "string" });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data1 = data.owner;
      if (typeof data1 !== "string" && data1 !== null) {
        vErrors = put(vErrors, instancePath + "/owner", "type", { type: schema118.properties.owner.type });
        errors++;
      }
      if (typeof data1 === "string") {
        data1 = data["owner"] = func2(data1);
        if (func3(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.inn !== void 0) {
      let data2 = data.inn;
      if (typeof data2 !== "string" && data2 !== null) {
        vErrors = put(vErrors, instancePath + "/inn", "type", { type: schema118.properties.inn.type });
        errors++;
      }
      if (typeof data2 === "string") {
        data2 = data["inn"] = func2(data2);
        if (func3(data2) > 20) {
          vErrors = put(vErrors, instancePath + "/inn", "maxLength", { limit: 20 });
          errors++;
        }
        if (func3(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/inn", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data2)) {
          vErrors = put(vErrors, instancePath + "/inn", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.kpp !== void 0) {
      let data3 = data.kpp;
      if (typeof data3 !== "string" && data3 !== null) {
        vErrors = put(vErrors, instancePath + "/kpp", "type", { type: schema118.properties.kpp.type });
        errors++;
      }
      if (typeof data3 === "string") {
        data3 = data["kpp"] = func2(data3);
        if (func3(data3) > 20) {
          vErrors = put(vErrors, instancePath + "/kpp", "maxLength", { limit: 20 });
          errors++;
        }
        if (func3(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/kpp", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data3)) {
          vErrors = put(vErrors, instancePath + "/kpp", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.requisites !== void 0) {
      let data4 = data.requisites;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          if (!func14.call(schema118.properties.requisites.properties, key1)) {
            vErrors = put(vErrors, instancePath + "/requisites", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data4.legalName !== void 0) {
          let data5 = data4.legalName;
          if (typeof data5 === "string") {
            data5 = data4["legalName"] = func2(data5);
            if (func3(data5) > 400) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "maxLength", { limit: 400 });
              errors++;
            }
            if (func3(data5) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data5)) {
              vErrors = put(vErrors, instancePath + "/requisites/legalName", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/legalName", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.ogrn !== void 0) {
          let data6 = data4.ogrn;
          if (typeof data6 === "string") {
            data6 = data4["ogrn"] = func2(data6);
            if (func3(data6) > 20) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data6) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data6)) {
              vErrors = put(vErrors, instancePath + "/requisites/ogrn", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/ogrn", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.address !== void 0) {
          let data7 = data4.address;
          if (typeof data7 === "string") {
            data7 = data4["address"] = func2(data7);
            if (func3(data7) > 400) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "maxLength", { limit: 400 });
              errors++;
            }
            if (func3(data7) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data7)) {
              vErrors = put(vErrors, instancePath + "/requisites/address", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/address", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.bank !== void 0) {
          let data8 = data4.bank;
          if (typeof data8 === "string") {
            data8 = data4["bank"] = func2(data8);
            if (func3(data8) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data8) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data8)) {
              vErrors = put(vErrors, instancePath + "/requisites/bank", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/bank", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.bik !== void 0) {
          let data9 = data4.bik;
          if (typeof data9 === "string") {
            data9 = data4["bik"] = func2(data9);
            if (func3(data9) > 20) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "maxLength", { limit: 20 });
              errors++;
            }
            if (func3(data9) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data9)) {
              vErrors = put(vErrors, instancePath + "/requisites/bik", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/bik", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.account !== void 0) {
          let data10 = data4.account;
          if (typeof data10 === "string") {
            data10 = data4["account"] = func2(data10);
            if (func3(data10) > 30) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "maxLength", { limit: 30 });
              errors++;
            }
            if (func3(data10) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data10)) {
              vErrors = put(vErrors, instancePath + "/requisites/account", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/account", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.correspondentAccount !== void 0) {
          let data11 = data4.correspondentAccount;
          if (typeof data11 === "string") {
            data11 = data4["correspondentAccount"] = func2(data11);
            if (func3(data11) > 30) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "maxLength", { limit: 30 });
              errors++;
            }
            if (func3(data11) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data11)) {
              vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/correspondentAccount", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.signer !== void 0) {
          let data12 = data4.signer;
          if (typeof data12 === "string") {
            data12 = data4["signer"] = func2(data12);
            if (func3(data12) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data12) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data12)) {
              vErrors = put(vErrors, instancePath + "/requisites/signer", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signer", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.signerGenitive !== void 0) {
          let data13 = data4.signerGenitive;
          if (typeof data13 === "string") {
            data13 = data4["signerGenitive"] = func2(data13);
            if (func3(data13) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data13) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data13)) {
              vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signerGenitive", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.signerTitle !== void 0) {
          let data14 = data4.signerTitle;
          if (typeof data14 === "string") {
            data14 = data4["signerTitle"] = func2(data14);
            if (func3(data14) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data14) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data14)) {
              vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signerTitle", "type", { type: "string" });
            errors++;
          }
        }
        if (data4.signsBy !== void 0) {
          let data15 = data4.signsBy;
          if (typeof data15 === "string") {
            data15 = data4["signsBy"] = func2(data15);
            if (func3(data15) > 200) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data15) < 1) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data15)) {
              vErrors = put(vErrors, instancePath + "/requisites/signsBy", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/requisites/signsBy", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/requisites", "type", { type: "object" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data16 = data.fields;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key2 in data16) {
          if (!pattern2.test(key2)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key2 });
            errors++;
          }
        }
        for (const key3 in data16) {
          if (pattern2.test(key3)) {
            let data17 = data16[key3];
            if (typeof data17 !== "string" && !(typeof data17 == "number" && isFinite(data17)) && typeof data17 !== "boolean" && data17 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema118.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data17 === "string") {
              data17 = data16[key3] = func2(data17);
              if (func3(data17) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data17)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
var UpdateDeal = validate118;
var schema119 = { "type": "object", "properties": { "title": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 200 }, "client": { "type": "object", "properties": { "name": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 200 }, "phone": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 40 }, "email": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 254 } }, "additionalProperties": false }, "fields": { "type": "object", "patternProperties": { "^[a-z][a-z0-9_]{0,63}$": { "trimmed": true, "type": ["string", "number", "boolean", "null"], "format": "prose", "maxLength": 4e3 } }, "maxProperties": 200, "additionalProperties": false }, "reason": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 500 } }, "additionalProperties": false };
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "title" || key0 === "client" || key0 === "fields" || key0 === "reason")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        data0 = data["title"] = func2(data0);
        if (func3(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/title", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/title", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data0)) {
          vErrors = put(vErrors, instancePath + "/title", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/title", "type", { type: "string" });
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data1 = data.client;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!(key1 === "name" || key1 === "phone" || key1 === "email")) {
            vErrors = put(vErrors, instancePath + "/client", "additionalProperties", { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.name !== void 0) {
          let data2 = data1.name;
          if (typeof data2 === "string") {
            data2 = data1["name"] = func2(data2);
            if (func3(data2) > 200) {
              vErrors = put(vErrors, instancePath + "/client/name", "maxLength", { limit: 200 });
              errors++;
            }
            if (func3(data2) < 0) {
              vErrors = put(vErrors, instancePath + "/client/name", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data2)) {
              vErrors = put(vErrors, instancePath + "/client/name", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/name", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.phone !== void 0) {
          let data3 = data1.phone;
          if (typeof data3 === "string") {
            data3 = data1["phone"] = func2(data3);
            if (func3(data3) > 40) {
              vErrors = put(vErrors, instancePath + "/client/phone", "maxLength", { limit: 40 });
              errors++;
            }
            if (func3(data3) < 0) {
              vErrors = put(vErrors, instancePath + "/client/phone", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data3)) {
              vErrors = put(vErrors, instancePath + "/client/phone", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/phone", "type", { type: "string" });
            errors++;
          }
        }
        if (data1.email !== void 0) {
          let data4 = data1.email;
          if (typeof data4 === "string") {
            data4 = data1["email"] = func2(data4);
            if (func3(data4) > 254) {
              vErrors = put(vErrors, instancePath + "/client/email", "maxLength", { limit: 254 });
              errors++;
            }
            if (func3(data4) < 0) {
              vErrors = put(vErrors, instancePath + "/client/email", "minLength", { limit: 0 });
              errors++;
            }
            if (!formats0(data4)) {
              vErrors = put(vErrors, instancePath + "/client/email", "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/client/email", "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/client", "type", { type: "object" });
        errors++;
      }
    }
    if (data.fields !== void 0) {
      let data5 = data.fields;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length > 200) {
          vErrors = put(vErrors, instancePath + "/fields", "maxProperties", { limit: 200 });
          errors++;
        }
        for (const key2 in data5) {
          if (!pattern2.test(key2)) {
            vErrors = put(vErrors, instancePath + "/fields", "additionalProperties", { additionalProperty: key2 });
            errors++;
          }
        }
        for (const key3 in data5) {
          if (pattern2.test(key3)) {
            let data6 = data5[key3];
            if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 !== "boolean" && data6 !== null) {
              vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "type", { type: schema119.properties.fields.patternProperties["^[a-z][a-z0-9_]{0,63}$"].type });
              errors++;
            }
            if (typeof data6 === "string") {
              data6 = data5[key3] = func2(data6);
              if (func3(data6) > 4e3) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "maxLength", { limit: 4e3 });
                errors++;
              }
              if (!formats4(data6)) {
                vErrors = put(vErrors, instancePath + "/fields/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), "format", { format: "prose" });
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/fields", "type", { type: "object" });
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data7 = data.reason;
      if (typeof data7 === "string") {
        data7 = data["reason"] = func2(data7);
        if (func3(data7) > 500) {
          vErrors = put(vErrors, instancePath + "/reason", "maxLength", { limit: 500 });
          errors++;
        }
        if (func3(data7) < 1) {
          vErrors = put(vErrors, instancePath + "/reason", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data7)) {
          vErrors = put(vErrors, instancePath + "/reason", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/reason", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate118.errors = vErrors;
  return errors === 0;
}
var WriteMessage = validate119;
function validate119(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "template" || key0 === "places" || key0 === "subject" || key0 === "files" || key0 === "by")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data0 = data.text;
      if (typeof data0 === "string") {
        data0 = data["text"] = func2(data0);
        if (func3(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/text", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func3(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/text", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats4(data0)) {
          vErrors = put(vErrors, instancePath + "/text", "format", { format: "prose" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/text", "type", { type: "string" });
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data1 = data.template;
      if (typeof data1 === "string") {
        data1 = data["template"] = func2(data1);
        if (func3(data1) > 600) {
          vErrors = put(vErrors, instancePath + "/template", "maxLength", { limit: 600 });
          errors++;
        }
        if (func3(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/template", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data1)) {
          vErrors = put(vErrors, instancePath + "/template", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/template", "type", { type: "string" });
        errors++;
      }
    }
    if (data.places !== void 0) {
      let data2 = data.places;
      if (Array.isArray(data2)) {
        if (data2.length > 20) {
          vErrors = put(vErrors, instancePath + "/places", "maxItems", { limit: 20 });
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            data3 = data2[i0] = func2(data3);
            if (func3(data3) > 1e3) {
              vErrors = put(vErrors, instancePath + "/places/" + i0, "maxLength", { limit: 1e3 });
              errors++;
            }
            if (func3(data3) < 1) {
              vErrors = put(vErrors, instancePath + "/places/" + i0, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data3)) {
              vErrors = put(vErrors, instancePath + "/places/" + i0, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/places/" + i0, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/places", "type", { type: "array" });
        errors++;
      }
    }
    if (data.subject !== void 0) {
      let data4 = data.subject;
      if (typeof data4 === "string") {
        data4 = data["subject"] = func2(data4);
        if (func3(data4) > 200) {
          vErrors = put(vErrors, instancePath + "/subject", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data4) < 1) {
          vErrors = put(vErrors, instancePath + "/subject", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data4)) {
          vErrors = put(vErrors, instancePath + "/subject", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/subject", "type", { type: "string" });
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data5 = data.files;
      if (Array.isArray(data5)) {
        if (data5.length > 10) {
          vErrors = put(vErrors, instancePath + "/files", "maxItems", { limit: 10 });
          errors++;
        }
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 === "string") {
            data6 = data5[i1] = func2(data6);
            if (func3(data6) > 100) {
              vErrors = put(vErrors, instancePath + "/files/" + i1, "maxLength", { limit: 100 });
              errors++;
            }
            if (func3(data6) < 1) {
              vErrors = put(vErrors, instancePath + "/files/" + i1, "minLength", { limit: 1 });
              errors++;
            }
            if (!formats0(data6)) {
              vErrors = put(vErrors, instancePath + "/files/" + i1, "format", { format: "line" });
              errors++;
            }
          } else {
            vErrors = put(vErrors, instancePath + "/files/" + i1, "type", { type: "string" });
            errors++;
          }
        }
      } else {
        vErrors = put(vErrors, instancePath + "/files", "type", { type: "array" });
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data7 = data.by;
      if (typeof data7 === "string") {
        data7 = data["by"] = func2(data7);
        if (func3(data7) > 200) {
          vErrors = put(vErrors, instancePath + "/by", "maxLength", { limit: 200 });
          errors++;
        }
        if (func3(data7) < 1) {
          vErrors = put(vErrors, instancePath + "/by", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats0(data7)) {
          vErrors = put(vErrors, instancePath + "/by", "format", { format: "line" });
          errors++;
        }
      } else {
        vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate119.errors = vErrors;
  return errors === 0;
}
var BurnUpQuery = validate1010;
var schema113 = { "type": "object", "properties": { "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "scope": { "type": "string", "enum": ["company", "department", "employee", "pipeline", "axis", "employee_pipeline"] }, "id": { "type": "string", "maxLength": 200 } }, "additionalProperties": false };
var func22 = require_ucs2length().default;
function validate1010(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "metric" || key0 === "scope" || key0 === "id")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data0 = data.metric;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/metric", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["metric"] = coerced0;
          }
        }
      }
      if (!(data0 === "sum" || data0 === "count" || data0 === "tasks_done")) {
        vErrors = put(vErrors, instancePath + "/metric", "enum", { allowedValues: schema113.properties.metric.enum });
        errors++;
      }
    }
    if (data.scope !== void 0) {
      let data1 = data.scope;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/scope", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["scope"] = coerced1;
          }
        }
      }
      if (!(data1 === "company" || data1 === "department" || data1 === "employee" || data1 === "pipeline" || data1 === "axis" || data1 === "employee_pipeline")) {
        vErrors = put(vErrors, instancePath + "/scope", "enum", { allowedValues: schema113.properties.scope.enum });
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data2 = data.id;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/id", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["id"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        if (func22(data2) > 200) {
          vErrors = put(vErrors, instancePath + "/id", "maxLength", { limit: 200 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate1010.errors = vErrors;
  return errors === 0;
}
var ClientFileQuery = validate1110;
var schema12 = { "type": "object", "properties": { "where": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 1e3 }, "columns": { "type": "string", "maxLength": 4e3 }, "lang": { "type": "string", "enum": ["en", "ru"] } }, "additionalProperties": false };
var formats02 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).line;
var func32 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).trimmed;
function validate1110(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "where" || key0 === "columns" || key0 === "lang")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.where !== void 0) {
      let data0 = data.where;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["where"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        data0 = data["where"] = func32(data0);
        if (func22(data0) > 1e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 1e3 });
          errors++;
        }
        if (func22(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/where", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data0)) {
          vErrors = put(vErrors, instancePath + "/where", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.columns !== void 0) {
      let data1 = data.columns;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/columns", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["columns"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (func22(data1) > 4e3) {
          vErrors = put(vErrors, instancePath + "/columns", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
    if (data.lang !== void 0) {
      let data2 = data.lang;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["lang"] = coerced2;
          }
        }
      }
      if (!(data2 === "en" || data2 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema12.properties.lang.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate1110.errors = vErrors;
  return errors === 0;
}
var ClientQuery = validate122;
var schema13 = { "type": "object", "properties": { "owner": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "kind": { "type": "string", "enum": ["company", "person"] }, "where": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 1e3 }, "limit": { "type": "integer", "minimum": 1, "maximum": 100 }, "cursor": { "type": "string", "maxLength": 2e3 } }, "additionalProperties": false };
function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "owner" || key0 === "kind" || key0 === "where" || key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data0 = data.owner;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/owner", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["owner"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        data0 = data["owner"] = func32(data0);
        if (func22(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data0)) {
          vErrors = put(vErrors, instancePath + "/owner", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["kind"] = coerced1;
          }
        }
      }
      if (!(data1 === "company" || data1 === "person")) {
        vErrors = put(vErrors, instancePath + "/kind", "enum", { allowedValues: schema13.properties.kind.enum });
        errors++;
      }
    }
    if (data.where !== void 0) {
      let data2 = data.where;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["where"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        data2 = data["where"] = func32(data2);
        if (func22(data2) > 1e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 1e3 });
          errors++;
        }
        if (func22(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/where", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data2)) {
          vErrors = put(vErrors, instancePath + "/where", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data3 = data.limit;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 === "boolean" || data3 === null || dataType3 === "string" && data3 && data3 == +data3 && !(data3 % 1)) {
            coerced3 = +data3;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["limit"] = coerced3;
          }
        }
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 100 || isNaN(data3)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data4 = data.cursor;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["cursor"] = coerced4;
          }
        }
      }
      if (typeof data4 === "string") {
        if (func22(data4) > 2e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 2e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate122.errors = vErrors;
  return errors === 0;
}
var DealFileQuery = validate132;
var schema142 = { "type": "object", "properties": { "where": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 4e3 }, "q": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 100 }, "sort": { "trimmed": true, "type": "string", "format": "line", "minLength": 0, "maxLength": 80 }, "columns": { "type": "string", "maxLength": 4e3 }, "lang": { "type": "string", "enum": ["en", "ru"] } }, "additionalProperties": false };
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "where" || key0 === "q" || key0 === "sort" || key0 === "columns" || key0 === "lang")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.where !== void 0) {
      let data0 = data.where;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["where"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        data0 = data["where"] = func32(data0);
        if (func22(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func22(data0) < 0) {
          vErrors = put(vErrors, instancePath + "/where", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data0)) {
          vErrors = put(vErrors, instancePath + "/where", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.q !== void 0) {
      let data1 = data.q;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["q"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        data1 = data["q"] = func32(data1);
        if (func22(data1) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func22(data1) < 0) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data1)) {
          vErrors = put(vErrors, instancePath + "/q", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.sort !== void 0) {
      let data2 = data.sort;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/sort", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["sort"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        data2 = data["sort"] = func32(data2);
        if (func22(data2) > 80) {
          vErrors = put(vErrors, instancePath + "/sort", "maxLength", { limit: 80 });
          errors++;
        }
        if (func22(data2) < 0) {
          vErrors = put(vErrors, instancePath + "/sort", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data2)) {
          vErrors = put(vErrors, instancePath + "/sort", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.columns !== void 0) {
      let data3 = data.columns;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/columns", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["columns"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        if (func22(data3) > 4e3) {
          vErrors = put(vErrors, instancePath + "/columns", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
    if (data.lang !== void 0) {
      let data4 = data.lang;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["lang"] = coerced4;
          }
        }
      }
      if (!(data4 === "en" || data4 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema142.properties.lang.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate132.errors = vErrors;
  return errors === 0;
}
var DealTableQuery = validate142;
function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "where" || key0 === "q" || key0 === "sort" || key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.where !== void 0) {
      let data0 = data.where;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["where"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        data0 = data["where"] = func32(data0);
        if (func22(data0) > 4e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 4e3 });
          errors++;
        }
        if (func22(data0) < 0) {
          vErrors = put(vErrors, instancePath + "/where", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data0)) {
          vErrors = put(vErrors, instancePath + "/where", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.q !== void 0) {
      let data1 = data.q;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["q"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        data1 = data["q"] = func32(data1);
        if (func22(data1) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func22(data1) < 0) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data1)) {
          vErrors = put(vErrors, instancePath + "/q", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.sort !== void 0) {
      let data2 = data.sort;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/sort", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["sort"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        data2 = data["sort"] = func32(data2);
        if (func22(data2) > 80) {
          vErrors = put(vErrors, instancePath + "/sort", "maxLength", { limit: 80 });
          errors++;
        }
        if (func22(data2) < 0) {
          vErrors = put(vErrors, instancePath + "/sort", "minLength", { limit: 0 });
          errors++;
        }
        if (!formats02(data2)) {
          vErrors = put(vErrors, instancePath + "/sort", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data3 = data.limit;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 === "boolean" || data3 === null || dataType3 === "string" && data3 && data3 == +data3 && !(data3 % 1)) {
            coerced3 = +data3;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["limit"] = coerced3;
          }
        }
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 100 || isNaN(data3)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data4 = data.cursor;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["cursor"] = coerced4;
          }
        }
      }
      if (typeof data4 === "string") {
        if (func22(data4) > 4e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate142.errors = vErrors;
  return errors === 0;
}
var DealsQuery = validate152;
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "pipeline" || key0 === "stage" || key0 === "owner" || key0 === "q" || key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.pipeline !== void 0) {
      let data0 = data.pipeline;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/pipeline", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["pipeline"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (func22(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/pipeline", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/pipeline", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.stage !== void 0) {
      let data1 = data.stage;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/stage", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["stage"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (func22(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/stage", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/stage", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.owner !== void 0) {
      let data2 = data.owner;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/owner", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["owner"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        if (func22(data2) > 64) {
          vErrors = put(vErrors, instancePath + "/owner", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/owner", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.q !== void 0) {
      let data3 = data.q;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["q"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        if (func22(data3) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func22(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data4 = data.limit;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 === "boolean" || data4 === null || dataType4 === "string" && data4 && data4 == +data4 && !(data4 % 1)) {
            coerced4 = +data4;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["limit"] = coerced4;
          }
        }
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 100 || isNaN(data4)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data5 = data.cursor;
      if (typeof data5 !== "string") {
        let dataType5 = typeof data5;
        let coerced5 = void 0;
        if (!(coerced5 !== void 0)) {
          if (dataType5 == "number" || dataType5 == "boolean") {
            coerced5 = "" + data5;
          } else if (data5 === null) {
            coerced5 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced5 !== void 0) {
          data5 = coerced5;
          if (data !== void 0) {
            data["cursor"] = coerced5;
          }
        }
      }
      if (typeof data5 === "string") {
        if (func22(data5) > 4e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate152.errors = vErrors;
  return errors === 0;
}
var DuplicateQuery = validate162;
function validate162(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.limit !== void 0) {
      let data0 = data.limit;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 === "boolean" || data0 === null || dataType0 === "string" && data0 && data0 == +data0 && !(data0 % 1)) {
            coerced0 = +data0;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["limit"] = coerced0;
          }
        }
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data1 = data.cursor;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["cursor"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (func22(data1) > 2e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 2e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate162.errors = vErrors;
  return errors === 0;
}
var ErasedByRuleQuery = validate172;
var pattern02 = new RegExp("^\\d{4}-(0[1-9]|1[0-2])$", "u");
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "month")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.month !== void 0) {
      let data0 = data.month;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/month", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["month"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (!pattern02.test(data0)) {
          vErrors = put(vErrors, instancePath + "/month", "pattern", { pattern: "^\\d{4}-(0[1-9]|1[0-2])$" });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate172.errors = vErrors;
  return errors === 0;
}
var FileQuery = validate182;
var schema19 = { "type": "object", "properties": { "as": { "type": "string", "enum": ["inline", "attachment"] } }, "additionalProperties": false };
function validate182(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "as")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.as !== void 0) {
      let data0 = data.as;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/as", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["as"] = coerced0;
          }
        }
      }
      if (!(data0 === "inline" || data0 === "attachment")) {
        vErrors = put(vErrors, instancePath + "/as", "enum", { allowedValues: schema19.properties.as.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate182.errors = vErrors;
  return errors === 0;
}
var LanguageQuery = validate192;
var schema20 = { "type": "object", "properties": { "lang": { "type": "string", "enum": ["en", "ru"] } }, "additionalProperties": false };
function validate192(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "lang")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.lang !== void 0) {
      let data0 = data.lang;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["lang"] = coerced0;
          }
        }
      }
      if (!(data0 === "en" || data0 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema20.properties.lang.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate192.errors = vErrors;
  return errors === 0;
}
var LeakQuery = validate202;
var formats18 = (init_norma_formats(), __toCommonJS(norma_formats_exports)).date;
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "from" });
      errors++;
    }
    if (data.to === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "to" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "from" || key0 === "to")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data0 = data.from;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["from"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (!formats18(data0)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "date" });
          errors++;
        }
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/to", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["to"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (!formats18(data1)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "date" });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate202.errors = vErrors;
  return errors === 0;
}
var PageQuery = validate212;
function validate212(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.limit !== void 0) {
      let data0 = data.limit;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 === "boolean" || data0 === null || dataType0 === "string" && data0 && data0 == +data0 && !(data0 % 1)) {
            coerced0 = +data0;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["limit"] = coerced0;
          }
        }
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data1 = data.cursor;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["cursor"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (func22(data1) > 4e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate212.errors = vErrors;
  return errors === 0;
}
var PayableQuery = validate222;
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "q")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.q !== void 0) {
      let data0 = data.q;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["q"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (func22(data0) > 200) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 200 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate222.errors = vErrors;
  return errors === 0;
}
var PaymentsQuery = validate232;
var schema24 = { "type": "object", "required": ["state"], "properties": { "state": { "type": "string", "enum": ["booked", "suggested", "unmatched", "ignored"] }, "limit": { "type": "integer", "minimum": 1, "maximum": 100 }, "cursor": { "type": "string" } }, "additionalProperties": false };
function validate232(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.state === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "state" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/state", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["state"] = coerced0;
          }
        }
      }
      if (!(data0 === "booked" || data0 === "suggested" || data0 === "unmatched" || data0 === "ignored")) {
        vErrors = put(vErrors, instancePath + "/state", "enum", { allowedValues: schema24.properties.state.enum });
        errors++;
      }
    }
    if (data.limit !== void 0) {
      let data1 = data.limit;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 === "boolean" || data1 === null || dataType1 === "string" && data1 && data1 == +data1 && !(data1 % 1)) {
            coerced1 = +data1;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["limit"] = coerced1;
          }
        }
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 100 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data2 = data.cursor;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["cursor"] = coerced2;
          }
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate232.errors = vErrors;
  return errors === 0;
}
var ProgressQuery = validate242;
var schema252 = { "type": "object", "properties": { "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "by": { "type": "string", "enum": ["company", "department", "employee", "pipeline", "axis", "employee_pipeline"] }, "at": { "type": "string", "format": "date" } }, "additionalProperties": false };
function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "metric" || key0 === "by" || key0 === "at")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data0 = data.metric;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/metric", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["metric"] = coerced0;
          }
        }
      }
      if (!(data0 === "sum" || data0 === "count" || data0 === "tasks_done")) {
        vErrors = put(vErrors, instancePath + "/metric", "enum", { allowedValues: schema252.properties.metric.enum });
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data1 = data.by;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["by"] = coerced1;
          }
        }
      }
      if (!(data1 === "company" || data1 === "department" || data1 === "employee" || data1 === "pipeline" || data1 === "axis" || data1 === "employee_pipeline")) {
        vErrors = put(vErrors, instancePath + "/by", "enum", { allowedValues: schema252.properties.by.enum });
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data2 = data.at;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/at", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["at"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        if (!formats18(data2)) {
          vErrors = put(vErrors, instancePath + "/at", "format", { format: "date" });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate242.errors = vErrors;
  return errors === 0;
}
var ReadingQuery = validate252;
function validate252(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "on")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.on !== void 0) {
      let data0 = data.on;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/on", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["on"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (!formats18(data0)) {
          vErrors = put(vErrors, instancePath + "/on", "format", { format: "date" });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate252.errors = vErrors;
  return errors === 0;
}
var RegisterQuery = validate262;
var schema27 = { "type": "object", "properties": { "year": { "type": "integer", "minimum": 2e3, "maximum": 2200 }, "kind": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 64 }, "state": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 20 }, "q": { "trimmed": true, "type": "string", "format": "line", "minLength": 1, "maxLength": 100 }, "lang": { "type": "string", "enum": ["en", "ru"] } }, "additionalProperties": false };
function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "year" || key0 === "kind" || key0 === "state" || key0 === "q" || key0 === "lang")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.year !== void 0) {
      let data0 = data.year;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 === "boolean" || data0 === null || dataType0 === "string" && data0 && data0 == +data0 && !(data0 % 1)) {
            coerced0 = +data0;
          } else {
            vErrors = put(vErrors, instancePath + "/year", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["year"] = coerced0;
          }
        }
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 2200 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/year", "maximum", { comparison: "<=", limit: 2200 });
          errors++;
        }
        if (data0 < 2e3 || isNaN(data0)) {
          vErrors = put(vErrors, instancePath + "/year", "minimum", { comparison: ">=", limit: 2e3 });
          errors++;
        }
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/kind", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["kind"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        data1 = data["kind"] = func32(data1);
        if (func22(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/kind", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/kind", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data1)) {
          vErrors = put(vErrors, instancePath + "/kind", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/state", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["state"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        data2 = data["state"] = func32(data2);
        if (func22(data2) > 20) {
          vErrors = put(vErrors, instancePath + "/state", "maxLength", { limit: 20 });
          errors++;
        }
        if (func22(data2) < 1) {
          vErrors = put(vErrors, instancePath + "/state", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data2)) {
          vErrors = put(vErrors, instancePath + "/state", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.q !== void 0) {
      let data3 = data.q;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["q"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        data3 = data["q"] = func32(data3);
        if (func22(data3) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func22(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 1 });
          errors++;
        }
        if (!formats02(data3)) {
          vErrors = put(vErrors, instancePath + "/q", "format", { format: "line" });
          errors++;
        }
      }
    }
    if (data.lang !== void 0) {
      let data4 = data.lang;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["lang"] = coerced4;
          }
        }
      }
      if (!(data4 === "en" || data4 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema27.properties.lang.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate262.errors = vErrors;
  return errors === 0;
}
var ReportItemsQuery = validate272;
var schema28 = { "type": "object", "required": ["cell"], "properties": { "period": { "type": "string" }, "from": { "type": "string", "format": "date" }, "to": { "type": "string", "format": "date" }, "direction": { "type": "string", "minLength": 1, "maxLength": 64 }, "axis": { "type": "string", "maxLength": 200 }, "department": { "type": "string", "minLength": 1, "maxLength": 64 }, "person": { "type": "string", "minLength": 1, "maxLength": 64 }, "where": { "type": "string", "maxLength": 4e3 }, "field": { "type": "string", "minLength": 1, "maxLength": 64 }, "by": { "type": "string", "enum": ["person", "department", "direction", "axis", "stage", "company", "day", "person_day", "template", "source", "hour", "channel", "source_hour", "reason", "field"] }, "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "lang": { "type": "string", "enum": ["en", "ru"] }, "cell": { "type": "string", "minLength": 1, "maxLength": 500 }, "limit": { "type": "integer", "minimum": 1, "maximum": 100 }, "cursor": { "type": "string", "maxLength": 4e3 } }, "additionalProperties": false };
var func55 = Object.prototype.hasOwnProperty;
function validate272(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.cell === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "cell" });
      errors++;
    }
    for (const key0 in data) {
      if (!func55.call(schema28.properties, key0)) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.period !== void 0) {
      let data0 = data.period;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/period", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["period"] = coerced0;
          }
        }
      }
    }
    if (data.from !== void 0) {
      let data1 = data.from;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["from"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (!formats18(data1)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "date" });
          errors++;
        }
      }
    }
    if (data.to !== void 0) {
      let data2 = data.to;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/to", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["to"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        if (!formats18(data2)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "date" });
          errors++;
        }
      }
    }
    if (data.direction !== void 0) {
      let data3 = data.direction;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/direction", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["direction"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        if (func22(data3) > 64) {
          vErrors = put(vErrors, instancePath + "/direction", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/direction", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.axis !== void 0) {
      let data4 = data.axis;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/axis", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["axis"] = coerced4;
          }
        }
      }
      if (typeof data4 === "string") {
        if (func22(data4) > 200) {
          vErrors = put(vErrors, instancePath + "/axis", "maxLength", { limit: 200 });
          errors++;
        }
      }
    }
    if (data.department !== void 0) {
      let data5 = data.department;
      if (typeof data5 !== "string") {
        let dataType5 = typeof data5;
        let coerced5 = void 0;
        if (!(coerced5 !== void 0)) {
          if (dataType5 == "number" || dataType5 == "boolean") {
            coerced5 = "" + data5;
          } else if (data5 === null) {
            coerced5 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/department", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced5 !== void 0) {
          data5 = coerced5;
          if (data !== void 0) {
            data["department"] = coerced5;
          }
        }
      }
      if (typeof data5 === "string") {
        if (func22(data5) > 64) {
          vErrors = put(vErrors, instancePath + "/department", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data5) < 1) {
          vErrors = put(vErrors, instancePath + "/department", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.person !== void 0) {
      let data6 = data.person;
      if (typeof data6 !== "string") {
        let dataType6 = typeof data6;
        let coerced6 = void 0;
        if (!(coerced6 !== void 0)) {
          if (dataType6 == "number" || dataType6 == "boolean") {
            coerced6 = "" + data6;
          } else if (data6 === null) {
            coerced6 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/person", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced6 !== void 0) {
          data6 = coerced6;
          if (data !== void 0) {
            data["person"] = coerced6;
          }
        }
      }
      if (typeof data6 === "string") {
        if (func22(data6) > 64) {
          vErrors = put(vErrors, instancePath + "/person", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data6) < 1) {
          vErrors = put(vErrors, instancePath + "/person", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.where !== void 0) {
      let data7 = data.where;
      if (typeof data7 !== "string") {
        let dataType7 = typeof data7;
        let coerced7 = void 0;
        if (!(coerced7 !== void 0)) {
          if (dataType7 == "number" || dataType7 == "boolean") {
            coerced7 = "" + data7;
          } else if (data7 === null) {
            coerced7 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced7 !== void 0) {
          data7 = coerced7;
          if (data !== void 0) {
            data["where"] = coerced7;
          }
        }
      }
      if (typeof data7 === "string") {
        if (func22(data7) > 4e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
    if (data.field !== void 0) {
      let data8 = data.field;
      if (typeof data8 !== "string") {
        let dataType8 = typeof data8;
        let coerced8 = void 0;
        if (!(coerced8 !== void 0)) {
          if (dataType8 == "number" || dataType8 == "boolean") {
            coerced8 = "" + data8;
          } else if (data8 === null) {
            coerced8 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/field", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced8 !== void 0) {
          data8 = coerced8;
          if (data !== void 0) {
            data["field"] = coerced8;
          }
        }
      }
      if (typeof data8 === "string") {
        if (func22(data8) > 64) {
          vErrors = put(vErrors, instancePath + "/field", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data8) < 1) {
          vErrors = put(vErrors, instancePath + "/field", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.by !== void 0) {
      let data9 = data.by;
      if (typeof data9 !== "string") {
        let dataType9 = typeof data9;
        let coerced9 = void 0;
        if (!(coerced9 !== void 0)) {
          if (dataType9 == "number" || dataType9 == "boolean") {
            coerced9 = "" + data9;
          } else if (data9 === null) {
            coerced9 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced9 !== void 0) {
          data9 = coerced9;
          if (data !== void 0) {
            data["by"] = coerced9;
          }
        }
      }
      if (!(data9 === "person" || data9 === "department" || data9 === "direction" || data9 === "axis" || data9 === "stage" || data9 === "company" || data9 === "day" || data9 === "person_day" || data9 === "template" || data9 === "source" || data9 === "hour" || data9 === "channel" || data9 === "source_hour" || data9 === "reason" || data9 === "field")) {
        vErrors = put(vErrors, instancePath + "/by", "enum", { allowedValues: schema28.properties.by.enum });
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data10 = data.metric;
      if (typeof data10 !== "string") {
        let dataType10 = typeof data10;
        let coerced10 = void 0;
        if (!(coerced10 !== void 0)) {
          if (dataType10 == "number" || dataType10 == "boolean") {
            coerced10 = "" + data10;
          } else if (data10 === null) {
            coerced10 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/metric", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced10 !== void 0) {
          data10 = coerced10;
          if (data !== void 0) {
            data["metric"] = coerced10;
          }
        }
      }
      if (!(data10 === "sum" || data10 === "count" || data10 === "tasks_done")) {
        vErrors = put(vErrors, instancePath + "/metric", "enum", { allowedValues: schema28.properties.metric.enum });
        errors++;
      }
    }
    if (data.lang !== void 0) {
      let data11 = data.lang;
      if (typeof data11 !== "string") {
        let dataType11 = typeof data11;
        let coerced11 = void 0;
        if (!(coerced11 !== void 0)) {
          if (dataType11 == "number" || dataType11 == "boolean") {
            coerced11 = "" + data11;
          } else if (data11 === null) {
            coerced11 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced11 !== void 0) {
          data11 = coerced11;
          if (data !== void 0) {
            data["lang"] = coerced11;
          }
        }
      }
      if (!(data11 === "en" || data11 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema28.properties.lang.enum });
        errors++;
      }
    }
    if (data.cell !== void 0) {
      let data12 = data.cell;
      if (typeof data12 !== "string") {
        let dataType12 = typeof data12;
        let coerced12 = void 0;
        if (!(coerced12 !== void 0)) {
          if (dataType12 == "number" || dataType12 == "boolean") {
            coerced12 = "" + data12;
          } else if (data12 === null) {
            coerced12 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cell", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced12 !== void 0) {
          data12 = coerced12;
          if (data !== void 0) {
            data["cell"] = coerced12;
          }
        }
      }
      if (typeof data12 === "string") {
        if (func22(data12) > 500) {
          vErrors = put(vErrors, instancePath + "/cell", "maxLength", { limit: 500 });
          errors++;
        }
        if (func22(data12) < 1) {
          vErrors = put(vErrors, instancePath + "/cell", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data13 = data.limit;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        let dataType13 = typeof data13;
        let coerced13 = void 0;
        if (!(coerced13 !== void 0)) {
          if (dataType13 === "boolean" || data13 === null || dataType13 === "string" && data13 && data13 == +data13 && !(data13 % 1)) {
            coerced13 = +data13;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced13 !== void 0) {
          data13 = coerced13;
          if (data !== void 0) {
            data["limit"] = coerced13;
          }
        }
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 100 || isNaN(data13)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data14 = data.cursor;
      if (typeof data14 !== "string") {
        let dataType14 = typeof data14;
        let coerced14 = void 0;
        if (!(coerced14 !== void 0)) {
          if (dataType14 == "number" || dataType14 == "boolean") {
            coerced14 = "" + data14;
          } else if (data14 === null) {
            coerced14 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced14 !== void 0) {
          data14 = coerced14;
          if (data !== void 0) {
            data["cursor"] = coerced14;
          }
        }
      }
      if (typeof data14 === "string") {
        if (func22(data14) > 4e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate272.errors = vErrors;
  return errors === 0;
}
var ReportQuery = validate282;
var schema29 = { "type": "object", "properties": { "period": { "type": "string" }, "from": { "type": "string", "format": "date" }, "to": { "type": "string", "format": "date" }, "direction": { "type": "string", "minLength": 1, "maxLength": 64 }, "axis": { "type": "string", "maxLength": 200 }, "department": { "type": "string", "minLength": 1, "maxLength": 64 }, "person": { "type": "string", "minLength": 1, "maxLength": 64 }, "where": { "type": "string", "maxLength": 4e3 }, "field": { "type": "string", "minLength": 1, "maxLength": 64 }, "by": { "type": "string", "enum": ["person", "department", "direction", "axis", "stage", "company", "day", "person_day", "template", "source", "hour", "channel", "source_hour", "reason", "field"] }, "metric": { "type": "string", "enum": ["sum", "count", "tasks_done"] }, "lang": { "type": "string", "enum": ["en", "ru"] } }, "additionalProperties": false };
function validate282(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func55.call(schema29.properties, key0)) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.period !== void 0) {
      let data0 = data.period;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/period", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["period"] = coerced0;
          }
        }
      }
    }
    if (data.from !== void 0) {
      let data1 = data.from;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/from", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["from"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (!formats18(data1)) {
          vErrors = put(vErrors, instancePath + "/from", "format", { format: "date" });
          errors++;
        }
      }
    }
    if (data.to !== void 0) {
      let data2 = data.to;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/to", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["to"] = coerced2;
          }
        }
      }
      if (typeof data2 === "string") {
        if (!formats18(data2)) {
          vErrors = put(vErrors, instancePath + "/to", "format", { format: "date" });
          errors++;
        }
      }
    }
    if (data.direction !== void 0) {
      let data3 = data.direction;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/direction", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["direction"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        if (func22(data3) > 64) {
          vErrors = put(vErrors, instancePath + "/direction", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data3) < 1) {
          vErrors = put(vErrors, instancePath + "/direction", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.axis !== void 0) {
      let data4 = data.axis;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/axis", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["axis"] = coerced4;
          }
        }
      }
      if (typeof data4 === "string") {
        if (func22(data4) > 200) {
          vErrors = put(vErrors, instancePath + "/axis", "maxLength", { limit: 200 });
          errors++;
        }
      }
    }
    if (data.department !== void 0) {
      let data5 = data.department;
      if (typeof data5 !== "string") {
        let dataType5 = typeof data5;
        let coerced5 = void 0;
        if (!(coerced5 !== void 0)) {
          if (dataType5 == "number" || dataType5 == "boolean") {
            coerced5 = "" + data5;
          } else if (data5 === null) {
            coerced5 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/department", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced5 !== void 0) {
          data5 = coerced5;
          if (data !== void 0) {
            data["department"] = coerced5;
          }
        }
      }
      if (typeof data5 === "string") {
        if (func22(data5) > 64) {
          vErrors = put(vErrors, instancePath + "/department", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data5) < 1) {
          vErrors = put(vErrors, instancePath + "/department", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.person !== void 0) {
      let data6 = data.person;
      if (typeof data6 !== "string") {
        let dataType6 = typeof data6;
        let coerced6 = void 0;
        if (!(coerced6 !== void 0)) {
          if (dataType6 == "number" || dataType6 == "boolean") {
            coerced6 = "" + data6;
          } else if (data6 === null) {
            coerced6 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/person", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced6 !== void 0) {
          data6 = coerced6;
          if (data !== void 0) {
            data["person"] = coerced6;
          }
        }
      }
      if (typeof data6 === "string") {
        if (func22(data6) > 64) {
          vErrors = put(vErrors, instancePath + "/person", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data6) < 1) {
          vErrors = put(vErrors, instancePath + "/person", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.where !== void 0) {
      let data7 = data.where;
      if (typeof data7 !== "string") {
        let dataType7 = typeof data7;
        let coerced7 = void 0;
        if (!(coerced7 !== void 0)) {
          if (dataType7 == "number" || dataType7 == "boolean") {
            coerced7 = "" + data7;
          } else if (data7 === null) {
            coerced7 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/where", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced7 !== void 0) {
          data7 = coerced7;
          if (data !== void 0) {
            data["where"] = coerced7;
          }
        }
      }
      if (typeof data7 === "string") {
        if (func22(data7) > 4e3) {
          vErrors = put(vErrors, instancePath + "/where", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
    if (data.field !== void 0) {
      let data8 = data.field;
      if (typeof data8 !== "string") {
        let dataType8 = typeof data8;
        let coerced8 = void 0;
        if (!(coerced8 !== void 0)) {
          if (dataType8 == "number" || dataType8 == "boolean") {
            coerced8 = "" + data8;
          } else if (data8 === null) {
            coerced8 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/field", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced8 !== void 0) {
          data8 = coerced8;
          if (data !== void 0) {
            data["field"] = coerced8;
          }
        }
      }
      if (typeof data8 === "string") {
        if (func22(data8) > 64) {
          vErrors = put(vErrors, instancePath + "/field", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data8) < 1) {
          vErrors = put(vErrors, instancePath + "/field", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.by !== void 0) {
      let data9 = data.by;
      if (typeof data9 !== "string") {
        let dataType9 = typeof data9;
        let coerced9 = void 0;
        if (!(coerced9 !== void 0)) {
          if (dataType9 == "number" || dataType9 == "boolean") {
            coerced9 = "" + data9;
          } else if (data9 === null) {
            coerced9 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/by", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced9 !== void 0) {
          data9 = coerced9;
          if (data !== void 0) {
            data["by"] = coerced9;
          }
        }
      }
      if (!(data9 === "person" || data9 === "department" || data9 === "direction" || data9 === "axis" || data9 === "stage" || data9 === "company" || data9 === "day" || data9 === "person_day" || data9 === "template" || data9 === "source" || data9 === "hour" || data9 === "channel" || data9 === "source_hour" || data9 === "reason" || data9 === "field")) {
        vErrors = put(vErrors, instancePath + "/by", "enum", { allowedValues: schema29.properties.by.enum });
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data10 = data.metric;
      if (typeof data10 !== "string") {
        let dataType10 = typeof data10;
        let coerced10 = void 0;
        if (!(coerced10 !== void 0)) {
          if (dataType10 == "number" || dataType10 == "boolean") {
            coerced10 = "" + data10;
          } else if (data10 === null) {
            coerced10 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/metric", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced10 !== void 0) {
          data10 = coerced10;
          if (data !== void 0) {
            data["metric"] = coerced10;
          }
        }
      }
      if (!(data10 === "sum" || data10 === "count" || data10 === "tasks_done")) {
        vErrors = put(vErrors, instancePath + "/metric", "enum", { allowedValues: schema29.properties.metric.enum });
        errors++;
      }
    }
    if (data.lang !== void 0) {
      let data11 = data.lang;
      if (typeof data11 !== "string") {
        let dataType11 = typeof data11;
        let coerced11 = void 0;
        if (!(coerced11 !== void 0)) {
          if (dataType11 == "number" || dataType11 == "boolean") {
            coerced11 = "" + data11;
          } else if (data11 === null) {
            coerced11 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/lang", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced11 !== void 0) {
          data11 = coerced11;
          if (data !== void 0) {
            data["lang"] = coerced11;
          }
        }
      }
      if (!(data11 === "en" || data11 === "ru")) {
        vErrors = put(vErrors, instancePath + "/lang", "enum", { allowedValues: schema29.properties.lang.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate282.errors = vErrors;
  return errors === 0;
}
var SearchQuery = validate292;
function validate292(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.q === void 0) {
      vErrors = put(vErrors, instancePath, "required", { missingProperty: "q" });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "q" || key0 === "limit")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.q !== void 0) {
      let data0 = data.q;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/q", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["q"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (func22(data0) > 100) {
          vErrors = put(vErrors, instancePath + "/q", "maxLength", { limit: 100 });
          errors++;
        }
        if (func22(data0) < 2) {
          vErrors = put(vErrors, instancePath + "/q", "minLength", { limit: 2 });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data1 = data.limit;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 === "boolean" || data1 === null || dataType1 === "string" && data1 && data1 == +data1 && !(data1 % 1)) {
            coerced1 = +data1;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["limit"] = coerced1;
          }
        }
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 50 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 50 });
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate292.errors = vErrors;
  return errors === 0;
}
var TasksQuery = validate302;
var schema312 = { "type": "object", "properties": { "assignee": { "type": "string", "minLength": 1, "maxLength": 64 }, "department": { "type": "string", "minLength": 1, "maxLength": 64 }, "state": { "type": "string", "enum": ["open", "overdue", "today", "week", "undated", "done", "handed_on"] }, "month": { "type": "string", "pattern": "^\\d{4}-(0[1-9]|1[0-2])$" }, "direction": { "type": "string", "minLength": 1, "maxLength": 64 }, "template": { "type": "string", "minLength": 1, "maxLength": 64 }, "limit": { "type": "integer", "minimum": 1, "maximum": 100 }, "cursor": { "type": "string", "maxLength": 4e3 } }, "additionalProperties": false };
function validate302(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "assignee" || key0 === "department" || key0 === "state" || key0 === "month" || key0 === "direction" || key0 === "template" || key0 === "limit" || key0 === "cursor")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.assignee !== void 0) {
      let data0 = data.assignee;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/assignee", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["assignee"] = coerced0;
          }
        }
      }
      if (typeof data0 === "string") {
        if (func22(data0) > 64) {
          vErrors = put(vErrors, instancePath + "/assignee", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data0) < 1) {
          vErrors = put(vErrors, instancePath + "/assignee", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.department !== void 0) {
      let data1 = data.department;
      if (typeof data1 !== "string") {
        let dataType1 = typeof data1;
        let coerced1 = void 0;
        if (!(coerced1 !== void 0)) {
          if (dataType1 == "number" || dataType1 == "boolean") {
            coerced1 = "" + data1;
          } else if (data1 === null) {
            coerced1 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/department", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced1 !== void 0) {
          data1 = coerced1;
          if (data !== void 0) {
            data["department"] = coerced1;
          }
        }
      }
      if (typeof data1 === "string") {
        if (func22(data1) > 64) {
          vErrors = put(vErrors, instancePath + "/department", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data1) < 1) {
          vErrors = put(vErrors, instancePath + "/department", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (typeof data2 !== "string") {
        let dataType2 = typeof data2;
        let coerced2 = void 0;
        if (!(coerced2 !== void 0)) {
          if (dataType2 == "number" || dataType2 == "boolean") {
            coerced2 = "" + data2;
          } else if (data2 === null) {
            coerced2 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/state", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced2 !== void 0) {
          data2 = coerced2;
          if (data !== void 0) {
            data["state"] = coerced2;
          }
        }
      }
      if (!(data2 === "open" || data2 === "overdue" || data2 === "today" || data2 === "week" || data2 === "undated" || data2 === "done" || data2 === "handed_on")) {
        vErrors = put(vErrors, instancePath + "/state", "enum", { allowedValues: schema312.properties.state.enum });
        errors++;
      }
    }
    if (data.month !== void 0) {
      let data3 = data.month;
      if (typeof data3 !== "string") {
        let dataType3 = typeof data3;
        let coerced3 = void 0;
        if (!(coerced3 !== void 0)) {
          if (dataType3 == "number" || dataType3 == "boolean") {
            coerced3 = "" + data3;
          } else if (data3 === null) {
            coerced3 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/month", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced3 !== void 0) {
          data3 = coerced3;
          if (data !== void 0) {
            data["month"] = coerced3;
          }
        }
      }
      if (typeof data3 === "string") {
        if (!pattern02.test(data3)) {
          vErrors = put(vErrors, instancePath + "/month", "pattern", { pattern: "^\\d{4}-(0[1-9]|1[0-2])$" });
          errors++;
        }
      }
    }
    if (data.direction !== void 0) {
      let data4 = data.direction;
      if (typeof data4 !== "string") {
        let dataType4 = typeof data4;
        let coerced4 = void 0;
        if (!(coerced4 !== void 0)) {
          if (dataType4 == "number" || dataType4 == "boolean") {
            coerced4 = "" + data4;
          } else if (data4 === null) {
            coerced4 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/direction", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced4 !== void 0) {
          data4 = coerced4;
          if (data !== void 0) {
            data["direction"] = coerced4;
          }
        }
      }
      if (typeof data4 === "string") {
        if (func22(data4) > 64) {
          vErrors = put(vErrors, instancePath + "/direction", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data4) < 1) {
          vErrors = put(vErrors, instancePath + "/direction", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.template !== void 0) {
      let data5 = data.template;
      if (typeof data5 !== "string") {
        let dataType5 = typeof data5;
        let coerced5 = void 0;
        if (!(coerced5 !== void 0)) {
          if (dataType5 == "number" || dataType5 == "boolean") {
            coerced5 = "" + data5;
          } else if (data5 === null) {
            coerced5 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/template", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced5 !== void 0) {
          data5 = coerced5;
          if (data !== void 0) {
            data["template"] = coerced5;
          }
        }
      }
      if (typeof data5 === "string") {
        if (func22(data5) > 64) {
          vErrors = put(vErrors, instancePath + "/template", "maxLength", { limit: 64 });
          errors++;
        }
        if (func22(data5) < 1) {
          vErrors = put(vErrors, instancePath + "/template", "minLength", { limit: 1 });
          errors++;
        }
      }
    }
    if (data.limit !== void 0) {
      let data6 = data.limit;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        let dataType6 = typeof data6;
        let coerced6 = void 0;
        if (!(coerced6 !== void 0)) {
          if (dataType6 === "boolean" || data6 === null || dataType6 === "string" && data6 && data6 == +data6 && !(data6 % 1)) {
            coerced6 = +data6;
          } else {
            vErrors = put(vErrors, instancePath + "/limit", "type", { type: "integer" });
            errors++;
          }
        }
        if (coerced6 !== void 0) {
          data6 = coerced6;
          if (data !== void 0) {
            data["limit"] = coerced6;
          }
        }
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 100 || isNaN(data6)) {
          vErrors = put(vErrors, instancePath + "/limit", "maximum", { comparison: "<=", limit: 100 });
          errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          vErrors = put(vErrors, instancePath + "/limit", "minimum", { comparison: ">=", limit: 1 });
          errors++;
        }
      }
    }
    if (data.cursor !== void 0) {
      let data7 = data.cursor;
      if (typeof data7 !== "string") {
        let dataType7 = typeof data7;
        let coerced7 = void 0;
        if (!(coerced7 !== void 0)) {
          if (dataType7 == "number" || dataType7 == "boolean") {
            coerced7 = "" + data7;
          } else if (data7 === null) {
            coerced7 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/cursor", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced7 !== void 0) {
          data7 = coerced7;
          if (data !== void 0) {
            data["cursor"] = coerced7;
          }
        }
      }
      if (typeof data7 === "string") {
        if (func22(data7) > 4e3) {
          vErrors = put(vErrors, instancePath + "/cursor", "maxLength", { limit: 4e3 });
          errors++;
        }
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate302.errors = vErrors;
  return errors === 0;
}
var UnansweredQuery = validate312;
var schema32 = { "type": "object", "properties": { "of": { "type": "string", "enum": ["me", "team"] } }, "additionalProperties": false };
function validate312(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "of")) {
        vErrors = put(vErrors, instancePath, "additionalProperties", { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.of !== void 0) {
      let data0 = data.of;
      if (typeof data0 !== "string") {
        let dataType0 = typeof data0;
        let coerced0 = void 0;
        if (!(coerced0 !== void 0)) {
          if (dataType0 == "number" || dataType0 == "boolean") {
            coerced0 = "" + data0;
          } else if (data0 === null) {
            coerced0 = "";
          } else {
            vErrors = put(vErrors, instancePath + "/of", "type", { type: "string" });
            errors++;
          }
        }
        if (coerced0 !== void 0) {
          data0 = coerced0;
          if (data !== void 0) {
            data["of"] = coerced0;
          }
        }
      }
      if (!(data0 === "me" || data0 === "team")) {
        vErrors = put(vErrors, instancePath + "/of", "enum", { allowedValues: schema32.properties.of.enum });
        errors++;
      }
    }
  } else {
    vErrors = put(vErrors, instancePath, "type", { type: "object" });
    errors++;
  }
  validate312.errors = vErrors;
  return errors === 0;
}
export {
  AddClientWay,
  AddComment,
  AddFile,
  AddTask,
  AllowReading,
  AnnounceUpload,
  AnswerSubjectRequest,
  AskErasure,
  BookPayment,
  BurnUpQuery,
  CancelInvoice,
  CancelTask,
  ChangeClients,
  ChangeComment,
  ChangeCurrency,
  ChangeMany,
  ChangeOneCPassword,
  ChangeOwner,
  CheckItem,
  ClientFileQuery,
  ClientQuery,
  CloseDeal,
  CloseMonth,
  CompleteTask,
  ConfirmErasure,
  ConfirmForm,
  CreateClient,
  CreateDeal,
  CreateIntegration,
  CreateOneCBase,
  DealFileQuery,
  DealTableQuery,
  DealsQuery,
  DialTalk,
  DismissTalk,
  DuplicateQuery,
  EndDocument,
  ErasedByRuleQuery,
  FileArrival,
  FileQuery,
  FirstPeople,
  GiveConsent,
  HandOver,
  HearRecording,
  InviteEmployee,
  IssueDocument,
  IssueInvoice,
  KeepApart,
  LanguageQuery,
  LeakQuery,
  LinkClients,
  LinkDealClient,
  LoadRegister,
  LoadStatement,
  MakeDocument,
  MakeInvoice,
  MakeTalkDeal,
  MarkAllRead,
  MarkRead,
  MergeClients,
  MoveDeal,
  NameOfIntegration,
  NewApiKey,
  NewSubjectRequest,
  NotificationSettings,
  OpenAttachment,
  PageQuery,
  PauseIntegration,
  PauseRule,
  PayableQuery,
  PaymentsQuery,
  PickTalkDeal,
  PlanRules,
  PostEvent,
  ProgressQuery,
  PublishRules,
  ReadingQuery,
  ReassignTask,
  ReattributeDeal,
  RebuildSearch,
  RecordReply,
  RedriveLetters,
  RegisterQuery,
  Remind,
  ReopenDeal,
  ReopenTask,
  ReplayArrivals,
  ReplayWebhook,
  ReportItemsQuery,
  ReportQuery,
  RescheduleTask,
  RestoreRequest,
  ReturnHandover,
  ReturnTalk,
  RevealWay,
  RevokeConsent,
  RollbackRules,
  RotateApiKey,
  RotateIntegrationSecret,
  RotateWebhookSecret,
  SaveApiKey,
  SaveDepartment,
  SaveEmployee,
  SaveIntegration,
  SaveView,
  SaveWebhook,
  SchedulePublish,
  SearchQuery,
  SendDocument,
  SendTemplate,
  SetLines,
  SetRecurring,
  SetTargetCells,
  SetTargets,
  SetUpCompany,
  SettingsView,
  SettleMessage,
  SettlePayment,
  ShareCalendar,
  SignDocument,
  StartHandover,
  StartLoad,
  TakeTalk,
  TasksQuery,
  TellCall,
  TestIntegration,
  UnansweredQuery,
  UnbookPayment,
  UndoMerge,
  UpdateClient,
  UpdateDeal,
  WriteMessage
};

function put(faults, instancePath, keyword, params) {
  const fault = { instancePath, keyword, params };
  if (faults === null) return [fault];
  faults.push(fault);
  return faults;
}
