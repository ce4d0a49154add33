CREATE INDEX "ix_account_change_state" ON "account_change" ("state", "asked_at");

CREATE INDEX "ix_account_person_person" ON "account_person" ("person_id");

CREATE INDEX "ix_acknowledgement_group" ON "acknowledgement" ("group_id");

CREATE INDEX "ix_acknowledgement_person" ON "acknowledgement" ("person_id");

CREATE INDEX "ix_activity_booking" ON "activity" ("booking_id");

CREATE INDEX "ix_activity_day" ON "activity" ("on_date");

CREATE INDEX "ix_activity_group" ON "activity" ("group_id");

CREATE INDEX "ix_agreement_group" ON "agreement" ("group_id");

CREATE INDEX "ix_agreement_person" ON "agreement" ("person_id");

CREATE INDEX "ix_area_parent" ON "area" ("parent_id");

CREATE INDEX "ix_audit_entry_actor" ON "audit_entry" ("actor_id", "seq");

CREATE INDEX "ix_audit_entry_object" ON "audit_entry" ("object_type", "object_id", "seq");

CREATE INDEX "ix_audit_personal_value_subject" ON "audit_personal_value" ("subject_id");

CREATE INDEX "ix_booking_facility_held" ON "booking" ("facility_id", "held_from");

CREATE INDEX "ix_booking_group" ON "booking" ("group_id", "starts_at");

CREATE INDEX "ix_booking_held" ON "booking" ("held_from", "facility_id");

CREATE INDEX "ix_booking_person" ON "booking" ("person_id", "starts_at");

CREATE INDEX "ix_booking_responsible" ON "booking" ("responsible_person_id", "starts_at");

CREATE INDEX "ix_booking_series" ON "booking" ("series_id", "original_date");

CREATE INDEX "ix_booking_squeeze_for" ON "booking_squeeze" ("for_booking_id");

CREATE INDEX "ix_booking_squeeze_from" ON "booking_squeeze" ("from_booking_id");

CREATE INDEX "ix_booking_undecided" ON "booking" ("requested_at") WHERE status IN ('provisional', 'requested', 'offered');

CREATE INDEX "ix_claim_answer_claim" ON "claim_answer" ("claim_id");

CREATE INDEX "ix_claim_batch" ON "claim" ("batch_id");

CREATE INDEX "ix_claim_batch_group" ON "claim_batch" ("group_id");

CREATE INDEX "ix_claim_cap_use_key" ON "claim_cap_use" ("kind", "unit", "cap_key");

CREATE INDEX "ix_claim_claimant_group" ON "claim" ("claimant_group_id", "received_on");

CREATE INDEX "ix_claim_claimant_person" ON "claim" ("claimant_person_id", "received_on");

CREATE INDEX "ix_claim_decision_claim" ON "claim_decision" ("claim_id");

CREATE INDEX "ix_claim_decision_line" ON "claim_decision" ("line_id");

CREATE INDEX "ix_claim_filer_group" ON "claim" ("filer_group_id");

CREATE INDEX "ix_claim_filer_person" ON "claim" ("filer_person_id");

CREATE INDEX "ix_claim_general_policy_from" ON "claim_general_policy" ("from_date", "sequence");

CREATE INDEX "ix_claim_kind_policy_from" ON "claim_kind_policy" ("from_date", "sequence");

CREATE INDEX "ix_claim_line_activity" ON "claim_line" ("activity_id", "kind");

CREATE INDEX "ix_claim_line_day" ON "claim_line" ("on_day", "kind");

CREATE INDEX "ix_claim_line_journey" ON "claim_line" ("journey_key") WHERE journey_key <> '';

CREATE INDEX "ix_claim_line_receipt_receipt" ON "claim_line_receipt" ("receipt_id");

CREATE INDEX "ix_claim_payee_group" ON "claim" ("payee_group_id");

CREATE INDEX "ix_claim_payee_person" ON "claim" ("payee_person_id");

CREATE INDEX "ix_claim_payment_claim" ON "claim_payment" ("claim_id");

CREATE INDEX "ix_claim_payment_part_payment" ON "claim_payment_part" ("payment_id");

CREATE INDEX "ix_claim_queue" ON "claim" ("state", "received_on", "reference");

CREATE INDEX "ix_claim_receipt_batch" ON "claim_receipt" ("batch_id");

CREATE INDEX "ix_claim_receipt_claim" ON "claim_receipt" ("claim_id");

CREATE INDEX "ix_claim_receipt_hash" ON "claim_receipt" ("hash");

CREATE INDEX "ix_claim_receipt_printed" ON "claim_receipt" ("printed_on", "printed_pence");

CREATE INDEX "ix_claim_signature_batch" ON "claim_signature" ("batch_id");

CREATE INDEX "ix_claim_signature_claim" ON "claim_signature" ("claim_id");

CREATE INDEX "ix_claim_signature_person" ON "claim_signature" ("person_id");

CREATE INDEX "ix_closure_last_date" ON "closure" ("last_date");

CREATE INDEX "ix_committee_group" ON "committee" ("group_id");

CREATE INDEX "ix_copy_request_record" ON "copy_request" ("kind", "record_id");

CREATE INDEX "ix_council_access_venue" ON "council_access" ("venue_id", "at");

CREATE INDEX "ix_erasure_record" ON "erasure" ("kind", "record_id");

CREATE INDEX "ix_facility_layout_facility" ON "facility_layout" ("facility_id");

CREATE INDEX "ix_facility_part_part" ON "facility_part" ("part_id");

CREATE INDEX "ix_group_area_area" ON "group_area" ("area_id");

CREATE INDEX "ix_group_document_expires" ON "group_document" ("expires_on");

CREATE INDEX "ix_group_document_group" ON "group_document" ("group_id");

CREATE INDEX "ix_group_duty_due" ON "group_duty" ("next_due_on");

CREATE INDEX "ix_group_homes_group" ON "group_homes" ("group_id", "as_at");

CREATE INDEX "ix_group_record_contact" ON "group_record" ("contact_id");

CREATE INDEX "ix_group_record_parent" ON "group_record" ("parent_id");

CREATE INDEX "ix_group_support_group" ON "group_support" ("group_id", "on_date");

CREATE INDEX "ix_hand_over_group" ON "hand_over" ("group_id");

CREATE INDEX "ix_hand_over_incoming" ON "hand_over" ("incoming_id");

CREATE INDEX "ix_hand_over_line_hand_over" ON "hand_over_line" ("hand_over_id");

CREATE INDEX "ix_hand_over_outgoing" ON "hand_over" ("outgoing_id");

CREATE INDEX "ix_legal_hold_record" ON "legal_hold" ("kind", "record_id");

CREATE INDEX "ix_mailing_outcome_mailing" ON "mailing_outcome" ("mailing_id");

CREATE INDEX "ix_mailing_outcome_person" ON "mailing_outcome" ("person_id", "mailing_id");

CREATE INDEX "ix_mailing_person_person" ON "mailing_person" ("person_id");

CREATE INDEX "ix_mandate_signatory_person" ON "mandate_signatory" ("person_id");

CREATE INDEX "ix_officer_term_group" ON "officer_term" ("group_id");

CREATE INDEX "ix_officer_term_person" ON "officer_term" ("person_id");

CREATE INDEX "ix_parameter_value_name" ON "parameter_value" ("name", "valid_from", "sequence");

CREATE INDEX "ix_payee_details_mark" ON "payee_details" ("account_mark");

CREATE INDEX "ix_payee_group" ON "payee" ("group_id");

CREATE INDEX "ix_payee_person" ON "payee" ("person_id");

CREATE INDEX "ix_person_consent_person" ON "person_consent" ("person_id");

CREATE INDEX "ix_person_folded_name" ON "person" ("folded_name", "id");

CREATE INDEX "ix_person_interest_area" ON "person_interest" ("folded_area", "person_id");

CREATE INDEX "ix_person_phone_digits" ON "person" ("phone_digits", "id");

CREATE INDEX "ix_person_record_area" ON "person_record" ("area_id");

CREATE INDEX "ix_person_record_joined" ON "person_record" ("joined_on");

CREATE INDEX "ix_person_record_scheme" ON "person_record" ("scheme_id");

CREATE INDEX "ix_person_record_text_phone" ON "person_record" ("text_phone_digits", "person_id");

CREATE INDEX "ix_recognition_decision_group" ON "recognition_decision" ("group_id", "from_date");

CREATE INDEX "ix_recognition_effect_activity" ON "recognition_effect" ("activity", "from_date");

CREATE INDEX "ix_recognition_exception_group" ON "recognition_exception" ("group_id", "activity", "from_date");

CREATE INDEX "ix_recognition_period_group" ON "recognition_period" ("group_id", "from_date");

CREATE INDEX "ix_recognition_return_group" ON "recognition_return" ("group_id", "closed_on");

CREATE INDEX "ix_record_merge_kept" ON "record_merge" ("kept_id");

CREATE INDEX "ix_record_merge_lost" ON "record_merge" ("lost_id");

CREATE INDEX "ix_register_line_person" ON "register_line" ("person_id");

CREATE INDEX "ix_representation_body" ON "representation" ("body_group_id");

CREATE INDEX "ix_representation_group" ON "representation" ("group_id");

CREATE INDEX "ix_representation_person" ON "representation" ("person_id");

CREATE INDEX "ix_restriction_group" ON "restriction" ("group_id");

CREATE INDEX "ix_restriction_person" ON "restriction" ("person_id");

CREATE INDEX "ix_retention_line_due" ON "retention_line" ("due_on");

CREATE INDEX "ix_seat_facility" ON "seat" ("facility_id");

CREATE INDEX "ix_task_due" ON "task" ("done_at", "due_on");

CREATE INDEX "ix_tenant_group_folded_name" ON "tenant_group" ("folded_name", "id");

CREATE INDEX "ix_travel_plan_person" ON "travel_plan" ("person_id");

CREATE INDEX "ix_usage_allowance_facility" ON "usage_allowance" ("facility_id", "valid_from");

CREATE INDEX "ix_usage_entry_facility" ON "usage_entry" ("facility_id", "started_at");

CREATE INDEX "ix_usage_entry_group" ON "usage_entry" ("group_id", "started_at");

CREATE INDEX "ix_usage_entry_person" ON "usage_entry" ("person_id", "started_at");

CREATE INDEX "ix_usage_entry_started" ON "usage_entry" ("started_at", "id");

CREATE INDEX "ix_waiting_series" ON "waiting" ("series_id");

CREATE INDEX "ix_waiting_state" ON "waiting" ("state", "date");

CREATE UNIQUE INDEX "uq_claim_decision_claim_key" ON "claim_decision" ("key", "step") WHERE line_id IS NULL;

CREATE UNIQUE INDEX "uq_claim_decision_line_key" ON "claim_decision" ("key", "step", "line_id");

CREATE UNIQUE INDEX "uq_erasure_waiting" ON "erasure" ("kind", "record_id") WHERE state = 'waiting';

CREATE UNIQUE INDEX "uq_key_holding_open" ON "key_holding" ("key_name" COLLATE NOCASE) WHERE returned_on IS NULL;

CREATE UNIQUE INDEX "uq_payee_details_staged" ON "payee_details" ("payee_id") WHERE state = 'staged';

CREATE UNIQUE INDEX "uq_payee_details_verified" ON "payee_details" ("payee_id") WHERE state = 'verified';

CREATE UNIQUE INDEX "uq_payee_group" ON "payee" ("group_id") WHERE joined_on IS NULL;

CREATE UNIQUE INDEX "uq_payee_person" ON "payee" ("person_id") WHERE joined_on IS NULL;

CREATE UNIQUE INDEX "uq_task_open" ON "task" ("kind", "object_type", "object_id") WHERE done_at IS NULL;

CREATE UNIQUE INDEX "uq_usage_entry_open_seat" ON "usage_entry" ("seat_id") WHERE "ended_at" IS NULL AND "withdrawn_why" = '';

