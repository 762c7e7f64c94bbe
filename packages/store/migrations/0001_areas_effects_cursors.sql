CREATE TABLE "area_object" (
	"twin_id" text NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "area_object_twin_id_address_pk" PRIMARY KEY("twin_id","address")
);
--> statement-breakpoint
CREATE TABLE "cursor" (
	"consumer" text PRIMARY KEY NOT NULL,
	"block_number" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"block_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "online_entry" (
	"twin_id" text NOT NULL,
	"collection_tag" text NOT NULL,
	"key_tag" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "online_entry_twin_id_collection_tag_key_tag_pk" PRIMARY KEY("twin_id","collection_tag","key_tag")
);
--> statement-breakpoint
CREATE TABLE "online_index" (
	"twin_id" text NOT NULL,
	"collection_tag" text NOT NULL,
	"key_tag" text NOT NULL,
	"value_tag" text NOT NULL,
	CONSTRAINT "online_index_twin_id_collection_tag_key_tag_value_tag_pk" PRIMARY KEY("twin_id","collection_tag","key_tag","value_tag")
);
--> statement-breakpoint
CREATE TABLE "store_meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "twin_area" (
	"twin_id" text PRIMARY KEY NOT NULL,
	"area" text NOT NULL,
	"last_active_s" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"archive" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "payload" text DEFAULT 'null' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "next_attempt_s" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claim_token" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claimed_until_s" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "done_at_s" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "last_error" text;--> statement-breakpoint
CREATE INDEX "online_index_by_value" ON "online_index" USING btree ("value_tag");--> statement-breakpoint
CREATE INDEX "twin_area_by_activity" ON "twin_area" USING btree ("area","last_active_s");--> statement-breakpoint
CREATE INDEX "outbox_by_state" ON "outbox" USING btree ("state","next_attempt_s");