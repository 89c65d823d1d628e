/** The tables as Kysely sees them; the law itself stands in db/migrations. Times are milliseconds since 1970. */
import type { Locale } from '../../jury/terms.ts';

export interface Tables {
  jury: { id: string; created_at: number };
  journal: {
    jury: string;
    seq: number;
    at: number;
    actor_kind: string;
    actor_id: string | null;
    command: string;
    body: string;
    prev: string;
    hash: string;
  };
  command: { jury: string; id: string; actor: string; fingerprint: string; outcome: string; at: number };
  content: { jury: string; sha256: string; salt: string | null; text: string | null };
  person: {
    jury: string;
    ref: string;
    name: string;
    display_name: string;
    email: string | null;
    phone: string | null;
    locale: Locale;
  };
  account: {
    id: string;
    email: string;
    name: string;
    password_hash: string | null;
    may_create: number;
    locale: Locale;
    created_at: number;
    disabled_at: number | null;
  };
  holder: { id: string; kind: HolderKind; account: string | null; jury: string | null; ref: string | null };
  auth_session: { id: string; holder: string; created_at: number; expires_at: number };
  entry_link: {
    token_sha256: string;
    holder: string;
    purpose: LinkPurpose;
    created_at: number;
    expires_at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  registrant: {
    jury: string;
    ticket: string;
    file_id: string;
    household: string | null;
    answers: string;
    name: string;
    email: string | null;
    phone: string | null;
  };
  pool: { jury: string; salt: string; size: number; figures: string; unique_rows: number; sha256: string };
  lottery: {
    jury: string;
    purpose: LotteryPurpose;
    objective: string;
    terms: string;
    list: string;
    result: string;
    made_at: number;
  };
  lottery_job: { jury: string; started_at: number };
  record_file: { jury: string; draw: string; name: string; text: string };
  import: { jury: string; kind: ImportKind; file_name: string; text: string; created_at: number };
  file: {
    id: string;
    jury: string;
    name: string;
    media_type: string;
    sha256: string;
    size: number;
    uploaded_by: string;
    uploaded_at: number;
  };
  exhibit_note: { jury: string; seat: string; exhibit: string; text: string };
  draft: {
    jury: string;
    recommendation: string;
    epoch: string;
    base_version: number;
    base: Uint8Array;
    snapshot: Uint8Array;
  };
  draft_update: { jury: string; recommendation: string; seq: number; bytes: Uint8Array };
  paper: { id: string; jury: string; ballot: string; choice: string };
  mail: {
    id: string;
    reason: string;
    recipient: string;
    jury: string | null;
    letter: string;
    state: MailState;
    attempts: number;
    created_at: number;
    next_at: number;
    not_after: number | null;
    done_at: number | null;
    problem: string | null;
  };
  follower: {
    id: string;
    key: string;
    jury: string;
    email: string;
    locale: Locale;
    asked_at: number;
    confirmed_at: number | null;
  };
  mailbox: {
    id: string;
    jury: string | null;
    role: string;
    name: string;
    address: string;
    locale: Locale;
    texts: string;
    at: number;
  };
  answer_draft: {
    jury: string;
    recommendation: string;
    version: number;
    writer: string | null;
    position: string | null;
    reasons: string;
    responsible: string;
    until: string | null;
    saved_by: string | null;
    saved_at: number;
  };
}

export type HolderKind = 'account' | 'seat' | 'witness';
export type LinkPurpose = 'join' | 'staff-invitation';
export type LotteryPurpose = 'panel' | 'replacement';
export type ImportKind = 'targets' | 'pool';
export type MailState = 'waiting' | 'sending' | 'handed-over' | 'sent' | 'given-up' | 'unsure' | 'needless';