CREATE TABLE "account_change" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "user_id" varchar(36) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "role" varchar(20),
  "asked_by_user_id" varchar(36) NOT NULL,
  "asked_at" varchar(24) NOT NULL,
  "state" varchar(12) NOT NULL,
  "settled_by_user_id" varchar(36),
  "settled_at" varchar(24),
  CONSTRAINT "fk_account_change_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "account_person" (
    "user_id" varchar(36) PRIMARY KEY NOT NULL,
    "person_id" varchar(36),
    "said_by_user_id" varchar(36) NOT NULL,
    "said_at" varchar(24) NOT NULL,
    CONSTRAINT "fk_account_person_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_account_person_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_account_person_said_by" FOREIGN KEY ("said_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "acknowledgement" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "condition_id" varchar(36) NOT NULL,
    "group_id" varchar(36),
    "person_id" varchar(36),
    "acknowledged_on" varchar(10) NOT NULL,
    "how" varchar(14) NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    "recorded_by_user_id" varchar(36),
    CONSTRAINT "ck_acknowledgement_one" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT "fk_acknowledgement_condition" FOREIGN KEY ("condition_id") REFERENCES "condition_text" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_acknowledgement_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_acknowledgement_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "activity" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "title" varchar(160) NOT NULL,
  "kind" varchar(60) NOT NULL,
  "group_id" varchar(36),
  "booking_id" varchar(36),
  "on_date" varchar(10),
  "starts_at" varchar(5),
  "ends_at" varchar(5),
  "venue" varchar(160) NOT NULL,
  "is_full_day" integer NOT NULL,
  "is_lunch_provided" integer NOT NULL,
  "is_transport_provided" integer NOT NULL,
  "is_funded" integer NOT NULL,
  "notes" text NOT NULL,
  "cancelled_at" varchar(24),
  "cancel_reason" varchar(500) NOT NULL,
  "closed_at" varchar(24),
  "closed_by_user_id" varchar(36),
  "recorded_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "uq_activity_reference" UNIQUE ("reference"),
  CONSTRAINT "ck_activity_when" CHECK ((booking_id IS NULL) = (on_date IS NOT NULL)),
  CONSTRAINT "ck_activity_times" CHECK (ends_at IS NULL OR (starts_at IS NOT NULL AND ends_at > starts_at)),
  CONSTRAINT "ck_activity_booked" CHECK (booking_id IS NULL OR (starts_at IS NULL AND venue = '')),
  CONSTRAINT "ck_activity_cancelled" CHECK (cancelled_at IS NOT NULL OR cancel_reason = ''),
  CONSTRAINT "fk_activity_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_activity_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_activity_closed_by" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "agreement" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "kind" varchar(16) NOT NULL,
  "group_id" varchar(36),
  "person_id" varchar(36),
  "title" varchar(160) NOT NULL,
  "scope" text NOT NULL,
  "aims" text NOT NULL,
  "code_version" varchar(40) NOT NULL,
  "added_clauses" text NOT NULL,
  "clauses_only_add" integer NOT NULL,
  "review_on" varchar(10),
  "who_was_consulted" text NOT NULL,
  "quality_note" text NOT NULL,
  "state" varchar(12) NOT NULL,
  "first_signed_on" varchar(10),
  "signed_on" varchar(10),
  "ended_on" varchar(10),
  "ended_why" varchar(500) NOT NULL,
  "step_before" text,
  "recorded_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "uq_agreement_reference" UNIQUE ("reference"),
  CONSTRAINT "ck_agreement_kind" CHECK (kind IN ('compact', 'local-compact', 'code-adoption', 'confidentiality')),
  CONSTRAINT "ck_agreement_person" CHECK ((kind = 'confidentiality') = (person_id IS NOT NULL)),
  CONSTRAINT "ck_agreement_code" CHECK (kind <> 'code-adoption' OR group_id IS NOT NULL),
  CONSTRAINT "ck_agreement_state" CHECK (state IN ('draft', 'signed', 'under-review', 'ended')),
  CONSTRAINT "ck_agreement_signed" CHECK (state NOT IN ('signed', 'under-review') OR signed_on IS NOT NULL),
  CONSTRAINT "ck_agreement_first_signed" CHECK ((signed_on IS NULL) = (first_signed_on IS NULL)),
  CONSTRAINT "ck_agreement_ended" CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
  CONSTRAINT "fk_agreement_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_agreement_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "agreement_action" (
  "agreement_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "what" varchar(500) NOT NULL,
  "who" varchar(160) NOT NULL,
  "by_date" varchar(10),
  "done_on" varchar(10),
  CONSTRAINT "fk_agreement_action_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  PRIMARY KEY ("agreement_id", "position")
);

CREATE TABLE "agreement_area" (
  "agreement_id" varchar(36) NOT NULL,
  "area_id" varchar(36) NOT NULL,
  CONSTRAINT "fk_agreement_area_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_agreement_area_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  PRIMARY KEY ("agreement_id", "area_id")
);

CREATE TABLE "agreement_party" (
  "agreement_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "name" varchar(160) NOT NULL,
  "role" varchar(120) NOT NULL,
  "signatory_name" varchar(120) NOT NULL,
  "signed_on" varchar(10),
  CONSTRAINT "fk_agreement_party_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  PRIMARY KEY ("agreement_id", "position")
);

CREATE TABLE "agreement_responsibility" (
  "agreement_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "who" varchar(160) NOT NULL,
  "what" varchar(500) NOT NULL,
  "standard" varchar(500) NOT NULL,
  CONSTRAINT "fk_agreement_responsibility_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  PRIMARY KEY ("agreement_id", "position")
);

CREATE TABLE "agreement_version" (
  "agreement_id" varchar(36) NOT NULL,
  "number" integer NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "by_user_id" varchar(36),
  "what" varchar(40) NOT NULL,
  "words_json" text NOT NULL,
  CONSTRAINT "fk_agreement_version_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_agreement_version_user" FOREIGN KEY ("by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  PRIMARY KEY ("agreement_id", "number")
);

CREATE TABLE "app_user" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(40) NOT NULL,
  "display_name" varchar(100) NOT NULL,
  "role" varchar(20) NOT NULL,
  "is_active" integer NOT NULL,
  "passphrase_hash" varchar(200) NOT NULL,
  "pin_hash" varchar(200),
  "failed_tries" integer NOT NULL,
  "lock_level" integer NOT NULL,
  "locked_at_steady" integer,
  "locked_for_ms" integer,
  "created_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "uq_app_user_name" UNIQUE ("name")
);

CREATE TABLE "area" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "kind" varchar(12) NOT NULL,
  "parent_id" varchar(36),
  "is_active" integer NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_area_kind" CHECK (kind IN ('area', 'estate', 'scheme', 'block', 'street')),
  CONSTRAINT "ck_area_not_inside_itself" CHECK (parent_id IS NULL OR parent_id <> id),
  CONSTRAINT "fk_area_parent" FOREIGN KEY ("parent_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "audit_entry" (
  "seq" integer PRIMARY KEY NOT NULL,
  "at" varchar(24) NOT NULL,
  "local_at" varchar(16) NOT NULL,
  "clock_jumped" integer NOT NULL,
  "actor_kind" varchar(10) NOT NULL,
  "actor_id" varchar(36),
  "actor_role" varchar(20),
  "on_behalf_of" varchar(36),
  "host" varchar(10) NOT NULL,
  "session_id" varchar(36),
  "action" varchar(80) NOT NULL,
  "object_type" varchar(40) NOT NULL,
  "object_id" varchar(80) NOT NULL,
  "reason" text NOT NULL,
  "before_json" text NOT NULL,
  "after_json" text NOT NULL,
  "request_id" varchar(36) NOT NULL,
  "app_version" varchar(20) NOT NULL,
  "prev_hash" varchar(64) NOT NULL,
  "hash" varchar(64) NOT NULL
);

CREATE TABLE "audit_personal_value" (
  "seq" integer NOT NULL,
  "side" varchar(6) NOT NULL,
  "field" varchar(60) NOT NULL,
  "subject_id" varchar(36) NOT NULL,
  "value" text NOT NULL,
  PRIMARY KEY ("seq", "side", "field")
);

