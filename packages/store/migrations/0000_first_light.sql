CREATE TABLE "capsule" (
	"address" text PRIMARY KEY NOT NULL,
	"twin_id" text NOT NULL,
	"author_id" text NOT NULL,
	"scope" text NOT NULL,
	"sealing_epoch" bigint NOT NULL,
	"issuer" text NOT NULL,
	"ordinal" serial NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"twin_id" text NOT NULL,
	"author_id" text NOT NULL,
	"seq" integer NOT NULL,
	"author" text NOT NULL,
	"access_version" bigint NOT NULL,
	"time_s" bigint NOT NULL,
	"manifest" text NOT NULL,
	"h" text NOT NULL,
	"leaf" text NOT NULL,
	"proof" text NOT NULL,
	"mk" text,
	"tx_hash" text,
	"block_number" bigint,
	"gas" bigint,
	CONSTRAINT "instance_twin_id_author_id_seq_pk" PRIMARY KEY("twin_id","author_id","seq")
);
--> statement-breakpoint
CREATE TABLE "known_statement" (
	"lane" text NOT NULL,
	"key_mac" text NOT NULL,
	"content_mac" text NOT NULL,
	CONSTRAINT "known_statement_lane_key_mac_pk" PRIMARY KEY("lane","key_mac")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" serial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	CONSTRAINT "outbox_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "part" (
	"part_digest" text PRIMARY KEY NOT NULL,
	"twin_id" text NOT NULL,
	"author_id" text NOT NULL,
	"seq" integer NOT NULL,
	"slot" text NOT NULL,
	"payload" text NOT NULL,
	"payload_bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"request_id" text PRIMARY KEY NOT NULL,
	"twin_id" text NOT NULL,
	"requester" text NOT NULL,
	"permit" integer NOT NULL,
	"reason" integer NOT NULL,
	"block_number" bigint NOT NULL,
	"tx_hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "capsule_by_lane" ON "capsule" USING btree ("twin_id","author_id");--> statement-breakpoint
CREATE INDEX "part_by_instance" ON "part" USING btree ("twin_id","author_id","seq");