CREATE TABLE "bank_mandate" (
  "group_id" varchar(36) PRIMARY KEY NOT NULL,
  "to_sign" integer NOT NULL,
  "confirmed_on" varchar(10) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_bank_mandate_to_sign" CHECK (to_sign BETWEEN 1 AND 5),
  CONSTRAINT "fk_bank_mandate_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "booking" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "facility_id" varchar(36) NOT NULL,
  "starts_at" varchar(16) NOT NULL,
  "ends_at" varchar(16) NOT NULL,
  "held_from" varchar(16) NOT NULL,
  "held_until" varchar(16) NOT NULL,
  "units" integer NOT NULL,
  "status" varchar(12) NOT NULL,
  "group_id" varchar(36),
  "person_id" varchar(36),
  "responsible_person_id" varchar(36) NOT NULL,
  "purpose" varchar(40) NOT NULL,
  "expected_number" integer,
  "needs" text NOT NULL,
  "notes" text NOT NULL,
  "is_out_of_hours" integer NOT NULL,
  "requested_at" varchar(24) NOT NULL,
  "taken_by_user_id" varchar(36),
  "cancelled_at" varchar(24),
  "cancelled_by_user_id" varchar(36),
  "cancel_reason" text NOT NULL,
  "version" integer NOT NULL,
  "layout_id" varchar(36),
  "setup_minutes" integer NOT NULL DEFAULT (0),
  "cleardown_minutes" integer NOT NULL DEFAULT (0),
  "is_late_cancellation" integer NOT NULL DEFAULT (0),
  "lapses_on" varchar(10),
  "offer_until" varchar(24),
  "series_id" varchar(36),
  "original_date" varchar(10),
  "access_needs_json" text NOT NULL DEFAULT ('[]'),
  "creche_places" integer NOT NULL DEFAULT (0),
  "things_wanted_json" text NOT NULL DEFAULT ('[]'),
  "keyholder" varchar(120) NOT NULL DEFAULT (''),
  "hours_reason" text NOT NULL DEFAULT (''),
  "late_entry_reason" text NOT NULL DEFAULT (''),
  "may_show_name" integer NOT NULL DEFAULT (0),
  "checked_in_at" varchar(24),
  "checked_out_at" varchar(24),
  "headcount" integer,
  "is_no_show" integer NOT NULL DEFAULT (0),
  "cancelled_from" varchar(12),
  CONSTRAINT "uq_booking_reference" UNIQUE ("reference"),
  CONSTRAINT "ck_booking_ends_after_start" CHECK (ends_at > starts_at),
  CONSTRAINT "ck_booking_held_covers_use" CHECK (held_from <= starts_at AND held_until >= ends_at),
  CONSTRAINT "ck_booking_held_two_days" CHECK (julianday(held_until) - julianday(held_from) <= 2),
  CONSTRAINT "ck_booking_one_booker" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT "ck_booking_status" CHECK (status IN ('provisional', 'requested', 'offered', 'confirmed', 'cancelled', 'refused', 'lapsed')),
  CONSTRAINT "ck_booking_units" CHECK (units >= 1),
  CONSTRAINT "ck_booking_lapses" CHECK (status <> 'provisional' OR lapses_on IS NOT NULL),
  CONSTRAINT "ck_booking_offer" CHECK (status <> 'offered' OR offer_until IS NOT NULL),
  CONSTRAINT "ck_booking_checked" CHECK (checked_out_at IS NULL OR checked_in_at IS NOT NULL),
  CONSTRAINT "ck_booking_series" CHECK ((series_id IS NULL) = (original_date IS NULL)),
  CONSTRAINT "uq_booking_series_date" UNIQUE ("series_id", "original_date"),
  CONSTRAINT "fk_booking_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_responsible_person" FOREIGN KEY ("responsible_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_layout" FOREIGN KEY ("layout_id") REFERENCES "facility_layout" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_series" FOREIGN KEY ("series_id") REFERENCES "booking_series" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "booking_close_out" (
  "booking_id" varchar(36) PRIMARY KEY NOT NULL,
  "checklist_json" text NOT NULL,
  "damage" text NOT NULL,
  "notes" text NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "recorded_by_user_id" varchar(36),
  CONSTRAINT "fk_booking_close_out_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "booking_series" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "rule" text NOT NULL,
  "repeat_json" text NOT NULL,
  "end_json" text NOT NULL,
  "on_closed_day" varchar(10) NOT NULL,
  "details_json" text NOT NULL,
  "requested_at" varchar(24) NOT NULL,
  "taken_by_user_id" varchar(36),
  "version" integer NOT NULL,
  CONSTRAINT "ck_booking_series_closed" CHECK (on_closed_day IN ('skip', 'next-open', 'keep')),
  CONSTRAINT "uq_booking_series_reference" UNIQUE ("reference")
);

CREATE TABLE "booking_squeeze" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "part" varchar(10) NOT NULL,
  "from_booking_id" varchar(36) NOT NULL,
  "for_booking_id" varchar(36) NOT NULL,
  "minutes" integer NOT NULL,
  "reason" text NOT NULL,
  "by_user_id" varchar(36),
  "at" varchar(24) NOT NULL,
  "ended_at" varchar(24),
  CONSTRAINT "ck_booking_squeeze_part" CHECK (part IN ('setup', 'cleardown')),
  CONSTRAINT "fk_booking_squeeze_from" FOREIGN KEY ("from_booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_booking_squeeze_for" FOREIGN KEY ("for_booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "centre" (
  "id" integer PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "address" text NOT NULL,
  "phone" varchar(40) NOT NULL,
  "preset_id" varchar(40) NOT NULL,
  "council" varchar(120) NOT NULL,
  "opens_real" integer NOT NULL,
  "idle_lock_minutes" integer NOT NULL,
  "set_up_at" varchar(24),
  "version" integer NOT NULL
);

CREATE TABLE "claim" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "state" varchar(10) NOT NULL,
  "claimant_kind" varchar(8) NOT NULL,
  "claimant_person_id" varchar(36),
  "claimant_group_id" varchar(36),
  "filer_person_id" varchar(36),
  "filer_group_id" varchar(36),
  "filer_words" varchar(160) NOT NULL,
  "payee_person_id" varchar(36),
  "payee_group_id" varchar(36),
  "method" varchar(16) NOT NULL,
  "batch_id" varchar(36),
  "received_on" varchar(10) NOT NULL,
  "notes" text NOT NULL,
  "access_need_met" varchar(200) NOT NULL,
  "claimed_pence" integer,
  "payable_pence" integer,
  "decided_pence" integer,
  "paid_pence" integer NOT NULL,
  "open_warnings" integer NOT NULL,
  "started_by_user_id" varchar(36),
  "started_at" varchar(24) NOT NULL,
  "filed_by_user_id" varchar(36),
  "filed_at" varchar(24),
  "filed_on" varchar(10),
  "sign_key" varchar(36),
  "signed_json" text NOT NULL,
  "signed_hash" varchar(64) NOT NULL,
  "is_changed_since_signed" integer NOT NULL,
  "decided_on" varchar(10),
  "withdrawn_why" varchar(300) NOT NULL,
  "opened_by_user_id" varchar(36),
  "opened_until" varchar(24),
  "version" integer NOT NULL,
  CONSTRAINT "uq_claim_reference" UNIQUE ("reference"),
  CONSTRAINT "uq_claim_sign_key" UNIQUE ("sign_key"),
  CONSTRAINT "ck_claim_state" CHECK (state IN ('draft', 'to-sign', 'filed', 'verified', 'second', 'asked', 'decided', 'paid', 'withdrawn')),
  CONSTRAINT "ck_claim_claimant" CHECK ((claimant_kind = 'group') = (claimant_group_id IS NOT NULL) AND (claimant_kind IN ('person', 'staff')) = (claimant_person_id IS NOT NULL)),
  CONSTRAINT "ck_claim_payee" CHECK ((payee_person_id IS NULL) <> (payee_group_id IS NULL)),
  CONSTRAINT "ck_claim_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
  CONSTRAINT "ck_claim_filed" CHECK (state IN ('draft', 'to-sign', 'withdrawn') OR (filed_at IS NOT NULL AND filed_on IS NOT NULL)),
  CONSTRAINT "fk_claim_claimant_person" FOREIGN KEY ("claimant_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_claimant_group" FOREIGN KEY ("claimant_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_filer_person" FOREIGN KEY ("filer_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_filer_group" FOREIGN KEY ("filer_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payee_person" FOREIGN KEY ("payee_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payee_group" FOREIGN KEY ("payee_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_answer" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36) NOT NULL,
  "line_id" varchar(36),
  "code" varchar(40) NOT NULL,
  "other_id" varchar(36) NOT NULL,
  "why" varchar(500) NOT NULL,
  "answered_by_user_id" varchar(36),
  "answered_at" varchar(24) NOT NULL,
  CONSTRAINT "fk_claim_answer_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_answer_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_batch" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "state" varchar(10) NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "treasurer_person_id" varchar(36) NOT NULL,
  "received_on" varchar(10) NOT NULL,
  "started_by_user_id" varchar(36),
  "started_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "uq_claim_batch_reference" UNIQUE ("reference"),
  CONSTRAINT "ck_claim_batch_state" CHECK (state IN ('draft', 'to-sign', 'filed', 'withdrawn')),
  CONSTRAINT "fk_claim_batch_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_batch_treasurer" FOREIGN KEY ("treasurer_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_cap_use" (
  "line_id" varchar(36) NOT NULL,
  "kind" varchar(16) NOT NULL,
  "unit" varchar(10) NOT NULL,
  "cap_key" varchar(120) NOT NULL,
  "pence" integer NOT NULL,
  CONSTRAINT "pk_claim_cap_use" PRIMARY KEY ("line_id", "unit", "cap_key"),
  CONSTRAINT "fk_claim_cap_use_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_decision" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36) NOT NULL,
  "line_id" varchar(36),
  "step" varchar(8) NOT NULL,
  "decision" varchar(12) NOT NULL,
  "pence" integer,
  "why" varchar(500) NOT NULL,
  "key" varchar(36) NOT NULL,
  "user_id" varchar(36) NOT NULL,
  "decided_on" varchar(10) NOT NULL,
  "decided_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_claim_decision_step" CHECK (step IN ('verify', 'approve', 'second', 'top-up')),
  CONSTRAINT "ck_claim_decision_decision" CHECK (decision IN ('approved', 'other', 'asked', 'rejected', 'sent-back')),
  CONSTRAINT "ck_claim_decision_pence" CHECK ((decision IN ('approved', 'other') AND line_id IS NOT NULL) = (pence IS NOT NULL)),
  CONSTRAINT "ck_claim_decision_why" CHECK (decision = 'approved' OR why <> ''),
  CONSTRAINT "fk_claim_decision_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_decision_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_decision_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_general_policy" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "eligible_kinds" text,
  "time_limit_days" integer,
  "month_limit_pence" integer,
  "year_limit_pence" integer,
  "mileage_exempt" integer NOT NULL,
  "second_approver_above_pence" integer,
  "promised_working_days" integer,
  "enterer_may_verify" integer NOT NULL,
  "principle" text NOT NULL,
  "cash_limit_pence" integer,
  "source" varchar(200) NOT NULL,
  "entered_by" varchar(120) NOT NULL,
  "entered_at" varchar(24) NOT NULL,
  "sequence" integer NOT NULL,
  CONSTRAINT "uq_claim_general_policy_sequence" UNIQUE ("sequence")
);

CREATE TABLE "claim_kind_policy" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(20) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "basis" varchar(10) NOT NULL,
  "rate_pence" integer,
  "is_rate_awaited" integer NOT NULL,
  "caps_json" text NOT NULL,
  "allowed_for" varchar(30) NOT NULL,
  "receipt" varchar(20) NOT NULL,
  "needs_council_led" integer NOT NULL,
  "needs_funded" integer NOT NULL,
  "needs_prevented" integer NOT NULL,
  "needs_full_day" integer NOT NULL,
  "warns_of_transport" integer NOT NULL,
  "needs_reason" integer NOT NULL,
  "sentence" text NOT NULL,
  "source" varchar(200) NOT NULL,
  "entered_by" varchar(120) NOT NULL,
  "entered_at" varchar(24) NOT NULL,
  "sequence" integer NOT NULL,
  CONSTRAINT "uq_claim_kind_policy_sequence" UNIQUE ("sequence"),
  CONSTRAINT "ck_claim_kind_policy_basis" CHECK (basis IN ('per-mile', 'actual', 'per-hour')),
  CONSTRAINT "ck_claim_kind_policy_rate" CHECK (rate_pence IS NULL OR rate_pence >= 0),
  CONSTRAINT "ck_claim_kind_policy_awaited" CHECK ((rate_pence IS NULL) = (basis = 'actual' OR is_rate_awaited = 1)),
  CONSTRAINT "ck_claim_kind_policy_receipt" CHECK (receipt IN ('needed', 'needed-or-reason', 'not-needed')));

CREATE TABLE "claim_line" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "state" varchar(12) NOT NULL,
  "kind" varchar(16) NOT NULL,
  "activity_id" varchar(36),
  "on_day" varchar(10) NOT NULL,
  "from_place" varchar(120) NOT NULL,
  "to_place" varchar(120) NOT NULL,
  "journey_key" varchar(260) NOT NULL,
  "miles_tenths" integer,
  "minutes" integer,
  "children_json" varchar(200) NOT NULL,
  "carer" varchar(120) NOT NULL,
  "claimed_pence" integer,
  "reason" varchar(500) NOT NULL,
  "no_receipt_why" varchar(300) NOT NULL,
  "prevented_attendance" integer NOT NULL,
  "override_pence" integer,
  "override_why" varchar(300) NOT NULL,
  "payable_pence" integer,
  "cuts_json" text NOT NULL,
  "policy_version" varchar(80) NOT NULL,
  "decided_pence" integer,
  "decision_why" varchar(500) NOT NULL,
  CONSTRAINT "uq_claim_line_position" UNIQUE ("claim_id", "position"),
  CONSTRAINT "ck_claim_line_state" CHECK (state IN ('open', 'waiting', 'approved', 'other', 'asked', 'rejected', 'withdrawn')),
  CONSTRAINT "ck_claim_line_decided" CHECK ((state IN ('approved', 'other')) = (decided_pence IS NOT NULL)),
  CONSTRAINT "ck_claim_line_amounts" CHECK (coalesce(claimed_pence, 0) >= 0 AND coalesce(payable_pence, 0) >= 0 AND coalesce(decided_pence, 0) >= 0),
  CONSTRAINT "fk_claim_line_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_line_activity" FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_line_receipt" (
  "line_id" varchar(36) NOT NULL,
  "receipt_id" varchar(36) NOT NULL,
  CONSTRAINT "pk_claim_line_receipt" PRIMARY KEY ("line_id", "receipt_id"),
  CONSTRAINT "fk_claim_line_receipt_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_line_receipt_receipt" FOREIGN KEY ("receipt_id") REFERENCES "claim_receipt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_payment" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36) NOT NULL,
  "key" varchar(36) NOT NULL,
  "paid_on" varchar(10) NOT NULL,
  "method" varchar(16) NOT NULL,
  "details_id" varchar(36),
  "details_number" integer,
  "signature_id" varchar(36),
  "pence" integer NOT NULL,
  "note" varchar(300) NOT NULL,
  "user_id" varchar(36) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "uq_claim_payment_key" UNIQUE ("key"),
  CONSTRAINT "ck_claim_payment_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
  CONSTRAINT "ck_claim_payment_shown" CHECK ((method = 'cash') = (signature_id IS NOT NULL) AND (method = 'cash') = (details_id IS NULL)),
  CONSTRAINT "ck_claim_payment_pence" CHECK (pence > 0),
  CONSTRAINT "fk_claim_payment_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payment_signature" FOREIGN KEY ("signature_id") REFERENCES "claim_signature" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payment_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_payment_part" (
  "decision_id" varchar(36) PRIMARY KEY NOT NULL,
  "payment_id" varchar(36) NOT NULL,
  "line_id" varchar(36) NOT NULL,
  "pence" integer NOT NULL,
  CONSTRAINT "fk_claim_payment_part_decision" FOREIGN KEY ("decision_id") REFERENCES "claim_decision" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payment_part_payment" FOREIGN KEY ("payment_id") REFERENCES "claim_payment" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_payment_part_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_reason" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "decision" varchar(12) NOT NULL,
  "words" varchar(500) NOT NULL,
  "is_active" integer NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_claim_reason_decision" CHECK (decision IN ('other', 'asked', 'rejected')));

CREATE TABLE "claim_receipt" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36),
  "batch_id" varchar(36),
  "hash" varchar(64) NOT NULL,
  "kind" varchar(16) NOT NULL,
  "name" varchar(255) NOT NULL,
  "printed_on" varchar(10),
  "printed_pence" integer,
  "printed_number" varchar(60) NOT NULL,
  "added_by_user_id" varchar(36),
  "added_at" varchar(24) NOT NULL,
  "removed_at" varchar(24),
  CONSTRAINT "ck_claim_receipt_kind" CHECK (kind IN ('receipt', 'signed-claim', 'member-form', 'signed-sheet', 'cash-receipt')),
  CONSTRAINT "ck_claim_receipt_of" CHECK ((claim_id IS NULL) <> (batch_id IS NULL)),
  CONSTRAINT "fk_claim_receipt_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_receipt_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "claim_signature" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "claim_id" varchar(36),
  "batch_id" varchar(36),
  "role" varchar(12) NOT NULL,
  "person_id" varchar(36),
  "name" varchar(160) NOT NULL,
  "way" varchar(8) NOT NULL,
  "strokes_json" text NOT NULL,
  "receipt_id" varchar(36),
  "words" text NOT NULL,
  "signed_hash" varchar(64) NOT NULL,
  "signed_on" varchar(10) NOT NULL,
  "signed_at" varchar(24) NOT NULL,
  "recorded_by_user_id" varchar(36),
  "is_superseded" integer NOT NULL,
  CONSTRAINT "ck_claim_signature_role" CHECK (role IN ('claimant', 'filer', 'treasurer', 'cash')),
  CONSTRAINT "ck_claim_signature_way" CHECK (way IN ('screen', 'paper')),
  CONSTRAINT "ck_claim_signature_of" CHECK ((claim_id IS NULL) <> (batch_id IS NULL)),
  CONSTRAINT "ck_claim_signature_shown" CHECK ((way = 'paper') = (receipt_id IS NOT NULL) AND (way = 'screen') = (strokes_json <> '')),
  CONSTRAINT "fk_claim_signature_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_signature_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_signature_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_claim_signature_receipt" FOREIGN KEY ("receipt_id") REFERENCES "claim_receipt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "closure" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "name" varchar(120) NOT NULL,
    "effect" varchar(8) NOT NULL,
    "first_date" varchar(10) NOT NULL,
    "last_date" varchar(10) NOT NULL,
    "facility_id" varchar(36),
    "from_time" varchar(5),
    "until_time" varchar(5),
    "is_non_working" integer NOT NULL,
    "is_withdrawn" integer NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    "recorded_by_user_id" varchar(36),
    "version" integer NOT NULL,
    CONSTRAINT "ck_closure_effect" CHECK (effect IN ('closed', 'open')),
    CONSTRAINT "ck_closure_dates" CHECK (last_date >= first_date),
    CONSTRAINT "ck_closure_times" CHECK ((from_time IS NULL) = (until_time IS NULL)),
    CONSTRAINT "fk_closure_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "code_version" (
  "version" varchar(40) PRIMARY KEY NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "recorded_at" varchar(24) NOT NULL
);

CREATE TABLE "committee" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "meeting_on" varchar(10) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "decided_at" varchar(120) NOT NULL,
  "is_whole" integer NOT NULL,
  "made_at" varchar(24) NOT NULL,
  "taken_back_at" varchar(24),
  CONSTRAINT "fk_committee_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "condition_text" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "kind" varchar(12) NOT NULL,
    "number" integer NOT NULL,
    "text" text NOT NULL,
    "from_date" varchar(10) NOT NULL,
    "must_acknowledge_again" integer NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    CONSTRAINT "ck_condition_text_kind" CHECK (kind IN ('guidelines', 'fire')),
    CONSTRAINT "uq_condition_text_number" UNIQUE ("kind", "number")
  );

CREATE TABLE "copy_request" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(6) NOT NULL,
  "record_id" varchar(36) NOT NULL,
  "asked_on" varchar(10) NOT NULL,
  "how" varchar(200) NOT NULL,
  "due_on" varchar(10) NOT NULL,
  "answered_on" varchar(10),
  "answer" varchar(500) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "recorded_by_user_id" varchar(36),
  "version" integer NOT NULL,
  CONSTRAINT "ck_copy_request_kind" CHECK (kind IN ('person', 'group')),
  CONSTRAINT "ck_copy_request_answered" CHECK (answered_on IS NULL OR answered_on >= asked_on));

CREATE TABLE "copy_request_stop" (
  "request_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "reason" varchar(500) NOT NULL,
  "resumed_on" varchar(10),
  CONSTRAINT "pk_copy_request_stop" PRIMARY KEY ("request_id", "position"),
  CONSTRAINT "ck_copy_request_stop_days" CHECK (resumed_on IS NULL OR resumed_on >= from_date),
  CONSTRAINT "fk_copy_request_stop_request" FOREIGN KEY ("request_id") REFERENCES "copy_request" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);

CREATE TABLE "council_access" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "venue_id" varchar(36) NOT NULL,
    "at" varchar(16) NOT NULL,
    "officer" varchar(120) NOT NULL,
    "reason" varchar(20) NOT NULL,
    "notes" text NOT NULL,
    "committee_told_on" varchar(10),
    "recorded_at" varchar(24) NOT NULL,
    CONSTRAINT "fk_council_access_venue" FOREIGN KEY ("venue_id") REFERENCES "venue" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "directory_contact" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "name" varchar(160) NOT NULL,
    "kind" varchar(24) NOT NULL,
    "address" text NOT NULL,
    "phone" varchar(40) NOT NULL,
    "email" varchar(160) NOT NULL,
    "web" varchar(200) NOT NULL,
    "note" text NOT NULL,
    "last_verified_on" varchar(10),
    "is_active" integer NOT NULL,
    "closed_note" varchar(300) NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "ck_directory_contact_kind" CHECK (kind IN ('council-team', 'federation', 'regulator', 'ombudsman', 'national-adviser', 'national-tenants-body', 'local-adviser', 'voluntary-organisation', 'training', 'mediation', 'other')),
    CONSTRAINT "ck_directory_contact_closed" CHECK (is_active = 1 OR length(closed_note) > 0));

CREATE TABLE "erasure" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(6) NOT NULL,
  "record_id" varchar(36) NOT NULL,
  "reason" varchar(500) NOT NULL,
  "state" varchar(10) NOT NULL,
  "confirmed_on" varchar(10) NOT NULL,
  "confirmed_by_user_id" varchar(36),
  "due_on" varchar(10) NOT NULL,
  "settled_on" varchar(10),
  "kept_json" text NOT NULL,
  "kept_until" varchar(10),
  "set_aside_json" text NOT NULL,
  "swept_at" varchar(24),
  CONSTRAINT "ck_erasure_kind" CHECK (kind IN ('person', 'group')),
  CONSTRAINT "ck_erasure_state" CHECK (state IN ('waiting', 'taken-back', 'erased')),
  CONSTRAINT "ck_erasure_settled" CHECK ((state = 'waiting') = (settled_on IS NULL)));

CREATE TABLE "facility" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(80) NOT NULL,
  "kind" varchar(30) NOT NULL,
  "is_bookable" integer NOT NULL,
  "capacity" integer,
  "units" integer NOT NULL,
  "hours_json" text,
  "is_active" integer NOT NULL,
  "position" integer NOT NULL,
  "version" integer NOT NULL, "unit_name" varchar(40) NOT NULL DEFAULT (''), "access_json" text NOT NULL DEFAULT ('[]'), "needs_approval" integer NOT NULL DEFAULT (0), "longest_minutes" integer, "days_ahead" integer, "notice_open_days" integer, "minimum_age" integer, "directions" text NOT NULL DEFAULT (''),
  CONSTRAINT "uq_facility_name" UNIQUE ("name")
);

CREATE TABLE "facility_layout" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "facility_id" varchar(36) NOT NULL,
  "name" varchar(60) NOT NULL,
  "capacity" integer,
  "setup_minutes" integer NOT NULL,
  "cleardown_minutes" integer NOT NULL,
  "position" integer NOT NULL,
  "is_active" integer NOT NULL,
  CONSTRAINT "fk_facility_layout_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "facility_part" (
  "whole_id" varchar(36) NOT NULL,
  "part_id" varchar(36) NOT NULL,
  CONSTRAINT "pk_facility_part" PRIMARY KEY ("whole_id", "part_id"),
  CONSTRAINT "ck_facility_part_differs" CHECK (whole_id <> part_id),
  CONSTRAINT "fk_facility_part_whole" FOREIGN KEY ("whole_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_facility_part_part" FOREIGN KEY ("part_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "found_item" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "booking_id" varchar(36),
  "what" varchar(200) NOT NULL,
  "found_on" varchar(10) NOT NULL,
  "place" varchar(120) NOT NULL,
  "settled_on" varchar(10),
  "settled_how" text NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "fk_found_item_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_area" (
  "group_id" varchar(36) NOT NULL,
  "area_id" varchar(36) NOT NULL,
  CONSTRAINT "pk_group_area" PRIMARY KEY ("group_id", "area_id"),
  CONSTRAINT "fk_group_area_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_group_area_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_document" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "title" varchar(160) NOT NULL,
  "version" varchar(40) NOT NULL,
  "dated_on" varchar(10),
  "received_on" varchar(10) NOT NULL,
  "expires_on" varchar(10),
  "where_kept" varchar(160) NOT NULL,
  "note" text NOT NULL,
  "replaced_by_id" varchar(36),
  CONSTRAINT "ck_group_document_kind" CHECK (kind IN ('constitution', 'terms-of-reference', 'accounts', 'insurance', 'minutes', 'code-adoption', 'equality-statement', 'other')),
  CONSTRAINT "fk_group_document_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_group_document_replaced_by" FOREIGN KEY ("replaced_by_id") REFERENCES "group_document" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_duty" (
  "group_id" varchar(36) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "last_on" varchar(10),
  "next_due_on" varchar(10),
  CONSTRAINT "pk_group_duty" PRIMARY KEY ("group_id", "kind"),
  CONSTRAINT "ck_group_duty_kind" CHECK (kind IN ('agm', 'accounts', 'insurance', 'constitution-review', 'recognition')),
  CONSTRAINT "fk_group_duty_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_homes" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "landlord" varchar(120) NOT NULL,
  "is_council" integer NOT NULL,
  "properties" integer,
  "tenancies" integer,
  "as_at" varchar(10) NOT NULL,
  "source" varchar(120) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_group_homes_counts" CHECK (coalesce(properties, 0) >= 0 AND coalesce(tenancies, 0) >= 0),
  CONSTRAINT "fk_group_homes_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_record" (
  "group_id" varchar(36) PRIMARY KEY NOT NULL,
  "email" varchar(160) NOT NULL,
  "contact_id" varchar(36),
  "patch" text NOT NULL,
  "parent_id" varchar(36),
  "is_scheme" integer NOT NULL,
  "remit" text NOT NULL,
  "active_members" integer,
  "active_members_as_at" varchar(10),
  "quorum_words" varchar(300) NOT NULL,
  "link_officer" varchar(120) NOT NULL,
  "started_on" varchar(10),
  "ended_on" varchar(10),
  "successor_id" varchar(36),
  "end_reason" varchar(500) NOT NULL,
  "last_confirmed_on" varchar(10),
  CONSTRAINT "ck_group_record_not_own_parent" CHECK (parent_id IS NULL OR parent_id <> group_id),
  CONSTRAINT "ck_group_record_not_own_successor" CHECK (successor_id IS NULL OR successor_id <> group_id),
  CONSTRAINT "fk_group_record_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_group_record_contact" FOREIGN KEY ("contact_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_group_record_parent" FOREIGN KEY ("parent_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_group_record_successor" FOREIGN KEY ("successor_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "group_support" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "on_date" varchar(10) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "what" varchar(500) NOT NULL,
  "by_whom" varchar(120) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_group_support_kind" CHECK (kind IN ('start-up', 'advice', 'publicity', 'documents', 'meeting', 'other-departments', 'note')),
  CONSTRAINT "fk_group_support_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "hand_over" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "committee_id" varchar(36),
  "post" varchar(60) NOT NULL,
  "outgoing_id" varchar(36),
  "incoming_id" varchar(36),
  "on_date" varchar(10) NOT NULL,
  "made_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_hand_over_somebody" CHECK (outgoing_id IS NOT NULL OR incoming_id IS NOT NULL),
  CONSTRAINT "fk_hand_over_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_hand_over_committee" FOREIGN KEY ("committee_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_hand_over_outgoing" FOREIGN KEY ("outgoing_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_hand_over_incoming" FOREIGN KEY ("incoming_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "hand_over_line" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "hand_over_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "words" varchar(300) NOT NULL,
  "done_on" varchar(10),
  CONSTRAINT "fk_hand_over_line_hand_over" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "import_row" (
    "run_id" varchar(36) NOT NULL,
    "object_type" varchar(20) NOT NULL,
    "object_id" varchar(36) NOT NULL,
    "line" integer NOT NULL,
    "words" text NOT NULL,
    "version_after" integer NOT NULL,
    CONSTRAINT "pk_import_row" PRIMARY KEY ("run_id", "object_type", "object_id"),
    CONSTRAINT "fk_import_row_run" FOREIGN KEY ("run_id") REFERENCES "import_run" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "import_run" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "reference" varchar(20) NOT NULL,
    "kind" varchar(20) NOT NULL,
    "file_name" varchar(255) NOT NULL,
    "file_hash" varchar(64) NOT NULL,
    "made_at" varchar(24) NOT NULL,
    "made_by_user_id" varchar(36),
    "added" integer NOT NULL,
    "problems" integer NOT NULL,
    "undone_at" varchar(24),
    "undone_by_user_id" varchar(36),
    "kept_json" text NOT NULL,
    CONSTRAINT "uq_import_run_reference" UNIQUE ("reference")
  );

CREATE TABLE "kept_file" (
  "hash" varchar(64) PRIMARY KEY NOT NULL,
  "media_type" varchar(15) NOT NULL,
  "byte_count" integer NOT NULL,
  "width" integer,
  "height" integer,
  "pages" integer,
  "kept_at" varchar(24) NOT NULL,
  "bytes" blob NOT NULL,
  CONSTRAINT "ck_kept_file_hash" CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "ck_kept_file_shape" CHECK ((media_type IN ('image/jpeg', 'image/png') AND width IS NOT NULL AND height IS NOT NULL AND pages IS NULL) OR (media_type = 'application/pdf' AND width IS NULL AND height IS NULL AND pages IS NOT NULL)),
  CONSTRAINT "ck_kept_file_size" CHECK (byte_count BETWEEN 1 AND 7000000 AND byte_count = length(bytes)));

CREATE TABLE "key_holding" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "key_name" varchar(60) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "held_since" varchar(10) NOT NULL,
  "returned_on" varchar(10),
  "notes" text NOT NULL,
  "version" integer NOT NULL,
  "group_id" varchar(36),
  CONSTRAINT "ck_key_holding_returned" CHECK (returned_on IS NULL OR returned_on >= held_since),
  CONSTRAINT "fk_key_holding_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_key_holding_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "legal_hold" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(6) NOT NULL,
  "record_id" varchar(36) NOT NULL,
  "reason" varchar(500) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "recorded_by_user_id" varchar(36),
  "lifted_on" varchar(10),
  "lifted_why" varchar(500) NOT NULL,
  "lifted_by_user_id" varchar(36),
  CONSTRAINT "ck_legal_hold_kind" CHECK (kind IN ('person', 'group', 'year')));

CREATE TABLE "mailing" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "reference" varchar(20) NOT NULL,
  "subject" varchar(120) NOT NULL,
  "asked_by" varchar(120) NOT NULL,
  "letter_on" varchar(10) NOT NULL,
  "body" text NOT NULL,
  "selection_json" text NOT NULL,
  "selection_words" text NOT NULL,
  "made_on" varchar(10) NOT NULL,
  "made_at" varchar(24) NOT NULL,
  "made_by" varchar(120) NOT NULL,
  "taken_back_on" varchar(10),
  "version" integer NOT NULL,
  CONSTRAINT "uq_mailing_reference" UNIQUE ("reference"));

CREATE TABLE "mailing_outcome" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "mailing_id" varchar(36) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "outcome" varchar(16) NOT NULL,
  "note" varchar(500) NOT NULL,
  "noted_on" varchar(10) NOT NULL,
  "noted_at" varchar(24) NOT NULL,
  "contact_before" varchar(10),
  "contact_version" integer,
  "taken_back_on" varchar(10),
  CONSTRAINT "fk_mailing_outcome_mailing" FOREIGN KEY ("mailing_id") REFERENCES "mailing" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_mailing_outcome_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);

CREATE TABLE "mailing_person" (
  "mailing_id" varchar(36) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "channel" varchar(8),
  "made_by_hand" integer NOT NULL,
  "left_out" varchar(16),
  "left_out_detail" varchar(200) NOT NULL,
  "contact_before" varchar(10),
  "contact_version" integer,
  CONSTRAINT "pk_mailing_person" PRIMARY KEY ("mailing_id", "person_id"),
  CONSTRAINT "ck_mailing_person_asked" CHECK ((channel IS NULL) <> (left_out IS NULL)),
  CONSTRAINT "ck_mailing_person_channel" CHECK (channel IN ('letter', 'email', 'text', 'phone')),
  CONSTRAINT "fk_mailing_person_mailing" FOREIGN KEY ("mailing_id") REFERENCES "mailing" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_mailing_person_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);

CREATE TABLE "mandate_signatory" (
  "group_id" varchar(36) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10),
  CONSTRAINT "pk_mandate_signatory" PRIMARY KEY ("group_id", "person_id", "from_date"),
  CONSTRAINT "ck_mandate_signatory_dates" CHECK (until_date IS NULL OR until_date >= from_date),
  CONSTRAINT "fk_mandate_signatory_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_mandate_signatory_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "merged_row" (
  "merge_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "table_name" varchar(40) NOT NULL,
  "key_json" text NOT NULL,
  "did" varchar(10) NOT NULL,
  "before_json" text NOT NULL,
  "after_json" text NOT NULL,
  "words" varchar(120) NOT NULL,
  "mark" varchar(64) NOT NULL,
  CONSTRAINT "pk_merged_row" PRIMARY KEY ("merge_id", "position"),
  CONSTRAINT "ck_merged_row_did" CHECK (did IN ('changed', 'taken-out')),
  CONSTRAINT "fk_merged_row_merge" FOREIGN KEY ("merge_id") REFERENCES "record_merge" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);

CREATE TABLE "migration" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);

CREATE TABLE "officer_term" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "post" varchar(60) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10),
  "is_voting" integer NOT NULL,
  "meeting_that_decided" varchar(160) NOT NULL,
  "needs_induction" integer NOT NULL,
  "induction_done_on" varchar(10),
  "started_by_id" varchar(36),
  "ended_by_id" varchar(36),
  "until_before" varchar(10),
  "recorded_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_officer_term_dates" CHECK (until_date IS NULL OR until_date >= from_date),
  CONSTRAINT "fk_officer_term_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_officer_term_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_officer_term_started_by" FOREIGN KEY ("started_by_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_officer_term_ended_by" FOREIGN KEY ("ended_by_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "officer_vacancy" (
  "group_id" varchar(36) NOT NULL,
  "post" varchar(60) NOT NULL,
  "fill_by" varchar(10) NOT NULL,
  CONSTRAINT "pk_officer_vacancy" PRIMARY KEY ("group_id", "post"),
  CONSTRAINT "fk_officer_vacancy_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "parameter_value" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(80) NOT NULL,
  "value_json" text NOT NULL,
  "as_given" text NOT NULL,
  "valid_from" varchar(10) NOT NULL,
  "origin" varchar(200) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "sequence" integer NOT NULL
);

CREATE TABLE "payee" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36),
  "person_id" varchar(36),
  "created_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  "joined_on" varchar(10),
  CONSTRAINT "ck_payee_one_subject" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT "fk_payee_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_payee_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "payee_details" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "payee_id" varchar(36) NOT NULL,
  "number" integer NOT NULL,
  "state" varchar(10) NOT NULL,
  "method" varchar(16) NOT NULL,
  "sealed" text NOT NULL,
  "masked_account" varchar(8) NOT NULL,
  "masked_sort_code" varchar(8) NOT NULL,
  "account_mark" varchar(64) NOT NULL,
  "known_marks" text NOT NULL,
  "came_by" varchar(12) NOT NULL,
  "why" varchar(300) NOT NULL,
  "entered_by_user_id" varchar(36) NOT NULL,
  "entered_at" varchar(24) NOT NULL,
  "entered_on" varchar(10) NOT NULL,
  "checked_by_user_id" varchar(36),
  "checked_at" varchar(24),
  "checked_on" varchar(10),
  "called_on" varchar(10),
  "call_sealed" text,
  "closed_by_user_id" varchar(36),
  "closed_on" varchar(10),
  "closed_why" varchar(300) NOT NULL,
  CONSTRAINT "uq_payee_details_number" UNIQUE ("payee_id", "number"),
  CONSTRAINT "ck_payee_details_state" CHECK (state IN ('staged', 'verified', 'replaced', 'rejected')),
  CONSTRAINT "ck_payee_details_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
  CONSTRAINT "ck_payee_details_checked" CHECK ((state IN ('verified', 'replaced')) = (checked_by_user_id IS NOT NULL AND checked_at IS NOT NULL AND checked_on IS NOT NULL AND called_on IS NOT NULL AND call_sealed IS NOT NULL)),
  CONSTRAINT "ck_payee_details_second_person" CHECK (checked_by_user_id IS NULL OR checked_by_user_id <> entered_by_user_id),
  CONSTRAINT "ck_payee_details_closed" CHECK ((state IN ('replaced', 'rejected')) = (closed_on IS NOT NULL AND closed_by_user_id IS NOT NULL)),
  CONSTRAINT "fk_payee_details_payee" FOREIGN KEY ("payee_id") REFERENCES "payee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_payee_details_entered_by" FOREIGN KEY ("entered_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_payee_details_checked_by" FOREIGN KEY ("checked_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_payee_details_closed_by" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "person" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "folded_name" varchar(160) NOT NULL,
  "kind" varchar(40) NOT NULL,
  "phone" varchar(40) NOT NULL,
  "phone_digits" varchar(40) NOT NULL,
  "version" integer NOT NULL
, "hidden_on" varchar(10));

CREATE TABLE "person_consent" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "purpose" varchar(20) NOT NULL,
  "what" varchar(200) NOT NULL,
  "with_whom" varchar(200) NOT NULL,
  "given_on" varchar(10) NOT NULL,
  "until_date" varchar(10),
  "how" varchar(8) NOT NULL,
  "withdrawn_on" varchar(10),
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_person_consent_purpose" CHECK (purpose IN ('share-contact', 'be-named', 'photo', 'mailing-sms-email', 'needs-shared')),
  CONSTRAINT "ck_person_consent_how" CHECK (how IN ('written', 'spoken', 'form')),
  CONSTRAINT "ck_person_consent_in_writing" CHECK (purpose <> 'share-contact' OR how <> 'spoken'),
  CONSTRAINT "ck_person_consent_dates" CHECK (until_date IS NULL OR until_date >= given_on),
  CONSTRAINT "fk_person_consent_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "person_interest" (
  "person_id" varchar(36) NOT NULL,
  "position" integer NOT NULL,
  "service_area" varchar(60) NOT NULL,
  "folded_area" varchar(80) NOT NULL,
  "methods_json" text NOT NULL,
  CONSTRAINT "pk_person_interest" PRIMARY KEY ("person_id", "position"),
  CONSTRAINT "fk_person_interest_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "person_record" (
  "person_id" varchar(36) PRIMARY KEY NOT NULL,
  "email" varchar(254) NOT NULL,
  "folded_email" varchar(254) NOT NULL,
  "text_phone" varchar(40) NOT NULL,
  "text_phone_digits" varchar(40) NOT NULL,
  "address" text NOT NULL,
  "postcode" varchar(12) NOT NULL,
  "area_id" varchar(36),
  "scheme_id" varchar(36),
  "channels_json" text NOT NULL,
  "access_needs" text NOT NULL,
  "format_need" varchar(16) NOT NULL,
  "language_need" varchar(60) NOT NULL,
  "needs_interpreter" integer NOT NULL,
  "needs_transport" integer NOT NULL,
  "joined_on" varchar(10),
  "heard_how" varchar(120) NOT NULL,
  "hours_per_month" integer,
  "no_meetings" integer NOT NULL,
  "last_contacted_on" varchar(10),
  "not_involved_since" varchar(10),
  "is_council_staff" integer NOT NULL,
  "is_under_18" integer NOT NULL,
  "guardian_name" varchar(120) NOT NULL,
  "guardian_phone" varchar(40) NOT NULL,
  "guardian_consent_on" varchar(10),
  "last_confirmed_on" varchar(10),
  CONSTRAINT "ck_person_record_not_involved" CHECK (joined_on IS NULL OR not_involved_since IS NULL),
  CONSTRAINT "fk_person_record_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_person_record_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_person_record_scheme" FOREIGN KEY ("scheme_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "profile_comparator" (
  "question_id" varchar(20) NOT NULL,
  "choice_id" varchar(36) NOT NULL,
  "percent" integer NOT NULL,
  "as_at" varchar(10) NOT NULL,
  "source" varchar(120) NOT NULL,
  CONSTRAINT "pk_profile_comparator" PRIMARY KEY ("question_id", "choice_id"),
  CONSTRAINT "ck_profile_comparator_percent" CHECK (percent IS NULL OR percent BETWEEN 0 AND 100));

CREATE TABLE "profile_count" (
  "year" varchar(7) NOT NULL,
  "question_id" varchar(20) NOT NULL,
  "choice_id" varchar(36) NOT NULL,
  "apart" varchar(8) NOT NULL,
  "column_id" varchar(36) NOT NULL,
  "sheets" integer NOT NULL,
  CONSTRAINT "pk_profile_count" PRIMARY KEY ("year", "question_id", "choice_id", "apart", "column_id"),
  CONSTRAINT "ck_profile_count_apart" CHECK (apart IN ('involved', 'area', 'tenure')),
  CONSTRAINT "ck_profile_count_sheets" CHECK (sheets > 0));

CREATE TABLE "profile_gap_group" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(80) NOT NULL,
  "question_id" varchar(20) NOT NULL,
  "choices_json" text NOT NULL,
  "percent" integer,
  "as_at" varchar(10),
  "source" varchar(120) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_profile_gap_group_percent" CHECK (percent IS NULL OR percent BETWEEN 0 AND 100),
  CONSTRAINT "ck_profile_gap_group_figure" CHECK ((percent IS NULL) = (as_at IS NULL)));

CREATE TABLE "profile_question" (
  "id" varchar(20) PRIMARY KEY NOT NULL,
  "words" varchar(160) NOT NULL,
  "is_asked" integer NOT NULL,
  "choices_json" text NOT NULL,
  "version" integer NOT NULL);

CREATE TABLE "profile_sheet" (
  "sheet_key" varchar(36) PRIMARY KEY NOT NULL,
  "area_id" varchar(36),
  "tenure" varchar(20) NOT NULL,
  "is_involved" integer NOT NULL,
  "month" varchar(7) NOT NULL,
  "is_counted" integer NOT NULL,
  "is_counted_by_area" integer NOT NULL,
  "is_counted_by_tenure" integer NOT NULL,
  "answers_sealed" text NOT NULL,
  CONSTRAINT "ck_profile_sheet_month" CHECK (length(month) = 7),
  CONSTRAINT "fk_profile_sheet_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION) WITHOUT ROWID;

CREATE TABLE "recognition_decision" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "reference" varchar(20) NOT NULL,
  "kind" varchar(12) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "reason" text NOT NULL,
  "conditions" text NOT NULL,
  "outstanding" text NOT NULL,
  "decided_by" varchar(120) NOT NULL,
  "code_clauses" varchar(300) NOT NULL,
  "taken" varchar(60) NOT NULL,
  "appeal_words" text NOT NULL,
  "return_id" varchar(36),
  "recorded_at" varchar(24) NOT NULL,
  "taken_back_at" varchar(24),
  CONSTRAINT "uq_recognition_decision_reference" UNIQUE ("reference"),
  CONSTRAINT "ck_recognition_decision_kind" CHECK (kind IN ('applied', 'recognised', 'refused', 'continued', 'lapsed', 'restored', 'withdrawn')),
  CONSTRAINT "fk_recognition_decision_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_recognition_decision_return" FOREIGN KEY ("return_id") REFERENCES "recognition_return" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "recognition_effect" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "activity" varchar(20) NOT NULL,
  "effect" varchar(8) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_recognition_effect_effect" CHECK (effect IN ('none', 'warns', 'blocks')));

CREATE TABLE "recognition_evidence" (
  "return_id" varchar(36) NOT NULL,
  "item_id" varchar(80) NOT NULL,
  "words" varchar(160) NOT NULL,
  "state" varchar(12) NOT NULL,
  "received_on" varchar(10),
  "evidence" text NOT NULL,
  "entered_by" varchar(120) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_recognition_evidence_state" CHECK (state IN ('not-asked', 'have-it', 'accepted', 'not-met', 'not-amended')),
  CONSTRAINT "ck_recognition_evidence_day" CHECK (state IN ('not-asked', 'not-met') OR received_on IS NOT NULL),
  CONSTRAINT "fk_recognition_evidence_return" FOREIGN KEY ("return_id") REFERENCES "recognition_return" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "pk_recognition_evidence" PRIMARY KEY ("return_id", "item_id")
);

CREATE TABLE "recognition_exception" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "activity" varchar(20) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10) NOT NULL,
  "reason" varchar(500) NOT NULL,
  "decided_by" varchar(120) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_recognition_exception_dates" CHECK (until_date >= from_date),
  CONSTRAINT "fk_recognition_exception_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "recognition_item" (
  "id" varchar(80) PRIMARY KEY NOT NULL,
  "kind" varchar(10) NOT NULL,
  "words" varchar(160) NOT NULL,
  "asked" varchar(8) NOT NULL,
  "if_amended" integer NOT NULL,
  CONSTRAINT "ck_recognition_item_kind" CHECK (kind IN ('criterion', 'paper')),
  CONSTRAINT "ck_recognition_item_asked" CHECK (asked IN ('first', 'yearly', 'always')));

CREATE TABLE "recognition_period" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "state" varchar(10) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10),
  "decision_id" varchar(36) NOT NULL,
  CONSTRAINT "ck_recognition_period_state" CHECK (state IN ('applied', 'recognised', 'lapsed', 'withdrawn')),
  CONSTRAINT "ck_recognition_period_dates" CHECK (until_date IS NULL OR until_date >= from_date),
  CONSTRAINT "fk_recognition_period_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_recognition_period_decision" FOREIGN KEY ("decision_id") REFERENCES "recognition_decision" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "recognition_return" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "kind" varchar(8) NOT NULL,
  "opened_on" varchar(10) NOT NULL,
  "due_on" varchar(10),
  "closed_on" varchar(10),
  CONSTRAINT "ck_recognition_return_kind" CHECK (kind IN ('first', 'yearly')),
  CONSTRAINT "fk_recognition_return_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "record_merge" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(6) NOT NULL,
  "kept_id" varchar(36) NOT NULL,
  "lost_id" varchar(36) NOT NULL,
  "lost_name" varchar(120) NOT NULL,
  "merged_at" varchar(24) NOT NULL,
  "merged_on" varchar(10) NOT NULL,
  "merged_by_user_id" varchar(36),
  "undo_until" varchar(10) NOT NULL,
  "reason" varchar(500) NOT NULL,
  "moved_json" text NOT NULL,
  "undone_at" varchar(24),
  "undone_by_user_id" varchar(36),
  "left_json" text NOT NULL,
  CONSTRAINT "ck_record_merge_kind" CHECK (kind IN ('person', 'group')),
  CONSTRAINT "ck_record_merge_two" CHECK (kept_id <> lost_id));

CREATE TABLE "reference_counter" (
  "prefix" varchar(8) NOT NULL,
  "year" integer NOT NULL,
  "last_number" integer NOT NULL,
  PRIMARY KEY ("prefix", "year")
);

CREATE TABLE "register_line" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "activity_id" varchar(36) NOT NULL,
  "number" integer NOT NULL,
  "person_id" varchar(36),
  "name" varchar(120) NOT NULL,
  "tenure" varchar(20),
  "groups_json" text NOT NULL,
  "standing" varchar(12) NOT NULL,
  "is_first_time" integer NOT NULL,
  "arrived_at" varchar(5),
  "left_at" varchar(5),
  "wants_to_claim" integer NOT NULL,
  "is_taken_off" integer NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "uq_register_line_number" UNIQUE ("activity_id", "number"),
  CONSTRAINT "uq_register_line_person" UNIQUE ("activity_id", "person_id"),
  CONSTRAINT "ck_register_line_who" CHECK (person_id IS NULL OR name = ''),
  CONSTRAINT "ck_register_line_standing" CHECK (standing IN ('expected', 'came', 'apologies')),
  CONSTRAINT "ck_register_line_times" CHECK (standing = 'came' OR (arrived_at IS NULL AND left_at IS NULL)),
  CONSTRAINT "fk_register_line_activity" FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_register_line_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "representation" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "group_id" varchar(36) NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "body_group_id" varchar(36) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10),
  CONSTRAINT "ck_representation_dates" CHECK (until_date IS NULL OR until_date >= from_date),
  CONSTRAINT "ck_representation_other_body" CHECK (group_id <> body_group_id),
  CONSTRAINT "fk_representation_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_representation_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_representation_body" FOREIGN KEY ("body_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "restriction" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "reference" varchar(20) NOT NULL,
    "group_id" varchar(36),
    "person_id" varchar(36),
    "scope" varchar(16) NOT NULL,
    "facility_id" varchar(36),
    "activity" varchar(60) NOT NULL,
    "effect" varchar(8) NOT NULL,
    "from_date" varchar(10) NOT NULL,
    "until_date" varchar(10),
    "incident_on" varchar(10),
    "reason" text NOT NULL,
    "decided_by" varchar(120) NOT NULL,
    "source" varchar(20) NOT NULL,
    "appeal_words" text NOT NULL,
    "lifted_on" varchar(10),
    "lifted_why" text NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "uq_restriction_reference" UNIQUE ("reference"),
    CONSTRAINT "ck_restriction_one_subject" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT "ck_restriction_scope" CHECK (scope IN ('facility', 'all-facilities', 'activity', 'money', 'everything')),
    CONSTRAINT "ck_restriction_facility" CHECK ((scope = 'facility') = (facility_id IS NOT NULL)),
    CONSTRAINT "ck_restriction_effect" CHECK (effect IN ('bars', 'warns')),
    CONSTRAINT "ck_restriction_dates" CHECK (until_date IS NULL OR until_date >= from_date),
    CONSTRAINT "fk_restriction_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_restriction_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "fk_restriction_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "retention_length" (
  "record_type" varchar(30) PRIMARY KEY NOT NULL,
  "amount" integer NOT NULL,
  "set_at" varchar(24) NOT NULL,
  "set_by_user_id" varchar(36),
  CONSTRAINT "ck_retention_length_amount" CHECK (amount BETWEEN 0 AND 400));

CREATE TABLE "retention_line" (
  "record_type" varchar(30) NOT NULL,
  "row_id" varchar(36) NOT NULL,
  "confirmed_on" varchar(10) NOT NULL,
  "confirmed_by_user_id" varchar(36),
  "due_on" varchar(10) NOT NULL,
  CONSTRAINT "pk_retention_line" PRIMARY KEY ("record_type", "row_id"));

CREATE TABLE search_entry (
  id integer PRIMARY KEY NOT NULL,
  kind varchar(12) NOT NULL,
  object_id varchar(36) NOT NULL,
  title text NOT NULL,
  detail text NOT NULL,
  folded text NOT NULL,
  sort_key varchar(16) NOT NULL,
  CONSTRAINT uq_search_entry_object UNIQUE (kind, object_id)
);

CREATE VIRTUAL TABLE search_text USING fts5(
  folded, content='search_entry', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);

CREATE TABLE 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_word (
    word text PRIMARY KEY NOT NULL,
    uses integer NOT NULL
  ) WITHOUT ROWID;

CREATE TABLE "seat" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "facility_id" varchar(36) NOT NULL,
  "name" varchar(40) NOT NULL,
  "position" integer NOT NULL,
  "is_active" integer NOT NULL,
  "out_from" varchar(10),
  "out_until" varchar(10),
  "out_why" varchar(200) NOT NULL,
  CONSTRAINT "fk_seat_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "subject_key" (
  "subject_id" varchar(36) PRIMARY KEY NOT NULL,
  "key_hex" varchar(64) NOT NULL
);

CREATE TABLE "task" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "kind" varchar(40) NOT NULL,
    "words" text NOT NULL,
    "path" varchar(200) NOT NULL,
    "object_type" varchar(30) NOT NULL,
    "object_id" varchar(36) NOT NULL,
    "role" varchar(10),
    "due_on" varchar(10),
    "made_at" varchar(24) NOT NULL,
    "done_at" varchar(24),
    "done_by_user_id" varchar(36),
    "version" integer NOT NULL
  );

CREATE TABLE "tenant_group" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "folded_name" varchar(160) NOT NULL,
  "kind" varchar(40) NOT NULL,
  "phone" varchar(40) NOT NULL,
  "is_active" integer NOT NULL,
  "version" integer NOT NULL
);

CREATE TABLE "travel_plan" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "person_id" varchar(36) NOT NULL,
  "words" varchar(300) NOT NULL,
  "sealed_why" text NOT NULL,
  "kinds_json" varchar(200) NOT NULL,
  "from_date" varchar(10) NOT NULL,
  "until_date" varchar(10),
  "agreed_by_user_id" varchar(36),
  "agreed_on" varchar(10) NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_travel_plan_days" CHECK (until_date IS NULL OR until_date >= from_date),
  CONSTRAINT "fk_travel_plan_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "usage_allowance" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "facility_id" varchar(36) NOT NULL,
  "per" varchar(10) NOT NULL,
  "unit" varchar(20) NOT NULL,
  "amount" integer NOT NULL,
  "period" varchar(10) NOT NULL,
  "valid_from" varchar(10) NOT NULL,
  "valid_until" varchar(10),
  "recorded_at" varchar(24) NOT NULL,
  CONSTRAINT "ck_usage_allowance_per" CHECK (per IN ('group', 'person')),
  CONSTRAINT "ck_usage_allowance_unit" CHECK (unit IN ('booked-minutes', 'session-minutes', 'copies')),
  CONSTRAINT "ck_usage_allowance_period" CHECK (period IN ('month', 'quarter', 'year')),
  CONSTRAINT "ck_usage_allowance_amount" CHECK (amount > 0),
  CONSTRAINT "fk_usage_allowance_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "usage_entry" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "facility_id" varchar(36) NOT NULL,
  "seat_id" varchar(36),
  "person_id" varchar(36) NOT NULL,
  "group_id" varchar(36),
  "purpose" varchar(200) NOT NULL,
  "started_at" varchar(16) NOT NULL,
  "ended_at" varchar(16),
  "copies" integer NOT NULL,
  "colour_copies" integer NOT NULL,
  "accompanied_by" varchar(120) NOT NULL,
  "notes" text NOT NULL,
  "withdrawn_why" text NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "recorded_by_user_id" varchar(36),
  "version" integer NOT NULL,
  CONSTRAINT "ck_usage_entry_ends" CHECK (ended_at IS NULL OR ended_at >= started_at),
  CONSTRAINT "ck_usage_entry_copies" CHECK (copies >= 0 AND colour_copies BETWEEN 0 AND copies),
  CONSTRAINT "fk_usage_entry_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_usage_entry_seat" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_usage_entry_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_usage_entry_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "venue" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "name" varchar(120) NOT NULL,
    "address_json" text NOT NULL,
    "managed_by" varchar(8) NOT NULL,
    "group_id" varchar(36),
    "access_json" text NOT NULL,
    "conditions" text NOT NULL,
    "is_active" integer NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "uq_venue_name" UNIQUE ("name"),
    CONSTRAINT "ck_venue_managed_by" CHECK (managed_by IN ('council', 'group')),
    CONSTRAINT "fk_venue_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  );

CREATE TABLE "waiting" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "kind" varchar(12) NOT NULL,
  "facility_id" varchar(36),
  "date" varchar(10) NOT NULL,
  "from_time" varchar(5) NOT NULL,
  "until_time" varchar(5) NOT NULL,
  "units" integer NOT NULL,
  "group_id" varchar(36),
  "person_id" varchar(36),
  "responsible_person_id" varchar(36) NOT NULL,
  "purpose" varchar(40) NOT NULL,
  "expected_number" integer,
  "details_json" text NOT NULL,
  "series_id" varchar(36),
  "original_date" varchar(10),
  "why" text NOT NULL,
  "requested_at" varchar(24) NOT NULL,
  "state" varchar(10) NOT NULL,
  "booking_id" varchar(36),
  "offer_until" varchar(24),
  "settled_why" text NOT NULL,
  "version" integer NOT NULL,
  CONSTRAINT "ck_waiting_kind" CHECK (kind IN ('waiting', 'still-wanted')),
  CONSTRAINT "ck_waiting_state" CHECK (state IN ('waiting', 'offered', 'booked', 'withdrawn', 'passed')),
  CONSTRAINT "ck_waiting_one_booker" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT "fk_waiting_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_waiting_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_waiting_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_waiting_responsible_person" FOREIGN KEY ("responsible_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_waiting_series" FOREIGN KEY ("series_id") REFERENCES "booking_series" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_waiting_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TRIGGER "account_person_not_decider" BEFORE INSERT ON "account_person"
WHEN EXISTS (
  SELECT 1 FROM claim c
  WHERE NEW.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
    AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.user_id = NEW.user_id)
      OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = c.id AND p.user_id = NEW.user_id)))
BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END;

CREATE TRIGGER "account_person_not_decider_later" BEFORE UPDATE OF "user_id", "person_id" ON "account_person"
WHEN EXISTS (
  SELECT 1 FROM claim c
  WHERE NEW.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
    AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.user_id = NEW.user_id)
      OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = c.id AND p.user_id = NEW.user_id)))
BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER "audit_entry_not_replaced" BEFORE INSERT ON "audit_entry"
WHEN EXISTS (SELECT 1 FROM "audit_entry" old WHERE old.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
BEGIN SELECT RAISE(ABORT, 'booking.kept'); END;

CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking
WHEN NEW.status IN ('provisional', 'requested', 'offered', 'confirmed')
BEGIN
  SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
    SELECT 1 FROM facility WHERE facility.id = NEW.facility_id AND facility.units = 1
  ) AND EXISTS (
    SELECT 1 FROM booking AS other
    WHERE other.facility_id = NEW.facility_id
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
  );
  SELECT RAISE(ABORT, 'booking.no-places') WHERE NEW.units > (
    SELECT facility.units FROM facility WHERE facility.id = NEW.facility_id
  ) - coalesce((
    SELECT max(taken) FROM (
      SELECT (
        SELECT sum(held.units) FROM booking AS held
        WHERE held.facility_id = NEW.facility_id
          AND held.held_from <= max(other.held_from, NEW.held_from)
          AND held.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
          AND held.held_until > max(other.held_from, NEW.held_from)
          AND held.status IN ('provisional', 'requested', 'offered', 'confirmed')
          AND held.id <> NEW.id
      ) AS taken
      FROM booking AS other
      WHERE other.facility_id = NEW.facility_id
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
    )
  ), 0);
  SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
    SELECT 1 FROM (
      SELECT part_id AS id FROM facility_part WHERE whole_id = NEW.facility_id
      UNION SELECT whole_id FROM facility_part WHERE part_id = NEW.facility_id
      UNION SELECT sister.whole_id FROM facility_part AS own
        JOIN facility_part AS sister ON sister.part_id = own.part_id AND sister.whole_id <> own.whole_id
        WHERE own.whole_id = NEW.facility_id
    ) AS joined
    JOIN booking AS other ON other.facility_id = joined.id
    WHERE 1 = 1
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
  );
END;

CREATE TRIGGER booking_no_overlap_update
BEFORE UPDATE OF facility_id, held_from, held_until, status, units ON booking
WHEN NEW.status IN ('provisional', 'requested', 'offered', 'confirmed')
BEGIN
  SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
    SELECT 1 FROM facility WHERE facility.id = NEW.facility_id AND facility.units = 1
  ) AND EXISTS (
    SELECT 1 FROM booking AS other
    WHERE other.facility_id = NEW.facility_id
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
  );
  SELECT RAISE(ABORT, 'booking.no-places') WHERE NEW.units > (
    SELECT facility.units FROM facility WHERE facility.id = NEW.facility_id
  ) - coalesce((
    SELECT max(taken) FROM (
      SELECT (
        SELECT sum(held.units) FROM booking AS held
        WHERE held.facility_id = NEW.facility_id
          AND held.held_from <= max(other.held_from, NEW.held_from)
          AND held.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
          AND held.held_until > max(other.held_from, NEW.held_from)
          AND held.status IN ('provisional', 'requested', 'offered', 'confirmed')
          AND held.id <> NEW.id
      ) AS taken
      FROM booking AS other
      WHERE other.facility_id = NEW.facility_id
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
    )
  ), 0);
  SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
    SELECT 1 FROM (
      SELECT part_id AS id FROM facility_part WHERE whole_id = NEW.facility_id
      UNION SELECT whole_id FROM facility_part WHERE part_id = NEW.facility_id
      UNION SELECT sister.whole_id FROM facility_part AS own
        JOIN facility_part AS sister ON sister.part_id = own.part_id AND sister.whole_id <> own.whole_id
        WHERE own.whole_id = NEW.facility_id
    ) AS joined
    JOIN booking AS other ON other.facility_id = joined.id
    WHERE 1 = 1
      AND other.held_from < NEW.held_until
      AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
      AND other.held_until > NEW.held_from
      AND other.status IN ('provisional', 'requested', 'offered', 'confirmed')
      AND other.id <> NEW.id
  );
END;

CREATE TRIGGER "claim_decision_kept"
BEFORE UPDATE OF "id", "claim_id", "line_id", "step", "decision", "pence", "key", "user_id", "decided_on", "decided_at" ON "claim_decision"
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;

CREATE TRIGGER "claim_decision_not_deleted" BEFORE DELETE ON "claim_decision"
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;

CREATE TRIGGER "claim_decision_not_own" BEFORE INSERT ON "claim_decision"
WHEN EXISTS (
  SELECT 1 FROM account_person a JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id AND a.person_id IS NOT NULL
AND a.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
) OR EXISTS (
  SELECT 1 FROM account_person a
  JOIN payee mine ON mine.person_id = a.person_id
  JOIN payee_details md ON md.payee_id = mine.id AND md.account_mark <> '' AND md.state IN ('staged', 'verified')
  JOIN payee_details td ON td.account_mark = md.account_mark AND td.state IN ('staged', 'verified')
  JOIN payee their ON their.id = td.payee_id
  JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id
AND (their.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
  OR their.group_id IN (c.claimant_group_id, c.payee_group_id))
)
BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END;

CREATE TRIGGER "claim_decision_not_replaced" BEFORE INSERT ON "claim_decision"
WHEN EXISTS (SELECT 1 FROM "claim_decision" old WHERE old.id = NEW.id OR (old.key = NEW.key AND old.step = NEW.step AND old.line_id IS NEW.line_id))
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_decision_of_line" BEFORE INSERT ON "claim_decision"
WHEN NEW.pence < 0 OR (NEW.line_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM claim_line WHERE id = NEW.line_id AND claim_id = NEW.claim_id))
BEGIN SELECT RAISE(ABORT, 'a decision is on a cost of its claim'); END;

CREATE TRIGGER "claim_decision_second_hand" BEFORE INSERT ON "claim_decision"
WHEN (NEW.step = 'approve' AND EXISTS (
  SELECT 1 FROM claim_decision d
  LEFT JOIN account_person was ON was.user_id = d.user_id
  LEFT JOIN account_person now ON now.user_id = NEW.user_id
  WHERE d.claim_id = NEW.claim_id AND d.step IN ('verify')
AND (d.user_id = NEW.user_id OR was.person_id = now.person_id)
))
  OR (NEW.step = 'second' AND EXISTS (
  SELECT 1 FROM claim_decision d
  LEFT JOIN account_person was ON was.user_id = d.user_id
  LEFT JOIN account_person now ON now.user_id = NEW.user_id
  WHERE d.claim_id = NEW.claim_id AND d.step IN ('verify', 'approve', 'top-up')
AND (d.user_id = NEW.user_id OR was.person_id = now.person_id)
))
  OR (NEW.step = 'top-up' AND EXISTS (
  SELECT 1 FROM claim_decision d
  LEFT JOIN account_person was ON was.user_id = d.user_id
  LEFT JOIN account_person now ON now.user_id = NEW.user_id
  WHERE d.claim_id = NEW.claim_id AND d.step IN ('verify')
AND (d.user_id = NEW.user_id OR was.person_id = now.person_id)
))
BEGIN SELECT RAISE(ABORT, 'each step of a claim is taken by somebody else'); END;

CREATE TRIGGER "claim_decision_words_kept" BEFORE UPDATE OF "why" ON "claim_decision"
WHEN NEW.why <> OLD.why AND NEW.why <> 'erased'
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;

CREATE TRIGGER claim_general_policy_no_delete BEFORE DELETE ON claim_general_policy
    BEGIN SELECT RAISE(ABORT, 'policy.versions-are-added'); END;

CREATE TRIGGER claim_general_policy_no_update BEFORE UPDATE ON claim_general_policy
    BEGIN SELECT RAISE(ABORT, 'policy.versions-are-added'); END;

CREATE TRIGGER "claim_general_policy_not_replaced" BEFORE INSERT ON "claim_general_policy"
WHEN EXISTS (SELECT 1 FROM "claim_general_policy" old WHERE old.id = NEW.id OR old.sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_hands_apart"
BEFORE UPDATE OF "claimant_person_id", "filer_person_id", "payee_person_id" ON "claim"
WHEN EXISTS (
  SELECT 1 FROM account_person a
  WHERE a.person_id IN (NEW.claimant_person_id, NEW.filer_person_id, NEW.payee_person_id)
    AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = NEW.id AND d.user_id = a.user_id)
      OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = NEW.id AND p.user_id = a.user_id)))
BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END;

CREATE TRIGGER claim_kind_policy_no_delete BEFORE DELETE ON claim_kind_policy
    BEGIN SELECT RAISE(ABORT, 'policy.versions-are-added'); END;

CREATE TRIGGER claim_kind_policy_no_update BEFORE UPDATE ON claim_kind_policy
    BEGIN SELECT RAISE(ABORT, 'policy.versions-are-added'); END;

CREATE TRIGGER "claim_kind_policy_not_replaced" BEFORE INSERT ON "claim_kind_policy"
WHEN EXISTS (SELECT 1 FROM "claim_kind_policy" old WHERE old.id = NEW.id OR old.sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_line_as_decided" BEFORE UPDATE OF "decided_pence" ON "claim_line"
WHEN NEW.decided_pence IS NOT OLD.decided_pence AND NEW.decided_pence > (SELECT coalesce(sum(pence), 0) FROM claim_decision
  WHERE line_id = NEW.id AND decision IN ('approved', 'other') AND step IN ('approve', 'top-up'))
BEGIN SELECT RAISE(ABORT, 'an amount stands by a decision'); END;

CREATE TRIGGER "claim_line_not_deleted" BEFORE DELETE ON "claim_line"
WHEN OLD.state <> 'open' OR EXISTS (SELECT 1 FROM claim WHERE id = OLD.claim_id AND signed_hash <> '')
BEGIN SELECT RAISE(ABORT, 'a cost that was signed stays on record'); END;

CREATE TRIGGER "claim_line_not_replaced" BEFORE INSERT ON "claim_line"
WHEN EXISTS (SELECT 1 FROM "claim_line" old WHERE old.id = NEW.id OR (old.claim_id = NEW.claim_id AND old.position = NEW.position))
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_line_opened" BEFORE UPDATE ON "claim_line"
WHEN NEW.id <> OLD.id OR NEW.claim_id <> OLD.claim_id OR (OLD.state <> 'open' AND NEW.state = 'open'
  AND (OLD.state NOT IN ('waiting', 'asked') OR NEW.kind IS NOT OLD.kind OR NEW.activity_id IS NOT OLD.activity_id OR NEW.on_day IS NOT OLD.on_day OR NEW.miles_tenths IS NOT OLD.miles_tenths OR NEW.minutes IS NOT OLD.minutes OR NEW.children_json IS NOT OLD.children_json OR NEW.claimed_pence IS NOT OLD.claimed_pence OR NEW.payable_pence IS NOT OLD.payable_pence OR NEW.cuts_json IS NOT OLD.cuts_json))
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER "claim_line_receipt_kept" BEFORE DELETE ON "claim_line_receipt"
WHEN EXISTS (SELECT 1 FROM claim_line WHERE id = OLD.line_id AND state NOT IN ('open', 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'a receipt stays with the cost that was signed'); END;

CREATE TRIGGER "claim_line_signed_figures"
BEFORE UPDATE OF "kind", "activity_id", "on_day", "miles_tenths", "minutes", "children_json", "claimed_pence", "payable_pence", "cuts_json" ON "claim_line"
WHEN OLD.state <> 'open' AND NEW.state <> 'open'
  AND (OLD.kind IS NOT NEW.kind OR OLD.activity_id IS NOT NEW.activity_id OR OLD.on_day IS NOT NEW.on_day
    OR OLD.miles_tenths IS NOT NEW.miles_tenths OR OLD.minutes IS NOT NEW.minutes
    OR OLD.children_json IS NOT NEW.children_json OR OLD.claimed_pence IS NOT NEW.claimed_pence
    OR (OLD.payable_pence IS NOT NULL AND OLD.payable_pence IS NOT NEW.payable_pence)
    OR (OLD.payable_pence IS NOT NULL AND OLD.cuts_json IS NOT NEW.cuts_json))
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER "claim_line_signed_words" BEFORE UPDATE ON "claim_line"
WHEN OLD.state <> 'open' AND NEW.state <> 'open' AND (NEW.override_pence IS NOT OLD.override_pence OR NEW.prevented_attendance IS NOT OLD.prevented_attendance OR (NEW.from_place <> OLD.from_place AND NEW.from_place <> '') OR (NEW.to_place <> OLD.to_place AND NEW.to_place <> '') OR (NEW.carer <> OLD.carer AND NEW.carer <> '') OR (NEW.reason <> OLD.reason AND NEW.reason <> '') OR (NEW.no_receipt_why <> OLD.no_receipt_why AND NEW.no_receipt_why <> '') OR (NEW.override_why <> OLD.override_why AND NEW.override_why <> ''))
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER "claim_not_deleted" BEFORE DELETE ON "claim"
WHEN OLD.signed_hash <> ''
BEGIN SELECT RAISE(ABORT, 'a claim that was signed stays on record'); END;

CREATE TRIGGER "claim_not_replaced" BEFORE INSERT ON "claim"
WHEN EXISTS (SELECT 1 FROM "claim" old WHERE old.id = NEW.id OR old.reference = NEW.reference OR old.sign_key = NEW.sign_key)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_payment_kept"
BEFORE UPDATE OF "id", "claim_id", "key", "paid_on", "method", "details_id", "details_number", "signature_id", "pence", "user_id", "recorded_at" ON "claim_payment"
BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END;

CREATE TRIGGER "claim_payment_not_deleted" BEFORE DELETE ON "claim_payment"
BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END;

CREATE TRIGGER "claim_payment_not_replaced" BEFORE INSERT ON "claim_payment"
WHEN EXISTS (SELECT 1 FROM "claim_payment" old WHERE old.id = NEW.id OR old.key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_payment_part_as_decided" BEFORE INSERT ON "claim_payment_part"
WHEN NOT EXISTS (
  SELECT 1 FROM claim_decision d JOIN claim_payment p ON p.id = NEW.payment_id
  WHERE d.id = NEW.decision_id AND d.claim_id = p.claim_id AND d.line_id = NEW.line_id
    AND d.decision IN ('approved', 'other') AND d.step IN ('approve', 'top-up') AND d.pence = NEW.pence)
  OR (SELECT coalesce(sum(pence), 0) FROM claim_payment_part WHERE line_id = NEW.line_id) + NEW.pence
    > (SELECT coalesce(decided_pence, 0) FROM claim_line WHERE id = NEW.line_id)
BEGIN SELECT RAISE(ABORT, 'only what was decided is paid'); END;

CREATE TRIGGER "claim_payment_part_no_delete" BEFORE DELETE ON "claim_payment_part"
  BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END;

CREATE TRIGGER "claim_payment_part_no_update" BEFORE UPDATE ON "claim_payment_part"
  BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END;

CREATE TRIGGER "claim_payment_part_not_replaced" BEFORE INSERT ON "claim_payment_part"
WHEN EXISTS (SELECT 1 FROM "claim_payment_part" old WHERE old.decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_payment_second_hand" BEFORE INSERT ON "claim_payment"
WHEN EXISTS (
  SELECT 1 FROM account_person a JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id AND a.person_id IS NOT NULL
AND a.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
) OR EXISTS (
  SELECT 1 FROM account_person a
  JOIN payee mine ON mine.person_id = a.person_id
  JOIN payee_details md ON md.payee_id = mine.id AND md.account_mark <> '' AND md.state IN ('staged', 'verified')
  JOIN payee_details td ON td.account_mark = md.account_mark AND td.state IN ('staged', 'verified')
  JOIN payee their ON their.id = td.payee_id
  JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id
AND (their.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
  OR their.group_id IN (c.claimant_group_id, c.payee_group_id))
) OR EXISTS (
  SELECT 1 FROM claim_decision d
  LEFT JOIN account_person was ON was.user_id = d.user_id
  LEFT JOIN account_person now ON now.user_id = NEW.user_id
  WHERE d.claim_id = NEW.claim_id AND d.step IN ('approve', 'second', 'top-up')
AND (d.user_id = NEW.user_id OR was.person_id = now.person_id)
)
BEGIN SELECT RAISE(ABORT, 'who approved a claim, or is paid by it, does not pay it'); END;

CREATE TRIGGER "claim_receipt_kept" BEFORE UPDATE ON "claim_receipt"
WHEN NEW.id <> OLD.id OR NEW.hash <> OLD.hash OR NEW.kind <> OLD.kind
  OR (NEW.claim_id IS NOT OLD.claim_id AND EXISTS (SELECT 1 FROM claim WHERE id = OLD.claim_id AND signed_hash <> ''))
BEGIN SELECT RAISE(ABORT, 'a receipt stays what it is'); END;

CREATE TRIGGER "claim_receipt_not_deleted" BEFORE DELETE ON "claim_receipt"
WHEN 1
BEGIN SELECT RAISE(ABORT, 'a receipt stays on record'); END;

CREATE TRIGGER "claim_receipt_not_replaced" BEFORE INSERT ON "claim_receipt"
WHEN EXISTS (SELECT 1 FROM "claim_receipt" old WHERE old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_signature_kept" BEFORE UPDATE ON "claim_signature"
WHEN NEW.id IS NOT OLD.id OR NEW.claim_id IS NOT OLD.claim_id OR NEW.batch_id IS NOT OLD.batch_id OR NEW.role IS NOT OLD.role OR NEW.way IS NOT OLD.way OR NEW.receipt_id IS NOT OLD.receipt_id OR NEW.signed_hash IS NOT OLD.signed_hash OR NEW.signed_on IS NOT OLD.signed_on OR NEW.signed_at IS NOT OLD.signed_at
  OR (NEW.name <> OLD.name AND NEW.name <> 'erased') OR (NEW.strokes_json <> OLD.strokes_json AND NEW.strokes_json <> '[]') OR (NEW.words <> OLD.words AND NEW.words <> '')
  OR NEW.is_superseded < OLD.is_superseded
BEGIN SELECT RAISE(ABORT, 'a signature stays as it was given'); END;

CREATE TRIGGER "claim_signature_not_deleted" BEFORE DELETE ON "claim_signature"
WHEN 1
BEGIN SELECT RAISE(ABORT, 'a signature stays on record'); END;

CREATE TRIGGER "claim_signature_not_replaced" BEFORE INSERT ON "claim_signature"
WHEN EXISTS (SELECT 1 FROM "claim_signature" old WHERE old.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "claim_signed_text_kept" BEFORE UPDATE OF "signed_json", "signed_hash" ON "claim"
WHEN OLD.signed_hash <> ''
  AND (NEW.signed_hash <> OLD.signed_hash OR (NEW.signed_json <> OLD.signed_json AND NEW.signed_json <> ''))
  AND NOT (OLD.state IN ('draft', 'asked', 'to-sign') AND NEW.state IN ('to-sign', 'filed'))
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER kept_file_no_update BEFORE UPDATE ON "kept_file"
BEGIN SELECT RAISE(ABORT, 'A kept file never changes'); END;

CREATE TRIGGER "kept_file_not_replaced" BEFORE INSERT ON "kept_file"
WHEN EXISTS (SELECT 1 FROM "kept_file" old WHERE old.hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a row is not put in the place of another'); END;

CREATE TRIGGER "kept_file_shown" BEFORE DELETE ON "kept_file"
WHEN EXISTS (SELECT 1 FROM claim_receipt WHERE hash = OLD.hash AND removed_at IS NULL AND name <> '')
BEGIN SELECT RAISE(ABORT, 'a picture stays while a claim shows it'); END;

CREATE TRIGGER parameter_value_no_update BEFORE UPDATE ON parameter_value
BEGIN SELECT RAISE(ABORT, 'settings.figures-are-added'); END;

CREATE TRIGGER "payee_details_begin_staged" BEFORE INSERT ON "payee_details"
WHEN NEW.state <> 'staged'
BEGIN SELECT RAISE(ABORT, 'bank details begin as staged'); END;

CREATE TRIGGER "payee_details_none_for_joined" BEFORE INSERT ON "payee_details"
  WHEN EXISTS (SELECT 1 FROM payee WHERE id = NEW.payee_id AND joined_on IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'a payee that was joined takes no details'); END;

CREATE TRIGGER "payee_details_one_way" BEFORE UPDATE OF "state" ON "payee_details"
  WHEN NOT (
(OLD.state = 'staged' AND NEW.state IN ('verified', 'rejected'))
OR (OLD.state = 'verified' AND NEW.state = 'replaced')
OR OLD.state = NEW.state
OR (OLD.state = 'replaced' AND NEW.state = 'verified' AND EXISTS (SELECT 1 FROM payee WHERE id = NEW.payee_id AND joined_on IS NOT NULL))
  )
  BEGIN SELECT RAISE(ABORT, 'bank details are verified only from staged'); END;

CREATE TRIGGER "payee_details_stay_as_entered"
BEFORE UPDATE OF "id", "payee_id", "number", "method", "sealed", "masked_account", "masked_sort_code", "account_mark", "known_marks", "entered_by_user_id", "entered_at", "entered_on" ON "payee_details"
BEGIN SELECT RAISE(ABORT, 'bank details are never changed, only replaced'); END;
